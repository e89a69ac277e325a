using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>A comparison of two numbers, or of vectors, which gives all bits where it holds.</summary>
internal interface IComparison
{
    static abstract bool Holds<T>(T left, T right)
        where T : unmanaged, INumber<T>;

    static abstract Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged;
}

internal readonly struct IsGreater : IComparison
{
    public static bool Holds<T>(T left, T right)
        where T : unmanaged, INumber<T> => left > right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.GreaterThan(left, right);
}

internal readonly struct IsGreaterOrEqual : IComparison
{
    public static bool Holds<T>(T left, T right)
        where T : unmanaged, INumber<T> => left >= right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.GreaterThanOrEqual(left, right);
}

internal readonly struct IsLess : IComparison
{
    public static bool Holds<T>(T left, T right)
        where T : unmanaged, INumber<T> => left < right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.LessThan(left, right);
}

internal readonly struct IsLessOrEqual : IComparison
{
    public static bool Holds<T>(T left, T right)
        where T : unmanaged, INumber<T> => left <= right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.LessThanOrEqual(left, right);
}

/// <summary>The kernels of comparisons.</summary>
internal static class Comparisons<T, TComparison>
    where T : unmanaged, INumber<T>
    where TComparison : struct, IComparison
{
    public static BinaryKernel<T, bool> Named(string name) => new(
        name,
        static (left, right, result) => Compare(new(left), new(right), result),
        static (left, right, result) => Compare(new(left), Operand<T>.One(ref right), result),
        static (left, right, result) => Compare(Operand<T>.One(ref left), new(right), result));

    private static void Compare(Operand<T> left, Operand<T> right, Span<bool> result)
    {
        bool inVectors = Vector256.IsHardwareAccelerated && Vector512<T>.IsSupported && (Unsafe.SizeOf<T>() is sizeof(int) or sizeof(long));
        int whole = inVectors ? result.Length - (result.Length % Vector512<byte>.Count) : 0;
        CompareVectors(left, right, result[..whole]);
        for (int i = whole; i < result.Length; i++)
            result[i] = TComparison.Holds(left[i], right[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CompareVectors(Operand<T> left, Operand<T> right, Span<bool> result)
    {
        ref byte to = ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(result));
        for (nint i = 0; i < result.Length; i += Vector512<byte>.Count)
        {
            Vector512<short> lower = Vector512.Narrow(Compare16(left, right, i), Compare16(left, right, i + 16));
            Vector512<short> upper = Vector512.Narrow(Compare16(left, right, i + 32), Compare16(left, right, i + 48));
            (Vector512.Narrow(lower, upper).AsByte() & Vector512<byte>.One).StoreUnsafe(ref to, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Compare16(Operand<T> left, Operand<T> right, nint i) => Unsafe.SizeOf<T>() == sizeof(int)
        ? CompareOne(left, right, i).AsInt32()
        : Vector512.Narrow(CompareOne(left, right, i).AsInt64(), CompareOne(left, right, i + 8).AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> CompareOne(Operand<T> left, Operand<T> right, nint i) => TComparison.Holds(left.From(i), right.From(i));
}
