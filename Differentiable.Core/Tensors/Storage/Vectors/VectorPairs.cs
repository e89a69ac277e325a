using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>A function of two numbers, of many at a time.</summary>
internal interface IPairFunction
{
    static abstract T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    static abstract Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged;
}

/// <summary>The left one where the right one is positive, and zero elsewhere.</summary>
internal readonly struct Gate : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => right > T.Zero ? left : T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => left & Vector512.GreaterThan(right, Vector512<T>.Zero);
}

/// <summary><c>left · (1 - right²)</c>.</summary>
internal readonly struct TanhSlope : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => left * (T.One - (right * right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => left * (Vector512<T>.One - (right * right));
}

/// <summary><c>left · right · (1 - right)</c>.</summary>
internal readonly struct SigmoidSlope : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => left * (right * (T.One - right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => left * (right * (Vector512<T>.One - right));
}

/// <summary>The kernels of functions of two numbers. The result for an element does not depend on its place: the last ones are filled up to a vector.</summary>
internal static class VectorPairs<T, TFunction>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TFunction : struct, IPairFunction
{
    public static readonly BinaryKernel<T, T> Kernel = Named(typeof(TFunction).Name);

    /// <summary>For an operation of another name.</summary>
    public static BinaryKernel<T, T> Named(string operation) => new(
        operation,
        static (left, right, result) => Apply(new(left), new(right), result),
        static (left, right, result) => Apply(new(left), Operand<T>.One(ref right), result),
        static (left, right, result) => Apply(Operand<T>.One(ref left), new(right), result));

    private static void Apply(Operand<T> left, Operand<T> right, Span<T> result)
    {
        if (Vector256.IsHardwareAccelerated && (typeof(T) == typeof(float) || typeof(T) == typeof(double)))
            ApplyToVectors(left, right, result);
        else
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = TFunction.Of(left[i], right[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplyToVectors(Operand<T> left, Operand<T> right, Span<T> result)
    {
        ref T to = ref MemoryMarshal.GetReference(result);
        int whole = result.Length - (result.Length % Vector512<T>.Count), rest = result.Length - whole;
        for (nint i = 0; i < whole; i += Vector512<T>.Count)
            TFunction.Of(left.From(i), right.From(i)).StoreUnsafe(ref to, (nuint)i);
        if (rest == 0)
            return;
        Span<T> last = stackalloc T[Vector512<T>.Count];
        TFunction.Of(left.From(whole, rest), right.From(whole, rest)).CopyTo(last);
        last[..rest].CopyTo(result[whole..]);
    }
}
