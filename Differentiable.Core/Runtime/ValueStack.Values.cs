using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

// Values of types that have no form of their own.
public sealed partial class ValueStack
{
    /// <summary>Puts a value on the stack, in whole slots.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push<T>(T value)
        where T : unmanaged
    {
        int slots = Slots.For<T>(1);
        if (slots > _slots.Length - _count)
            Grow(slots);
        Unsafe.WriteUnaligned(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), _count)), value);
        _count += slots;
    }

    /// <summary>Takes the last value off, which was pushed as one of the same type.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="InvalidOperationException">The stack holds fewer slots than that takes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop<T>()
        where T : unmanaged
    {
        int slots = Slots.For<T>(1);
        if (slots > _count)
            throw TooFew(slots);
        _count -= slots;
        return Unsafe.ReadUnaligned<T>(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), _count)));
    }
}
