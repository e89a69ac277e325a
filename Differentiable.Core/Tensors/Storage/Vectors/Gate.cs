using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The kernel that lets elements pass where another one is positive, and gives zero elsewhere.</summary>
internal static class Gate<T>
    where T : unmanaged, INumber<T>
{
    public static readonly BinaryKernel<T, T> Pass = new(
        nameof(Pass),
        static (left, right, result) => Apply(new(left), new(right), result),
        static (left, right, result) => Apply(new(left), Operand<T>.One(ref right), result),
        static (left, right, result) => Apply(Operand<T>.One(ref left), new(right), result));

    private static void Apply(Operand<T> x, Operand<T> control, Span<T> result)
    {
        int whole = Vector256.IsHardwareAccelerated && Vector512<T>.IsSupported ? result.Length - (result.Length % Vector512<T>.Count) : 0;
        ApplyToVectors(x, control, result[..whole]);
        for (int i = whole; i < result.Length; i++)
            result[i] = control[i] > T.Zero ? x[i] : T.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplyToVectors(Operand<T> x, Operand<T> control, Span<T> result)
    {
        ref T to = ref MemoryMarshal.GetReference(result);
        for (nint i = 0; i < result.Length; i += Vector512<T>.Count)
            (x.From(i) & Vector512.GreaterThan(control.From(i), Vector512<T>.Zero)).StoreUnsafe(ref to, (nuint)i);
    }
}
