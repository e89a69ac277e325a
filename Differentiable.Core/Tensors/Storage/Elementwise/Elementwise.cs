namespace Differentiable.Tensors;

/// <summary>Applies a kernel to elements, whatever their order in storage, and broadcasts.</summary>
internal static class Elementwise
{
    /// <summary>One result for each element.</summary>
    public static Tensor<TOut> Map<TIn, TOut>(Tensor<TIn> x, UnaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (Deferral.TryMap(x, kernel) is { } later)
            return later;
        TOut[] result = Arrays.Allocate<TOut>(x.FlattenedLength);
        kernel(x.Dense().DenseElements, result);
        return new(x.Shape, result);
    }

    /// <summary>One result for each pair of elements.</summary>
    public static Tensor<TOut> Combine<TIn, TOut>(Tensor<TIn> left, Tensor<TIn> right, BinaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        Shape shape = Broadcasting.Combine(left.Shape, right.Shape, kernel.Name);
        if (Deferral.TryCombine(shape, left, right, kernel) is { } later)
            return later;
        TOut[] result = Arrays.Allocate<TOut>(shape.FlattenedLength);
        if (result.Length == 0)
            return new(shape, result);
        if (shape.FlattenedLength == left.FlattenedLength && IsOneNumber(right))
            kernel.WithRight(left.Dense().DenseElements, right.Elements[0], result);
        else if (shape.FlattenedLength == right.FlattenedLength && IsOneNumber(left))
            kernel.WithLeft(left.Elements[0], right.Dense().DenseElements, result);
        else if (shape.FlattenedLength == left.FlattenedLength && shape.FlattenedLength == right.FlattenedLength)
            kernel.Each(left.Dense().DenseElements, right.Dense().DenseElements, result);
        else
            CombineRows(left.Dense(), right.Dense(), shape, kernel, result);
        return new(shape, result);
    }

    /// <summary>One result for each three elements.</summary>
    public static Tensor<T> Combine<T>(Tensor<T> first, Tensor<T> second, Tensor<T> third, string name, Func<T, T, T, T> each)
        where T : unmanaged
    {
        Shape shape = Broadcasting.Combine(Broadcasting.Combine(first.Shape, second.Shape, name), third.Shape, name);
        T[] result = Arrays.Allocate<T>(shape.FlattenedLength);
        if (result.Length == 0)
            return new(shape, result);
        ReadOnlySpan<T> x = Broadcasting.Spread(first, shape).DenseElements, y = Broadcasting.Spread(second, shape).DenseElements, z = Broadcasting.Spread(third, shape).DenseElements;
        for (int i = 0; i < result.Length; i++)
            result[i] = each(x[i], y[i], z[i]);
        return new(shape, result);
    }

    /// <summary>Is it one number, or one that is repeated along all axes?</summary>
    public static bool IsOneNumber<T>(Tensor<T> tensor)
        where T : unmanaged => tensor.FlattenedLength == 1 || !tensor.Strides.AsSpan().ContainsAnyExcept(0);

    /// <summary>Row by row: along the last axis, each side has as many elements as the result or a single one.</summary>
    private static void CombineRows<TIn, TOut>(Tensor<TIn> left, Tensor<TIn> right, Shape shape, BinaryKernel<TIn, TOut> kernel, Span<TOut> result)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        int[] ofLeft = Broadcasting.Strides(left.Shape, left.Strides, shape), ofRight = Broadcasting.Strides(right.Shape, right.Strides, shape);
        Rows leftRows = new(shape, ofLeft), rightRows = new(shape, ofRight);
        int length = shape[^1];
        for (int to = 0; leftRows.Next() && rightRows.Next(); to += length)
        {
            ReadOnlySpan<TIn> l = left.Elements[leftRows.Offset..], r = right.Elements[rightRows.Offset..];
            Span<TOut> row = result.Slice(to, length);
            if (ofLeft[^1] == 0 && length > 1)
                kernel.WithLeft(l[0], r[..length], row);
            else if (ofRight[^1] == 0 && length > 1)
                kernel.WithRight(l[..length], r[0], row);
            else
                kernel.Each(l[..length], r[..length], row);
        }
    }
}
