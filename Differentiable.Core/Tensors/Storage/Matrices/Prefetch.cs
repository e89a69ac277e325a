using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Differentiable.Tensors;

/// <summary>
/// Tells the processor what is needed soon, where .NET has an instruction for that. An address is a hint only: where the garbage collector moves an array meanwhile, or
/// none is there, the hint is useless, not wrong.
/// </summary>
internal static class Prefetch
{
    private const int CacheLine = 64;

    /// <summary>Brings a tile of the result into the first-level cache while the kernel computes what is put there.</summary>
    /// <param name="tile">The first element.</param>
    /// <param name="height">How many rows the tile has; each lies in two cache lines.</param>
    /// <param name="stride">How far apart they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Tile<T>(ref T tile, int height, nint stride)
    {
        if (!Sse.IsSupported)
            return;
        for (byte* row = (byte*)Unsafe.AsPointer(ref tile); height > 0; height--, row += stride * Unsafe.SizeOf<T>())
        {
            Sse.Prefetch0(row);
            Sse.Prefetch0(row + CacheLine);
        }
    }

    /// <summary>Brings elements that stand one behind the other into the first-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near<T>(ref T first, nint count) => Lines(ref first, count, isFar: false);

    /// <summary>Brings them into the second-level cache: for more of them than the first can keep.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Far<T>(ref T first, nint count) => Lines(ref first, count, isFar: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Lines<T>(ref T first, nint count, bool isFar)
    {
        if (!Sse.IsSupported)
            return;
        byte* line = (byte*)Unsafe.AsPointer(ref first), end = line + (count * Unsafe.SizeOf<T>());
        for (; line < end; line += CacheLine)
        {
            if (isFar)
                Sse.Prefetch1(line);
            else
                Sse.Prefetch0(line);
        }
    }
}
