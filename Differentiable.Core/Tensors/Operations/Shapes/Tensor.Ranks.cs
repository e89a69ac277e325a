namespace Differentiable.Tensors;

/// <content>The same elements with more or fewer axes.</content>
public static partial class Tensor
{
    /// <summary>The tensor without some axes of length 1. Shares the elements where they stand one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes; negative ones count from the end; none means all that have the length 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ShapeMismatchException">An axis has another length.</exception>
    public static Tensor<T> Squeeze<T>(Tensor<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged
    {
        x = x.Given();
        int[] dropped = axes.IsEmpty ? [.. Enumerable.Range(0, x.Rank).Where(axis => x.Shape[axis] == 1)] : x.Shape.AxesAt(axes);
        foreach (int axis in dropped)
        {
            if (x.Shape[axis] != 1)
                throw new ShapeMismatchException($"{nameof(Squeeze)}: axis {axis} of shape {x.Shape} has the length {x.Shape[axis]}, not 1.");
        }
        return Reshape(x, Reduction.Without(x.Shape, dropped));
    }

    /// <summary>The tensor with one more axis, of length 1. Shares the elements where they stand one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="axis">Which axis of the result it is; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result has no such axis.</exception>
    public static Tensor<T> Unsqueeze<T>(Tensor<T> x, int axis)
        where T : unmanaged
    {
        int at = x.Given().Shape.NewAxisAt(axis);
        return Reshape(x, [.. x.Shape.Take(at), 1, .. x.Shape.Skip(at)]);
    }

    /// <summary>Neighbouring axes as one; of a scalar, a vector with one element. Shares the elements where they stand one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="firstAxis">The first of these axes; negative ones count from the end.</param>
    /// <param name="lastAxis">The last of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or the last one stands before the first.</exception>
    public static Tensor<T> Flatten<T>(Tensor<T> x, int firstAxis = 0, int lastAxis = -1)
        where T : unmanaged
    {
        if (x.Given().Rank == 0)
            return Unsqueeze(x, firstAxis);
        int first = x.Shape.AxisAt(firstAxis), last = x.Shape.AxisAt(lastAxis);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first, nameof(lastAxis));
        int merged = Reduction.Count(x.Shape, [.. Enumerable.Range(first, last - first + 1)]);
        return Reshape(x, [.. x.Shape.Take(first), merged, .. x.Shape.Skip(last + 1)]);
    }
}
