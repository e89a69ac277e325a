using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// Singular values and vectors, by rotations that put one pair of columns at right angles after the other (Hestenes, "Inversion of matrices by biorthogonalization and related results", 1958):
/// small values are as exact as large ones.
/// </summary>
internal static class SingularValues
{
    private const string Operation = "Svd";

    private const int MostSweeps = 60;

    /// <summary>
    /// The left vectors as columns, the values in descending order, and the right vectors as columns; as many as there are rows or columns, whichever are fewer. Those of a matrix with an element
    /// that is not finite are NaN.
    /// </summary>
    public static (Tensor<T> U, Tensor<T> S, Tensor<T> V) Of<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Matrices.Require(x, Operation).Shape[^2], columns = x.Shape[^1], count = Math.Min(rows, columns);
        Shape batch = Matrices.Batch(x.Shape);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] u = new T[batch.FlattenedLength * rows * count], s = new T[batch.FlattenedLength * count], v = new T[batch.FlattenedLength * columns * count];
        for (int i = 0; i < batch.FlattenedLength; i++)
        {
            T[] matrix = elements.Slice(i * rows * columns, rows * columns).ToArray();
            Span<T> ofU = u.AsSpan(i * rows * count, rows * count), ofS = s.AsSpan(i * count, count), ofV = v.AsSpan(i * columns * count, columns * count);
            if (TensorPrimitives.IsFiniteAll<T>(matrix))
                Decompose(matrix, columns, ofU, ofS, ofV);
            else
            {
                ofU.Fill(T.NaN);
                ofS.Fill(T.NaN);
                ofV.Fill(T.NaN);
            }
        }
        return (new([.. batch, rows, count], u), new([.. batch, count], s), new([.. batch, columns, count], v));
    }

    /// <summary>Of a tall matrix the columns are rotated, of a wide one those of its transpose; either way, they become multiples of the longer vectors, and the rotations together the shorter ones.</summary>
    private static void Decompose<T>(T[] matrix, int columns, Span<T> u, Span<T> s, Span<T> v)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = s.Length, exponent = Rotated.Normalize<T>(matrix);
        bool isTall = columns == count;
        T[] multiples = isTall ? new T[matrix.Length] : matrix, shorter = Rotated.Identity<T>(count);
        if (isTall)
            Matrices.Transpose(matrix, multiples, columns);
        for (int sweep = 0; sweep < MostSweeps && Sweep(multiples, shorter, count); sweep++)
        {
        }
        int length = count == 0 ? 0 : multiples.Length / count;
        (T[] lengths, int[] order) = Lengths(multiples, count, length);
        T[] longer = Directions(multiples, lengths, order, length);
        for (int i = 0; i < count; i++)
        {
            s[i] = T.ScaleB(-lengths[i], exponent);
            Span<T> ofLonger = longer.AsSpan(i * length, length), ofShorter = shorter.AsSpan(order[i] * count, count);
            if (Rotated.PointsBack<T>(isTall ? ofLonger : ofShorter))
            {
                TensorPrimitives.Negate(ofLonger, ofLonger);
                TensorPrimitives.Negate(ofShorter, ofShorter);
            }
            Matrices.PutColumn(isTall ? ofLonger : ofShorter, u, i, count);
            Matrices.PutColumn(isTall ? ofShorter : ofLonger, v, i, count);
        }
    }

    /// <summary>Puts each pair of vectors at right angles once, which may undo others in part.</summary>
    /// <returns>Was there anything to do?</returns>
    private static bool Sweep<T>(Span<T> vectors, Span<T> rotations, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool rotated = false;
        int length = count == 0 ? 0 : vectors.Length / count;
        T precision = T.Sqrt(T.CreateChecked(length)) * (T.BitIncrement(T.One) - T.One);
        for (int p = 0; p < count; p++)
        {
            for (int q = p + 1; q < count; q++)
            {
                Span<T> first = vectors.Slice(p * length, length), last = vectors.Slice(q * length, length);
                T ofFirst = TensorPrimitives.SumOfSquares<T>(first), between = TensorPrimitives.Dot<T>(first, last), ofLast = TensorPrimitives.SumOfSquares<T>(last);
                if (T.Abs(between) <= precision * T.Sqrt(ofFirst) * T.Sqrt(ofLast))
                    continue;
                PlaneRotation<T> rotation = PlaneRotation<T>.Diagonalizing(ofFirst, between, ofLast);
                rotation.Apply(first, last);
                rotation.Apply(rotations.Slice(p * count, count), rotations.Slice(q * count, count));
                rotated = true;
            }
        }
        return rotated;
    }

    /// <summary>The negative lengths of vectors, the longest first, and where they stand.</summary>
    private static (T[] Lengths, int[] Order) Lengths<T>(ReadOnlySpan<T> vectors, int count, int length)
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
    private static T[] Directions<T>(ReadOnlySpan<T> vectors, T[] lengths, int[] order, int length)
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
