using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Differentiable.Tensors;

/// <summary>Tells the processor what is needed soon, where .NET has an instruction for that.</summary>
internal static class Prefetch
{
    /// <summary>
    /// Brings a tile of the result into the first-level cache while the kernel computes what is put there. An address is a hint only: where the garbage collector
    /// moves the result meanwhile, the hint is useless, not wrong.
    /// </summary>
    /// <param name="tile">The first element.</param>
    /// <param name="height">How many rows the tile has; each lies in two cache lines of 64 bytes.</param>
    /// <param name="stride">How far apart they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Tile<T>(ref T tile, int height, nint stride)
    {
        if (!Sse.IsSupported)
            return;
        for (byte* row = (byte*)Unsafe.AsPointer(ref tile); height > 0; height--, row += stride * Unsafe.SizeOf<T>())
        {
            Sse.Prefetch0(row);
            Sse.Prefetch0(row + 64);
        }
    }
}
