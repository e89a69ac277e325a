using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Products of matrices, or of equally many of them.</summary>
internal static class MatrixProduct
{
    private const string Operation = "MatMul";

    public static Tensor<T> Of<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        if (Matrices.Require(left, Operation).Shape[^1] != Matrices.Require(right, Operation).Shape[^2])
            throw new ShapeMismatchException($"{Operation}: shapes {left.Shape} and {right.Shape} do not fit: axis -1 of the left has the length {left.Shape[^1]}, axis -2 of the right {right.Shape[^2]}.");
        if (left.Rank == 2 && right.Rank == 2)
            return OfMatrices(left, right);
        return IsOneMatrix(left, right) ? OfRows(left, right) : OfBatches(left, right);
    }

    private static Tensor<T> OfMatrices<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        MatrixView<T> product = new(Arrays.Allocate<T>(checked(left.Shape[0] * right.Shape[1])), 0, left.Shape[0], right.Shape[1]);
        if (product.Array.Length > 0)
            MatrixMultiplication.Multiply(new(left, 0), new(right, 0), product);
        return new([product.Rows, product.Columns], product.Array);
    }

    /// <summary>Is the right one a single matrix, and the left one, all rows taken together, too?</summary>
    private static bool IsOneMatrix<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged => right.Rank == 2 && left.IsDense;

    private static Tensor<T> OfRows<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        Shape outer = [.. left.Shape.Take(left.Rank - 1)], rows = [outer.FlattenedLength, left.Shape[^1]], all = [.. outer, right.Shape[1]];
        return OfMatrices(left.View(rows, 0, rows.Strides), right).View(all, 0, all.Strides);
    }

    private static Tensor<T> OfBatches<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        Shape batch = Matrices.CombinedBatch(left, right, Operation), shape = [.. batch, left.Shape[^2], right.Shape[^1]];
        T[] result = Arrays.Allocate<T>(shape.FlattenedLength);
        if (result.Length == 0)
            return new(shape, result);
        int[] lefts = Starts(left, batch), rights = Starts(right, batch);
        int size = shape[^2] * shape[^1];
        MultiplyEach(batch.FlattenedLength, (long)size * left.Shape[^1], i => MatrixMultiplication.Multiply(
            new(left, lefts[i]), new(right, rights[i]), new MatrixView<T>(result, i * size, shape[^2], shape[^1])));
        return new(shape, result);
    }

    /// <summary>Threads share products that are too small to be shared themselves.</summary>
    private static void MultiplyEach(int count, long multiplications, Action<int> multiply)
    {
        if (multiplications < MatrixMultiplication.Large && multiplications * count >= MatrixMultiplication.Large)
        {
            Workers.Share(count, multiply);
            return;
        }
        for (int i = 0; i < count; i++)
            multiply(i);
    }

    /// <summary>Where the matrices start.</summary>
    private static int[] Starts<T>(Tensor<T> tensor, Shape batch)
        where T : unmanaged
    {
        int[] strides = Broadcasting.Strides(Matrices.Batch(tensor.Shape), tensor.Strides[..^2], batch), starts = new int[batch.FlattenedLength];
        Rows rows = new([.. batch, 1], [.. strides, 1]);
        for (int i = 0; rows.Next(); i++)
            starts[i] = rows.Offset;
        return starts;
    }
}
