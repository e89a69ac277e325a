using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>Elements that stand in rows, lanes by steps: what a kernel reads of a factor.</summary>
/// <param name="first">The first element.</param>
/// <param name="laneStride">How far apart the rows of the left factor are.</param>
/// <param name="stepStride">How far it is to the next column of the left factor, or to the next row of the right one.</param>
internal readonly ref struct Strip<T>(ref T first, nint laneStride, nint stepStride)
{
    public readonly ref T First = ref first;
    public readonly nint LaneStride = laneStride;
    public readonly nint StepStride = stepStride;
}

/// <summary>
/// The kernel of the matrix product: a tile of the result, two vectors wide, stays in registers while the factors' common axis is walked along
/// (K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication", 2008). Here and in what feeds it the JIT is told not to begin with slow code.
/// </summary>
internal static class MatrixTile<T, TVector, TVectors>
    where T : unmanaged
    where TVectors : struct, IVectors<T, TVector>
{
    /// <summary>How many columns a tile has.</summary>
    public static int Width => 2 * TVectors.Count;

    /// <summary>
    /// How much of the common axis is summed in registers before the sum goes to the result: with less, the result is fetched too often; with more, the strips of both
    /// factors leave the second-level cache. The same for products of all sizes, so that rounding does not depend on the way they are computed.
    /// </summary>
    public const int Depth = 512;

    /// <summary>Computes a tile.</summary>
    /// <param name="height">How many rows it has; one of <see cref="TileHeights"/>.</param>
    /// <param name="left">The rows of the left factor.</param>
    /// <param name="right">The columns of the right one; those of a row stand one behind the other.</param>
    /// <param name="depth">The length of the common axis.</param>
    /// <param name="tile">Gets the result.</param>
    /// <param name="stride">How far apart its rows are.</param>
    /// <param name="isSum">Is the product added to what is there?</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(int height, Strip<T> left, Strip<T> right, int depth, ref T tile, nint stride, bool isSum)
    {
        switch (height)
        {
            case 12:
                Compute<Height12>(left, right, depth, ref tile, stride, isSum);
                break;
            case 8:
                Compute<Height8>(left, right, depth, ref tile, stride, isSum);
                break;
            case 6:
                Compute<Height6>(left, right, depth, ref tile, stride, isSum);
                break;
            case 4:
                Compute<Height4>(left, right, depth, ref tile, stride, isSum);
                break;
            case 2:
                Compute<Height2>(left, right, depth, ref tile, stride, isSum);
                break;
            default:
                Compute<Height1>(left, right, depth, ref tile, stride, isSum);
                break;
        }
    }

    /// <summary>All sums are locals, so that the JIT keeps them in registers; those of rows that the tile does not have, it leaves out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<THeight>(Strip<T> left, Strip<T> right, int depth, ref T tile, nint stride, bool isSum)
        where THeight : struct, ITileHeight
    {
        TVector a0 = TVectors.Create(default), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0, e0 = a0, e1 = a0, f0 = a0, f1 = a0;
        TVector g0 = a0, g1 = a0, h0 = a0, h1 = a0, i0 = a0, i1 = a0, j0 = a0, j1 = a0, k0 = a0, k1 = a0, l0 = a0, l1 = a0;
        nint one = left.LaneStride, two = 2 * one, three = 3 * one, rightStep = right.StepStride, leftStep = left.StepStride;
        ref T columns = ref right.First, row0 = ref left.First, row4 = ref Unsafe.Add(ref row0, 4 * one), row8 = ref Unsafe.Add(ref row4, 4 * one);
        for (; depth > 0; depth--)
        {
            TVector x = TVectors.Load(ref columns), y = TVectors.Load(ref Unsafe.Add(ref columns, TVectors.Count));
            Add<THeight>(0, ref a0, ref a1, ref row0, x, y);
            Add<THeight>(1, ref b0, ref b1, ref Unsafe.Add(ref row0, one), x, y);
            Add<THeight>(2, ref c0, ref c1, ref Unsafe.Add(ref row0, two), x, y);
            Add<THeight>(3, ref d0, ref d1, ref Unsafe.Add(ref row0, three), x, y);
            Add<THeight>(4, ref e0, ref e1, ref row4, x, y);
            Add<THeight>(5, ref f0, ref f1, ref Unsafe.Add(ref row4, one), x, y);
            Add<THeight>(6, ref g0, ref g1, ref Unsafe.Add(ref row4, two), x, y);
            Add<THeight>(7, ref h0, ref h1, ref Unsafe.Add(ref row4, three), x, y);
            Add<THeight>(8, ref i0, ref i1, ref row8, x, y);
            Add<THeight>(9, ref j0, ref j1, ref Unsafe.Add(ref row8, one), x, y);
            Add<THeight>(10, ref k0, ref k1, ref Unsafe.Add(ref row8, two), x, y);
            Add<THeight>(11, ref l0, ref l1, ref Unsafe.Add(ref row8, three), x, y);
            columns = ref Unsafe.Add(ref columns, rightStep);
            row0 = ref Unsafe.Add(ref row0, leftStep);
            row4 = ref Unsafe.Add(ref row4, leftStep);
            row8 = ref Unsafe.Add(ref row8, leftStep);
        }
        Store<THeight>(0, a0, a1, ref Unsafe.Add(ref tile, 0 * stride), isSum);
        Store<THeight>(1, b0, b1, ref Unsafe.Add(ref tile, 1 * stride), isSum);
        Store<THeight>(2, c0, c1, ref Unsafe.Add(ref tile, 2 * stride), isSum);
        Store<THeight>(3, d0, d1, ref Unsafe.Add(ref tile, 3 * stride), isSum);
        Store<THeight>(4, e0, e1, ref Unsafe.Add(ref tile, 4 * stride), isSum);
        Store<THeight>(5, f0, f1, ref Unsafe.Add(ref tile, 5 * stride), isSum);
        Store<THeight>(6, g0, g1, ref Unsafe.Add(ref tile, 6 * stride), isSum);
        Store<THeight>(7, h0, h1, ref Unsafe.Add(ref tile, 7 * stride), isSum);
        Store<THeight>(8, i0, i1, ref Unsafe.Add(ref tile, 8 * stride), isSum);
        Store<THeight>(9, j0, j1, ref Unsafe.Add(ref tile, 9 * stride), isSum);
        Store<THeight>(10, k0, k1, ref Unsafe.Add(ref tile, 10 * stride), isSum);
        Store<THeight>(11, l0, l1, ref Unsafe.Add(ref tile, 11 * stride), isSum);
    }

    /// <summary>Adds the products of one element of the left factor to the sums of its row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<THeight>(int row, ref TVector sum0, ref TVector sum1, ref T left, TVector right0, TVector right1)
        where THeight : struct, ITileHeight
    {
        if (row >= THeight.Rows)
            return;
        TVector factor = TVectors.Create(left);
        sum0 = TVectors.MultiplyAdd(factor, right0, sum0);
        sum1 = TVectors.MultiplyAdd(factor, right1, sum1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<THeight>(int row, TVector sum0, TVector sum1, ref T destination, bool isSum)
        where THeight : struct, ITileHeight
    {
        if (row >= THeight.Rows)
            return;
        ref T second = ref Unsafe.Add(ref destination, TVectors.Count);
        TVectors.Store(isSum ? TVectors.Add(TVectors.Load(ref destination), sum0) : sum0, ref destination);
        TVectors.Store(isSum ? TVectors.Add(TVectors.Load(ref second), sum1) : sum1, ref second);
    }
}
