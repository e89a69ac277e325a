using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Products of matrices.</summary>
internal static class MatrixProduct
{
    public static Tensor<T> Of<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        if (left.Rank < 2 || right.Rank < 2)
            throw new ArgumentException($"{nameof(Tensor.MatMul)}: the shapes are {left.Shape} and {right.Shape}; both need at least two axes. Reshape a vector to a row or a column.");
        (int m, int k, int n) = (left.Shape[^2], left.Shape[^1], right.Shape[^1]);
        if (right.Shape[^2] != k)
            throw new ShapeMismatchException($"{nameof(Tensor.MatMul)}: shapes {left.Shape} and {right.Shape} do not fit: axis -1 of the left has the length {k}, axis -2 of the right {right.Shape[^2]}.");
        Shape ofLeft = Batch(left.Shape), ofRight = Batch(right.Shape), batch = Broadcasting.Combine(ofLeft, ofRight, nameof(Tensor.MatMul));
        ReadOnlySpan<T> l = Spread(left, batch).DenseElements, r = Spread(right, batch).DenseElements;
        T[] result = new T[batch.FlattenedLength * m * n];
        for (int i = 0; i < batch.FlattenedLength; i++)
            Multiply(l.Slice(i * m * k, m * k), r.Slice(i * k * n, k * n), result.AsSpan(i * m * n, m * n), k, n);
        return new([.. batch, m, n], result);
    }

    private static void Multiply<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result, int k, int n)
        where T : unmanaged, INumberBase<T>
    {
        for (int row = 0, at = 0; at < result.Length; row++, at += n)
        {
            Span<T> sums = result.Slice(at, n);
            for (int i = 0; i < k; i++)
                TensorPrimitives.MultiplyAdd(right.Slice(i * n, n), left[(row * k) + i], sums, sums);
        }
    }

    private static Shape Batch(Shape shape) => [.. shape.Take(shape.Rank - 2)];

    private static Tensor<T> Spread<T>(Tensor<T> x, Shape batch)
        where T : unmanaged
    {
        Shape shape = [.. batch, x.Shape[^2], x.Shape[^1]];
        return x.View(shape, 0, Broadcasting.Strides(x.Shape, x.Strides, shape)).Dense();
    }
}
