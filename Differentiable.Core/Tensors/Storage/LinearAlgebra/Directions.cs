using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Vectors at right angles to each other as their lengths and their directions.</summary>
internal static class Directions
{
    /// <summary>The negative lengths of vectors, the longest first, and where they stand.</summary>
    public static (T[] Lengths, int[] Order) Lengths<T>(ReadOnlySpan<T> vectors, int count, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] lengths = new T[count];
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < count; i++)
            lengths[i] = -TensorPrimitives.Norm<T>(vectors.Slice(i * length, length));
        Array.Sort(lengths, order);
        return (lengths, order);
    }

    /// <summary>The vectors in their order, divided by their lengths; for those of length 0, others at right angles to all.</summary>
    public static T[] Of<T>(ReadOnlySpan<T> vectors, T[] lengths, int[] order, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] directions = new T[vectors.Length];
        for (int i = 0; i < order.Length; i++)
        {
            Span<T> direction = directions.AsSpan(i * length, length);
            if (lengths[i] < T.Zero)
                TensorPrimitives.Divide(vectors.Slice(order[i] * length, length), -lengths[i], direction);
            else
                Orthogonal(directions.AsSpan(0, i * length), direction);
        }
        return directions;
    }

    /// <summary>A vector at right angles to others that are so, too: what they leave of the first axis that is not nearly among them.</summary>
    private static void Orthogonal<T>(ReadOnlySpan<T> others, Span<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T enough = T.Sqrt(T.One / T.CreateChecked(2 * direction.Length));
        for (int axis = 0; axis < direction.Length; axis++)
        {
            direction.Clear();
            direction[axis] = T.One;
            Project(others, direction);
            if (TensorPrimitives.Norm<T>(direction) < enough)
                continue;
            Project(others, direction); // rounding counts once, not as often as the first time
            TensorPrimitives.Divide(direction, TensorPrimitives.Norm<T>(direction), direction);
            return;
        }
    }

    private static void Project<T>(ReadOnlySpan<T> others, Span<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int at = 0; at < others.Length; at += direction.Length)
        {
            ReadOnlySpan<T> other = others.Slice(at, direction.Length);
            TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<T>(other, direction), direction, direction);
        }
    }
}
