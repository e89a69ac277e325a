using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Tensors;

/// <summary>Tiles at the right edge of the result, which may have fewer columns than the kernel computes.</summary>
internal static class PartialTile<T, TVector, TVectors>
    where T : unmanaged, INumberBase<T>
    where TVectors : struct, IVectors<T, TVector>
{
    /// <summary>Computes as many columns of a tile as there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(int height, Strip<T> left, Strip<T> right, int depth, ref T tile, nint stride, int columns, bool isSum)
    {
        if (columns == MatrixTile<T, TVector, TVectors>.Width)
            MatrixTile<T, TVector, TVectors>.Compute(height, left, right, depth, ref tile, stride, isSum);
        else
            ComputePart(height, left, right, depth, ref tile, stride, columns, isSum);
    }

    private static void ComputePart(int height, Strip<T> left, Strip<T> right, int depth, ref T tile, nint stride, int columns, bool isSum)
    {
        int width = MatrixTile<T, TVector, TVectors>.Width;
        Span<T> whole = stackalloc T[TVectors.TileHeight * width];
        MatrixTile<T, TVector, TVectors>.Compute(height, left, right, depth, ref whole[0], width, isSum: false);
        for (int row = 0; row < height; row++)
            Put(whole.Slice(row * width, columns), ref Unsafe.Add(ref tile, row * stride), isSum);
    }

    private static void Put(ReadOnlySpan<T> elements, ref T destination, bool isSum)
    {
        Span<T> row = MemoryMarshal.CreateSpan(ref destination, elements.Length);
        if (isSum)
            TensorPrimitives.Add(row, elements, row);
        else
            elements.CopyTo(row);
    }
}
