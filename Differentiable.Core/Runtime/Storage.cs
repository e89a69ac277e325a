using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

/// <summary>Where storage lies in memory.</summary>
internal static class Storage
{
    /// <summary>All elements of a two-dimensional array, row by row; none where it is null.</summary>
    public static Span<T> Flat<T>(T[,]? array) => Flat<T>((Array?)array);

    /// <summary>All elements of a three-dimensional array, the last index first; none where it is null.</summary>
    public static Span<T> Flat<T>(T[,,]? array) => Flat<T>((Array?)array);

    /// <summary>All elements of an array of any rank, the last index first; none where it is null. They must be of the type, or all be references.</summary>
    public static Span<T> Flat<T>(Array? array)
        => array is null ? [] : MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>Have the two any byte in common?</summary>
    /// <remarks><see cref="MemoryExtensions"/> compares spans of one type only, and spans of bytes end at 2 GB.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Overlap<T, U>(ReadOnlySpan<T> left, ReadOnlySpan<U> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return false;
        ref byte leftStart = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(left));
        ref byte rightStart = ref Unsafe.As<U, byte>(ref MemoryMarshal.GetReference(right));
        nint distance = Unsafe.ByteOffset(ref leftStart, ref rightStart);
        nint leftBytes = (nint)left.Length * Unsafe.SizeOf<T>();
        nint rightBytes = (nint)right.Length * Unsafe.SizeOf<U>();
        return -rightBytes < distance && distance < leftBytes;
    }
}
