using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>Products of matrices that fit into the cache: the factors are read where they stand, as far as the kernel can.</summary>
internal static class SmallMatrices<T, TVector, TVectors>
    where T : unmanaged, INumberBase<T>
    where TVectors : struct, IVectors<T, TVector>
{
    public static void Multiply(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
    {
        int depth = Math.Min(left.Columns, MatrixTile<T, TVector, TVectors>.Depth);
        for (int step = 0; step < left.Columns; step += depth)
            MultiplySteps(left, right, result, step, Math.Min(depth, left.Columns - step));
    }

    private static void MultiplySteps(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result, int step, int depth)
    {
        int width = MatrixTile<T, TVector, TVectors>.Width, readInPlace = right.ColumnStride == 1 ? right.Columns - (right.Columns % width) : 0;
        for (int column = 0; column < readInPlace; column += width)
            MultiplyColumns(left, new(ref right.At(step, column), 1, right.RowStride), result, step, depth, column, width);
        if (readInPlace == right.Columns)
            return;
        PackingBuffer<T> packed = PackingBuffer<T>.Rent(depth * width);
        for (int column = readInPlace; column < right.Columns; column += width)
        {
            int count = Math.Min(width, right.Columns - column);
            Packing.Pack(new(ref right.At(step, column), right.ColumnStride, right.RowStride), count, depth, ref packed.First, width);
            MultiplyColumns(left, new(ref packed.First, 1, width), result, step, depth, column, count);
        }
        packed.Return();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyColumns(MatrixView<T> left, Strip<T> right, MatrixView<T> result, int step, int depth, int column, int count)
    {
        for (int row = 0, height; row < left.Rows; row += height)
        {
            height = TileHeights.First(left.Rows - row, TVectors.TileHeight);
            Strip<T> rows = new(ref left.At(row, step), left.RowStride, left.ColumnStride);
            PartialTile<T, TVector, TVectors>.Compute(height, rows, right, depth, ref result.At(row, column), result.RowStride, count, isSum: step > 0);
        }
    }
}
