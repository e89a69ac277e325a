using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Products of matrices of any numbers, row by row.</summary>
internal static class PlainMatrices
{
    public static void Multiply<T>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
        where T : unmanaged, INumberBase<T>
    {
        for (int row = 0; row < left.Rows; row++)
        {
            Span<T> sums = result.Array.AsSpan(result.Start + (row * result.RowStride), result.Columns);
            sums.Clear();
            for (int i = 0; i < left.Columns; i++)
                AddProduct(left.At(row, i), right, i, sums);
        }
    }

    private static void AddProduct<T>(T factor, MatrixView<T> right, int row, Span<T> sums)
        where T : unmanaged, INumberBase<T>
    {
        if (right.ColumnStride == 1)
        {
            TensorPrimitives.MultiplyAdd(right.Array.AsSpan(right.Start + (row * right.RowStride), sums.Length), factor, sums, sums);
            return;
        }
        for (int column = 0; column < sums.Length; column++)
            sums[column] = (factor * right.At(row, column)) + sums[column];
    }
}
