using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Differentiable.Tensors;

/// <summary>Brings the elements of a factor into the order in which the kernel reads them.</summary>
internal static class Packing
{
    /// <summary>
    /// How many tiles are written at once where the elements of a step stand one behind the other: what comes next in memory is at hand, and more places to write at
    /// would drive each other out of the cache.
    /// </summary>
    public const int TilesAtOnce = 4;

    /// <summary>How many steps ahead the elements are fetched: steps that lie apart are in different pages of memory, which the processor does not go on to by itself.</summary>
    private const int StepsAhead = 8;

    /// <summary>How many squares of some lanes are transposed before those of the next ones: four cache lines.</summary>
    private const int SquaresAtOnce = 16;

    /// <summary>Writes tile after tile; of each, step after step, one element of each of its lanes.</summary>
    /// <param name="source">The rows of the left factor, or the columns of the right one.</param>
    /// <param name="lanes">How many of them there are.</param>
    /// <param name="steps">How long they are.</param>
    /// <param name="destination">Gets the elements.</param>
    /// <param name="width">How many lanes a tile has; those that the last one lacks are zero.</param>
    public static void Pack<T>(Strip<T> source, int lanes, int steps, ref T destination, int width)
        where T : unmanaged
    {
        int count = lanes % width;
        if (count > 0)
            ClearLanes(count, steps, ref Unsafe.Add(ref destination, (nint)(lanes - count) * steps), width);
        int atOnce = source.LaneStride == 1 ? TilesAtOnce * width : width;
        for (int lane = 0; lane < lanes; lane += atOnce)
        {
            Strip<T> tiles = new(ref Unsafe.Add(ref source.First, lane * source.LaneStride), source.LaneStride, source.StepStride);
            PackTiles(tiles, Math.Min(atOnce, lanes - lane), steps, ref Unsafe.Add(ref destination, (nint)lane * steps), width);
        }
    }

    private static void PackTiles<T>(Strip<T> source, int lanes, int steps, ref T destination, int width)
        where T : unmanaged
    {
        if (source.LaneStride == 1)
            CopySteps(source, lanes, steps, ref destination, width);
        else if (source.StepStride == 1 && Sse2.IsSupported)
            Transpose(source, lanes, steps, ref destination, width);
        else
            Gather(source, 0, lanes, 0, steps, ref destination, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopySteps<T>(Strip<T> source, int lanes, int steps, ref T destination, int width)
        where T : unmanaged
    {
        for (nint step = 0; step < steps; step++)
        {
            ref T from = ref Unsafe.Add(ref source.First, step * source.StepStride), to = ref Unsafe.Add(ref destination, step * width);
            Prefetch.Near(ref Unsafe.Add(ref from, StepsAhead * source.StepStride), lanes);
            for (nint lane = 0; lane < lanes; lane += width)
                Copy(ref AsByte(ref from, lane), ref AsByte(ref to, lane * steps), Math.Min(width, lanes - lane) * Unsafe.SizeOf<T>());
        }
    }

    /// <summary>A few bytes: a call would cost more than they do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte source, ref byte destination, nint count)
    {
        nint at = 0;
        for (; at <= count - Vector512<byte>.Count; at += Vector512<byte>.Count)
            Vector512.LoadUnsafe(ref source, (nuint)at).StoreUnsafe(ref destination, (nuint)at);
        for (; at <= count - Vector128<byte>.Count; at += Vector128<byte>.Count)
            Vector128.LoadUnsafe(ref source, (nuint)at).StoreUnsafe(ref destination, (nuint)at);
        for (; at < count; at++)
            Unsafe.Add(ref destination, at) = Unsafe.Add(ref source, at);
    }

    private static ref byte AsByte<T>(ref T first, nint offset) => ref Unsafe.As<T, byte>(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(Strip<T> source, int fromLane, int lanes, int fromStep, int steps, ref T destination, int width)
        where T : unmanaged
    {
        for (nint lane = fromLane; lane < lanes; lane++)
        {
            for (nint step = fromStep; step < steps; step++)
                Unsafe.Add(ref destination, (step * width) + lane) = Unsafe.Add(ref source.First, (lane * source.LaneStride) + (step * source.StepStride));
        }
    }

    private static void ClearLanes<T>(int lanes, int steps, ref T destination, int width)
        where T : unmanaged
    {
        for (nint step = 0; step < steps; step++)
        {
            for (nint lane = lanes; lane < width; lane++)
                Unsafe.Add(ref destination, (step * width) + lane) = default;
        }
    }

    /// <summary>
    /// The elements of a lane stand one behind the other: squares of 16 bytes are transposed in registers, a few cache lines of each lane before the next one: so few, since
    /// those of many lanes would drive each other out of the cache where the stride is a power of two; and more than one, so that there is time to fetch the next ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(Strip<T> source, int lanes, int steps, ref T destination, int width)
        where T : unmanaged
    {
        int side = Vector128<T>.Count, wholeLanes = lanes - (lanes % side), wholeSteps = steps - (steps % side);
        for (int step = 0, atOnce = SquaresAtOnce * side; step < wholeSteps; step += atOnce)
        {
            for (int lane = 0; lane < wholeLanes; lane += side)
                TransposeLines(source, lane, step, Math.Min(atOnce, wholeSteps - step), ref destination, width);
        }
        Gather(source, wholeLanes, lanes, 0, wholeSteps, ref destination, width);
        Gather(source, 0, lanes, wholeSteps, steps, ref destination, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeLines<T>(Strip<T> source, nint lane, nint step, int steps, ref T destination, int width)
        where T : unmanaged
    {
        ref T from = ref Unsafe.Add(ref source.First, (lane * source.LaneStride) + step);
        ref T to = ref Unsafe.Add(ref destination, (step * width) + lane);
        for (nint i = 0; i < Vector128<T>.Count; i++)
            Prefetch.Far(ref Unsafe.Add(ref from, (2 * steps) + (i * source.LaneStride)), steps);
        for (nint i = 0; i < steps; i += Vector128<T>.Count)
            TransposeSquare(ref Unsafe.Add(ref from, i), source.LaneStride, ref Unsafe.Add(ref to, i * width), width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquare<T>(ref T source, nint stride, ref T destination, nint width)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            TransposeSquare(ref Unsafe.As<T, float>(ref source), stride, ref Unsafe.As<T, float>(ref destination), width);
        else
            TransposeSquare(ref Unsafe.As<T, double>(ref source), stride, ref Unsafe.As<T, double>(ref destination), width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquare(ref float source, nint stride, ref float destination, nint width)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source), b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, stride));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * stride)), d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * stride));
        Vector128<float> ab = Sse.UnpackLow(a, b), cd = Sse.UnpackLow(c, d), upperAB = Sse.UnpackHigh(a, b), upperCD = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref destination);
        Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref Unsafe.Add(ref destination, width));
        Sse.MoveLowToHigh(upperAB, upperCD).StoreUnsafe(ref Unsafe.Add(ref destination, 2 * width));
        Sse.MoveHighToLow(upperCD, upperAB).StoreUnsafe(ref Unsafe.Add(ref destination, 3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquare(ref double source, nint stride, ref double destination, nint width)
    {
        Vector128<double> a = Vector128.LoadUnsafe(ref source), b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, stride));
        Sse2.UnpackLow(a, b).StoreUnsafe(ref destination);
        Sse2.UnpackHigh(a, b).StoreUnsafe(ref Unsafe.Add(ref destination, width));
    }
}
