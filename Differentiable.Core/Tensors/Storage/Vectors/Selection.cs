using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>Chooses between the elements of two operands.</summary>
internal static class Selection
{
    /// <param name="conditions">One for each result.</param>
    /// <param name="whenTrue">What is chosen where the condition holds.</param>
    /// <param name="whenFalse">What is chosen elsewhere.</param>
    /// <param name="result">Gets what is chosen.</param>
    public static void Choose<T>(ReadOnlySpan<bool> conditions, Operand<T> whenTrue, Operand<T> whenFalse, Span<T> result)
        where T : unmanaged
    {
        bool inVectors = Vector256.IsHardwareAccelerated && Vector512<T>.IsSupported && (Unsafe.SizeOf<T>() is sizeof(int) or sizeof(long));
        int whole = inVectors ? result.Length - (result.Length % Vector512<T>.Count) : 0;
        ChooseVectors(conditions, whenTrue, whenFalse, result[..whole]);
        for (int i = whole; i < result.Length; i++)
            result[i] = conditions[i] ? whenTrue[i] : whenFalse[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ChooseVectors<T>(ReadOnlySpan<bool> conditions, Operand<T> whenTrue, Operand<T> whenFalse, Span<T> result)
        where T : unmanaged
    {
        ref T to = ref MemoryMarshal.GetReference(result);
        ref byte condition = ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(conditions));
        for (nint i = 0; i < result.Length; i += Vector512<T>.Count)
            Vector512.ConditionalSelect(AreZero<T>(ref Unsafe.Add(ref condition, i)), whenFalse.From(i), whenTrue.From(i)).StoreUnsafe(ref to, (nuint)i);
    }

    /// <summary>All bits of an element where a byte is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> AreZero<T>(ref byte bytes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(int)
            ? Vector512.Equals(Widen(Vector128.LoadUnsafe(ref bytes)), Vector512<uint>.Zero).As<uint, T>()
            : Vector512.Equals(Widen(Unsafe.ReadUnaligned<ulong>(ref bytes)), Vector512<ulong>.Zero).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Widen(Vector128<byte> bytes)
    {
        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(bytes);
        return Vector512.Create(Widen(lower), Widen(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Widen(ulong bytes)
    {
        (Vector256<ulong> lower, Vector256<ulong> upper) = Vector256.Widen(Widen(Vector128.WidenLower(Vector128.CreateScalar(bytes).AsByte())));
        return Vector512.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Widen(Vector128<ushort> words)
    {
        (Vector128<uint> lower, Vector128<uint> upper) = Vector128.Widen(words);
        return Vector256.Create(lower, upper);
    }
}
