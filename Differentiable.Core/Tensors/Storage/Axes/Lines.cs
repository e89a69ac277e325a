namespace Differentiable.Tensors;

/// <summary>The elements along one axis, taken together.</summary>
internal static class Lines
{
    /// <summary>As many results as elements, from all elements along the axis.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="kernel">From the elements along the axis their results.</param>
    public static Tensor<TOut> Map<TIn, TOut>(Tensor<TIn> x, int axis, UnaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged => Map(x, axis, x.Shape[axis], kernel);

    /// <summary>So many results, from all elements along the axis.</summary>
    public static Tensor<TOut> Map<TIn, TOut>(Tensor<TIn> x, int axis, int count, UnaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        Tensor<TIn> lines = SwapWithLast(x, axis);
        ReadOnlySpan<TIn> elements = lines.Dense().DenseElements;
        Shape shape = [.. lines.Shape.Take(lines.Rank - 1), count];
        TOut[] result = Arrays.Allocate<TOut>(shape.FlattenedLength);
        int length = x.Shape[axis];
        for (int at = 0, from = 0; at < result.Length; at += count, from += length)
            kernel(elements.Slice(from, length), result.AsSpan(at, count));
        return SwapWithLast(new Tensor<TOut>(shape, result), axis);
    }

    /// <summary>Results in the shape of the right tensor, from all elements of both along the axis, of which they need not have equally many.</summary>
    public static Tensor<T> Combine<T>(Tensor<T> left, Tensor<T> right, int axis, PairKernel<T, T> kernel)
        where T : unmanaged
    {
        (int ofLeft, int ofRight) = (left.Shape[axis], right.Shape[axis]);
        (left, right) = (SwapWithLast(left, axis).Dense(), SwapWithLast(right, axis).Dense());
        T[] result = Arrays.Allocate<T>(right.FlattenedLength);
        for (int at = 0, from = 0; at < result.Length; at += ofRight, from += ofLeft)
            kernel(left.DenseElements.Slice(from, ofLeft), right.DenseElements.Slice(at, ofRight), result.AsSpan(at, ofRight));
        return SwapWithLast(new Tensor<T>(right.Shape, result), axis);
    }

    private static Tensor<T> SwapWithLast<T>(Tensor<T> x, int axis)
        where T : unmanaged
    {
        int[] lengths = [.. x.Shape], strides = [.. x.Strides];
        (lengths[axis], lengths[^1]) = (lengths[^1], lengths[axis]);
        (strides[axis], strides[^1]) = (strides[^1], strides[axis]);
        return x.View([.. lengths], 0, strides);
    }
}
