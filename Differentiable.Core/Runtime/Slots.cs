using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

/// <summary>Sizes in slots of 8 bytes, the unit of <see cref="ValueStack"/> and <see cref="Workspace"/>.</summary>
internal static class Slots
{
    /// <summary>The slots that <paramref name="length"/> elements of type <typeparamref name="T"/> take, rounded up to whole ones.</summary>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative: what <c>new T[length]</c> throws.</exception>
    /// <exception cref="InsufficientMemoryException">No array holds that many.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> holds references, which the garbage collector does not find in slots.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int For<T>(int length)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            ThrowReferences(typeof(T));
        if (length < 0)
            ThrowNegative(length);
        long slots = ((long)length * Unsafe.SizeOf<T>() + 7) >> 3;
        if (slots > Array.MaxLength)
            ThrowTooMany(slots);
        return (int)slots;
    }

    /// <summary>The capacity to grow to: twice the present one, but at least what is needed and at most what an array can hold.</summary>
    /// <exception cref="InsufficientMemoryException">No array holds that many.</exception>
    public static int Grown(int capacity, long needed)
    {
        if (needed > Array.MaxLength)
            ThrowTooMany(needed);
        return (int)Math.Min(Math.Max(2L * capacity, needed), Array.MaxLength);
    }

    /// <summary>Slots as elements of another type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> As<T>(Span<double> slots, int length) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<double, T>(ref MemoryMarshal.GetReference(slots)), length);

    private static void ThrowReferences(Type type)
        => throw new NotSupportedException($"Values of {type} hold references, so the reverse sweep cannot keep them: use a number type without.");

    private static void ThrowNegative(int length)
        => throw new OverflowException($"An array cannot have {length} elements: its length must not be negative.");

    private static void ThrowTooMany(long slots)
        => throw new InsufficientMemoryException(
            $"The reverse sweep would have to keep {slots} values of 8 bytes in one buffer, which holds at most {Array.MaxLength}.");
}
