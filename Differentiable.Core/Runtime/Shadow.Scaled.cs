using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

// Multiples of vectors, which most of the reverse of a scalar product or a matrix product consists of. Element by element and without a
// fused multiplication, so that the bits are those of the plain loop. Not inlined: their registers would be missing in the caller's loops.
public static partial class Shadow
{
    /// <summary>Adds to each element of <paramref name="to"/> the one of the same index of <paramref name="from"/> times <paramref name="scale"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">The elements that are multiplied.</param>
    /// <param name="scale">What they are multiplied by.</param>
    /// <param name="to">What the products are added to: storage that does not overlap <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddScaled<T>(ReadOnlySpan<T> from, T scale, Span<T> to)
        where T : INumberBase<T>
    {
        RequireSameShape(from.Length == to.Length);
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            Vector<T> scales = new(scale);
            for (; i <= to.Length - 4 * Vector<T>.Count; i += 4 * Vector<T>.Count)
            {
                Vector<T> first = Sum(from, to, scales, i);
                Vector<T> second = Sum(from, to, scales, i + Vector<T>.Count);
                Vector<T> third = Sum(from, to, scales, i + 2 * Vector<T>.Count);
                Vector<T> fourth = Sum(from, to, scales, i + 3 * Vector<T>.Count);
                Store(first, to, i);
                Store(second, to, i + Vector<T>.Count);
                Store(third, to, i + 2 * Vector<T>.Count);
                Store(fourth, to, i + 3 * Vector<T>.Count);
            }
            for (; i <= to.Length - Vector<T>.Count; i += Vector<T>.Count)
                Store(Sum(from, to, scales, i), to, i);
        }
        for (; i < to.Length; i++)
            to[i] += scale * from[i];
    }

    /// <summary>Sets each element of <paramref name="to"/> to the one of the same index of <paramref name="from"/> times <paramref name="scale"/>.</summary>
    /// <inheritdoc cref="AddScaled{T}(ReadOnlySpan{T}, T, Span{T})"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SetScaled<T>(ReadOnlySpan<T> from, T scale, Span<T> to)
        where T : INumberBase<T>
    {
        RequireSameShape(from.Length == to.Length);
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            Vector<T> scales = new(scale);
            for (; i <= to.Length - Vector<T>.Count; i += Vector<T>.Count)
                Store(scales * Load(from, i), to, i);
        }
        for (; i < to.Length; i++)
            to[i] = scale * from[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Sum<T>(ReadOnlySpan<T> from, ReadOnlySpan<T> to, Vector<T> scales, int at)
        => Load(to, at) + scales * Load(from, at);

    // The callers' loops stay inside the spans, which have one length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Load<T>(ReadOnlySpan<T> from, int at)
        => Vector.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Vector<T> vector, Span<T> to, int at)
        => vector.StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)at);
}
