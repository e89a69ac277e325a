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
        where TOut : unmanaged
    {
        Tensor<TIn> lines = SwapWithLast(x, axis);
        ReadOnlySpan<TIn> elements = lines.Dense().DenseElements;
        TOut[] result = Elementwise.Allocate<TOut>(elements.Length);
        int length = x.Shape[axis];
        for (int at = 0; at < result.Length; at += length)
            kernel(elements.Slice(at, length), result.AsSpan(at, length));
        return SwapWithLast(new Tensor<TOut>(lines.Shape, result), axis);
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
