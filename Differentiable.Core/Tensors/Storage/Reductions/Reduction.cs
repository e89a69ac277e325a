namespace Differentiable.Tensors;

/// <summary>What becomes of the elements along some axes.</summary>
internal static class Reduction
{
    /// <summary>One result for the elements along these axes.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axes">The axes, in ascending order.</param>
    /// <param name="whole">From elements that stand together, the result.</param>
    public static Tensor<TOut> Of<T, TOut>(Tensor<T> x, int[] axes, Func<ReadOnlySpan<T>, TOut> whole)
        where T : unmanaged
        where TOut : unmanaged
    {
        Shape kept = Without(x.Shape, axes);
        ReadOnlySpan<T> elements = Last(x, axes).Dense().DenseElements;
        TOut[] result = Arrays.Allocate<TOut>(kept.FlattenedLength);
        int count = Count(x.Shape, axes);
        for (int i = 0; i < result.Length; i++)
            result[i] = whole(elements.Slice(i * count, count));
        return new(kept, result);
    }

    /// <summary>How many elements become one.</summary>
    public static int Count(Shape shape, int[] axes)
    {
        int count = 1;
        foreach (int axis in axes)
            count *= shape[axis];
        return count;
    }

    public static Shape Without(Shape shape, int[] axes) => [.. shape.Where((_, axis) => Array.IndexOf(axes, axis) < 0)];

    /// <summary>The shape with the reduced axes as axes of length 1.</summary>
    public static Shape WithOnes(Shape shape, int[] axes) => [.. shape.Select((length, axis) => Array.IndexOf(axes, axis) < 0 ? length : 1)];

    /// <summary>The same elements with these axes behind the others.</summary>
    private static Tensor<T> Last<T>(Tensor<T> x, int[] axes)
        where T : unmanaged
    {
        int[] order = [.. Enumerable.Range(0, x.Rank).Where(axis => Array.IndexOf(axes, axis) < 0), .. axes];
        return x.View([.. order.Select(axis => x.Shape[axis])], 0, [.. order.Select(axis => x.Strides[axis])]);
    }
}
