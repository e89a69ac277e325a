using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elements that move along an axis, or stand there several times.</content>
public static partial class Tensor
{
    /// <summary>The elements moved along an axis; those that leave it at the end come in at the start.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="shift">How far they move; negative, towards the start.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor<T> Roll<T>(Tensor<T> x, int shift, int axis = 0)
        where T : unmanaged => Roll(x, (long)shift, axis);

    /// <summary>As far as the way back may be: an integer's opposite need not be one.</summary>
    internal static Tensor<T> Roll<T>(Tensor<T> x, long shift, int axis)
        where T : unmanaged
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        int length = x.Shape[axis], start = length == 0 ? 0 : (int)(shift % length);
        start = start < 0 ? start + length : start;
        return Concatenate([Take(x, axis, (length - start)..), Take(x, axis, ..(length - start))], axis);
    }

    /// <summary>Each part along an axis several times, one behind the other; <see cref="Tile"/> repeats the whole.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="count">How often.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or the count is negative.</exception>
    public static Tensor<T> Repeat<T>(Tensor<T> x, int count, int axis = 0)
        where T : unmanaged => Repeat(x, CountsOf(x.Given().Shape, count, axis), axis);

    /// <summary>Each part along an axis as often as is said for it, one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="counts">How often each part stands in the result.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or a count is negative.</exception>
    /// <exception cref="ShapeMismatchException">There are not as many counts as parts.</exception>
    public static Tensor<T> Repeat<T>(Tensor<T> x, ReadOnlySpan<int> counts, int axis = 0)
        where T : unmanaged
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        if (counts.Length != x.Shape[axis])
            throw new ShapeMismatchException($"{nameof(Repeat)}: axis {axis} of shape {x.Shape} has {x.Shape[axis]} parts, and there are {counts.Length} counts.");
        int[] indices = Repeated(counts);
        return TakeParts(x, indices, AxisParts.ShapeOf(x.Shape, [indices.Length], axis), axis);
    }

    /// <summary>The same count for each part.</summary>
    internal static int[] CountsOf(Shape shape, int count, int axis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Repeat(count, shape[shape.AxisAt(axis)])];
    }

    /// <summary>Each index as often as is said for it.</summary>
    internal static int[] Repeated(ReadOnlySpan<int> counts)
    {
        List<int> indices = [];
        for (int i = 0; i < counts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[i], nameof(counts));
            indices.AddRange(Enumerable.Repeat(i, counts[i]));
        }
        return [.. indices];
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Roll{T}(Tensor{T}, int, int)"/>.</summary>
    [PullbackOf(nameof(Tensor.Roll), "x")]
    public static Tensor<T> Roll<T>(Tensor<T> dy, int shift, int axis)
        where T : unmanaged => Tensor.Roll(dy, -(long)shift, axis);

    /// <summary>The pullback of each part repeated equally often.</summary>
    [PullbackOf(nameof(Tensor.Repeat), "x")]
    public static Tensor<T> Repeat<T>(Tensor<T> dy, Shape xShape, int count, int axis)
        where T : unmanaged => Repeat(dy, xShape, Tensor.CountsOf(xShape, count, axis), axis);

    /// <summary>The pullback of each part repeated as often as is said for it.</summary>
    [PullbackOf(nameof(Tensor.Repeat), "x")]
    public static Tensor<T> Repeat<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<int> counts, int axis)
        where T : unmanaged => PartSums.AddParts(dy, Tensor.Repeated(counts), xShape, xShape.AxisAt(axis));
}
