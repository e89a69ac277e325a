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
        where T : unmanaged
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        int length = x.Shape[axis], start = length == 0 ? 0 : shift % length;
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
        where T : unmanaged => Repeat(x, [.. Enumerable.Repeat(count, x.Shape[x.Shape.AxisAt(axis)])], axis);

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
        List<int> indices = [];
        for (int i = 0; i < counts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[i], nameof(counts));
            indices.AddRange(Enumerable.Repeat(i, counts[i]));
        }
        return TakeParts(x, [.. indices], AxisParts.ShapeOf(x.Shape, [indices.Count], axis), axis);
    }
}
