using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>A function of one number, of many at a time.</summary>
internal interface IVectorFunction
{
    static abstract T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    static abstract Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged;
}

/// <summary>Applies functions to spans. The result for an element does not depend on its place: the last ones are filled up to a vector.</summary>
internal static class VectorMap
{
    private const int HalvesAtOnce = 256;

    /// <summary>The kernel of a function.</summary>
    public static void Apply<T, TFunction>(ReadOnlySpan<T> x, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IVectorFunction
    {
        if (typeof(T) == typeof(Half))
            ApplyToHalves<TFunction>(MemoryMarshal.Cast<T, Half>(x), MemoryMarshal.Cast<T, Half>(result));
        else if (Vector256.IsHardwareAccelerated && (typeof(T) == typeof(float) || typeof(T) == typeof(double)))
            ApplyToVectors<T, TFunction>(x, result);
        else
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = TFunction.Of(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplyToVectors<T, TFunction>(ReadOnlySpan<T> x, Span<T> result)
        where T : unmanaged
        where TFunction : struct, IVectorFunction
    {
        ref T from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(result);
        int whole = result.Length - (result.Length % Vector512<T>.Count), rest = result.Length - whole;
        for (nint i = 0; i < whole; i += Vector512<T>.Count)
            TFunction.Of(Vector512.LoadUnsafe(ref Unsafe.Add(ref from, i))).StoreUnsafe(ref Unsafe.Add(ref to, i));
        if (rest == 0)
            return;
        Span<T> last = stackalloc T[Vector512<T>.Count];
        x.Slice(whole, rest).CopyTo(last);
        TFunction.Of(Vector512.Create<T>(last)).CopyTo(last);
        last[..rest].CopyTo(result[whole..]);
    }

    private static void ApplyToHalves<TFunction>(ReadOnlySpan<Half> x, Span<Half> result)
        where TFunction : struct, IVectorFunction
    {
        Span<float> some = stackalloc float[HalvesAtOnce];
        for (int at = 0; at < result.Length; at += HalvesAtOnce)
        {
            Span<float> part = some[..Math.Min(HalvesAtOnce, result.Length - at)];
            TensorPrimitives.ConvertToSingle(x.Slice(at, part.Length), part);
            Apply<float, TFunction>(part, part);
            TensorPrimitives.ConvertToHalf(part, result[at..]);
        }
    }
}
