namespace Differentiable.Tensors;

/// <summary>
/// Shapes that differ: aligned at the last axis, where an axis of length 1 or one that is missing stands for as many equal parts as the other has.
/// </summary>
internal static class Broadcasting
{
    /// <summary>The shape of the result.</summary>
    /// <exception cref="ShapeMismatchException">Two lengths differ and neither is 1.</exception>
    public static Shape Combine(Shape left, Shape right, string operation)
    {
        if (left.Equals(right))
            return left;
        int[] lengths = new int[Math.Max(left.Rank, right.Rank)];
        for (int fromEnd = 1; fromEnd <= lengths.Length; fromEnd++)
        {
            int l = LengthAt(left, fromEnd), r = LengthAt(right, fromEnd);
            if (l != r && l != 1 && r != 1)
                throw new ShapeMismatchException($"{operation}: shapes {left} and {right} do not fit along axis {-fromEnd}, where the lengths are {l} and {r}. They have to be equal, or one of them 1.");
            lengths[^fromEnd] = l == 1 ? r : l;
        }
        return Shape.Create(lengths);
    }

    /// <summary>The strides with which a shape's elements fill a larger one.</summary>
    public static int[] Strides(Shape shape, int[] strides, Shape larger)
    {
        if (shape.Equals(larger))
            return strides;
        int[] spread = new int[larger.Rank];
        for (int fromEnd = 1; fromEnd <= shape.Rank; fromEnd++)
            spread[^fromEnd] = shape[^fromEnd] == 1 && larger[^fromEnd] != 1 ? 0 : strides[^fromEnd];
        return spread;
    }

    /// <summary>The elements of a tensor as they fill a larger shape, one behind the other.</summary>
    public static Tensor<T> Spread<T>(Tensor<T> tensor, Shape larger)
        where T : unmanaged => tensor.View(larger, 0, Strides(tensor.Shape, tensor.Strides, larger)).Dense();

    /// <summary>The axes of the larger shape along which the smaller one was repeated.</summary>
    public static int[] RepeatedAxes(Shape shape, Shape larger)
    {
        int missing = larger.Rank - shape.Rank;
        return [.. Enumerable.Range(0, larger.Rank).Where(axis => axis < missing || (shape[axis - missing] == 1 && larger[axis] != 1))];
    }

    private static int LengthAt(Shape shape, int fromEnd) => fromEnd <= shape.Rank ? shape[shape.Rank - fromEnd] : 1;
}
