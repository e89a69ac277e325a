using System.Numerics;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The product of two matrices, by the way that suits their size, the type of the elements and the processor.</summary>
/// <remarks>Which way depends on the lengths only, not on how the elements lie in storage; nor does it depend on the threads in what order products are added.</remarks>
internal static class MatrixMultiplication
{
    /// <summary>From how many multiplications on packed copies pay.</summary>
    public const long Large = 1 << 20;

    /// <summary>Computes a product.</summary>
    /// <param name="left">The left factor.</param>
    /// <param name="right">The right one, with as many rows as the left has columns.</param>
    /// <param name="result">Gets the product, whatever was there; in row-major order. Not empty.</param>
    public static void Multiply<T>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(Half))
            HalfMatrices.Multiply((MatrixView<Half>)(object)left, (MatrixView<Half>)(object)right, (MatrixView<Half>)(object)result);
        else if ((typeof(T) != typeof(float) && typeof(T) != typeof(double)) || !Vector128.IsHardwareAccelerated || left.Columns == 0)
            PlainMatrices.Multiply(left, right, result);
        else if (Vector512.IsHardwareAccelerated)
            Multiply<T, Vector512<T>, Vectors512<T>>(left, right, result);
        else if (Vector256.IsHardwareAccelerated)
            Multiply<T, Vector256<T>, Vectors256<T>>(left, right, result);
        else
            Multiply<T, Vector128<T>, Vectors128<T>>(left, right, result);
    }

    /// <summary>Tiles are wider than high: a product with few columns is computed as its transpose.</summary>
    private static void Multiply<T, TVector, TVectors>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
        where T : unmanaged, INumberBase<T>
        where TVectors : struct, IVectors<T, TVector>
    {
        if (right.Columns >= TVectors.Count || left.Rows <= right.Columns)
        {
            MultiplyTiles<T, TVector, TVectors>(left, right, result);
            return;
        }
        MatrixView<T> transposed = new(Arrays.Allocate<T>(left.Rows * right.Columns), 0, right.Columns, left.Rows);
        MultiplyTiles<T, TVector, TVectors>(right.Transposed, left.Transposed, transposed);
        for (int row = 0; row < left.Rows; row++)
        {
            for (int column = 0; column < right.Columns; column++)
                result.At(row, column) = transposed.At(column, row);
        }
    }

    private static void MultiplyTiles<T, TVector, TVectors>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
        where T : unmanaged, INumberBase<T>
        where TVectors : struct, IVectors<T, TVector>
    {
        if ((long)left.Rows * left.Columns * right.Columns >= Large)
            new LargeMatrices<T, TVector, TVectors>(left, right, result).Multiply();
        else
            SmallMatrices<T, TVector, TVectors>.Multiply(left, right, result);
    }
}
