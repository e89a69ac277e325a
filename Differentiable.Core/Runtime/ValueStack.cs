using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>
/// What the forward sweep keeps for the reverse sweep where the number of values is known only at run time. Generated code calls it.
/// </summary>
/// <remarks>
/// Every scalar takes one slot of 8 bytes. Values come back in the opposite order, each by the method of the type that it was pushed as.
/// A stack belongs to one thread at a time; a disposed one is rented again by the thread that disposed it, with the capacity that it
/// grew to, so that repeated calls allocate nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ValueStack : IDisposable
{
    private const int InitialCapacity = 256;

    [ThreadStatic]
    private static ValueStack? s_free;

    // A stack that is not rented has no slots, so that every push and pop takes its slow path, which reports the misuse.
    private double[] _slots = [];
    private int _count;
    private double[] _kept = GC.AllocateUninitializedArray<double>(InitialCapacity);
    private ValueStack? _nextFree;
    private bool _rented;

    private ValueStack()
    {
    }

    /// <summary>An empty stack for the present thread, distinct from all that are rented; dispose it to give it back.</summary>
    /// <returns>The stack.</returns>
    public static ValueStack Rent()
    {
        ValueStack stack = s_free ?? new ValueStack();
        s_free = stack._nextFree;
        stack._nextFree = null;
        stack._slots = stack._kept;
        stack._rented = true;
        return stack;
    }

    /// <summary>Gives the stack back, with whatever is left on it dropped.</summary>
    /// <exception cref="ObjectDisposedException">It was given back before.</exception>
    public void Dispose()
    {
        ObjectDisposedException.ThrowIf(!_rented, this);
        _rented = false;
        _kept = _slots;
        _slots = [];
        _count = 0;
        DropReferences();
        _nextFree = s_free;
        s_free = this;
    }

    /// <summary>The number of slots in use.</summary>
    public int Count => _count;

    /// <summary>The number of slots that it has grown to. For tests.</summary>
    internal int Capacity => _slots.Length;

    /// <summary>Drops what was put on the stack since it had a given number of slots in use.</summary>
    /// <param name="count">That number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stack has fewer in use.</exception>
    public void Truncate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _count);
        _count = count;
        DropReferences();
    }

    /// <summary>
    /// Puts all that is on the stack there once more, so that it can be taken off and still be there: a reverse half then runs several times behind one
    /// forward half.
    /// </summary>
    public void Repeat()
    {
        int count = _count;
        if (count > _slots.Length - count)
            Grow(count);
        _slots.AsSpan(0, count).CopyTo(_slots.AsSpan(count));
        _count = 2 * count;
        RepeatReferences(count);
    }

    /// <summary>Puts a value on the stack.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value)
    {
        double[] slots = _slots;
        int count = _count;
        if ((uint)count < (uint)slots.Length)
        {
            slots[count] = value;
            _count = count + 1;
        }
        else
        {
            GrowAndPush(value);
        }
    }

    /// <inheritdoc cref="Push(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(float value) => Push(BitConverter.SingleToInt32Bits(value));

    /// <inheritdoc cref="Push(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int value) => Push((long)value);

    /// <inheritdoc cref="Push(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(long value) => Push(BitConverter.Int64BitsToDouble(value));

    /// <inheritdoc cref="Push(double)"/>
    /// <remarks>Without this overload an unsigned value would convert to <see cref="float"/> and lose bits. <see cref="PopInt64"/> takes it off.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(ulong value) => Push(unchecked((long)value));

    /// <inheritdoc cref="Push(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(bool value) => Push(value ? 1L : 0L);

    /// <summary>Takes the last value off, which was pushed as a <see cref="double"/>.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Pop()
    {
        double[] slots = _slots;
        int top = _count - 1;
        if ((uint)top < (uint)slots.Length)
        {
            _count = top;
            return slots[top];
        }
        throw TooFew(1);
    }

    /// <summary>Takes the last value off, which was pushed as a <see cref="float"/>.</summary>
    /// <inheritdoc cref="Pop()"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float PopSingle() => BitConverter.Int32BitsToSingle(PopInt32());

    /// <summary>Takes the last value off, which was pushed as an <see cref="int"/>.</summary>
    /// <inheritdoc cref="Pop()"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PopInt32() => unchecked((int)PopInt64());

    /// <summary>Takes the last value off, which was pushed as a <see cref="long"/>.</summary>
    /// <inheritdoc cref="Pop()"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long PopInt64() => BitConverter.DoubleToInt64Bits(Pop());

    /// <summary>Takes the last value off, which was pushed as a <see cref="bool"/>.</summary>
    /// <inheritdoc cref="Pop()"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool PopBoolean() => PopInt64() != 0;

    /// <summary>Puts all elements of an array on the stack, packed into whole slots.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The elements. Their number is not kept: <see cref="Pop{T}(Span{T})"/> is told it by its destination.</param>
    public void Push<T>(ReadOnlySpan<T> values)
    {
        int slots = Slots.For<T>(values.Length);
        if (slots > _slots.Length - _count)
            Grow(slots);
        values.CopyTo(Slots.As<T>(_slots.AsSpan(_count, slots), values.Length));
        _count += slots;
    }

    /// <summary>Takes off the elements that were last put on as one array of the same length and type.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="InvalidOperationException">The stack holds fewer.</exception>
    public void Pop<T>(Span<T> destination)
    {
        int slots = Slots.For<T>(destination.Length);
        if (slots > _count)
            throw TooFew(slots);
        _count -= slots;
        Slots.As<T>(_slots.AsSpan(_count, slots), destination.Length).CopyTo(destination);
    }

    /// <summary>Puts all elements of a matrix on the stack.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The elements.</param>
    public void Push<T>(T[,] values) => Push<T>((ReadOnlySpan<T>)Storage.Flat(values));

    /// <summary>Takes off the elements that were last put on as one matrix of the same shape and type.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="InvalidOperationException">The stack holds fewer.</exception>
    public void Pop<T>(T[,] destination) => Pop(Storage.Flat(destination));

    /// <summary>Puts all elements of a three-dimensional array on the stack.</summary>
    /// <inheritdoc cref="Push{T}(T[,])"/>
    public void Push<T>(T[,,] values) => Push<T>((ReadOnlySpan<T>)Storage.Flat(values));

    /// <summary>Takes off the elements that were last put on as one three-dimensional array of the same shape and type.</summary>
    /// <inheritdoc cref="Pop{T}(T[,])"/>
    public void Pop<T>(T[,,] destination) => Pop(Storage.Flat(destination));

    /// <summary>Puts all elements of a jagged array on the stack, row by row.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The rows.</param>
    public void Push<T>(T[][] values)
    {
        foreach (T[] row in values)
            Push<T>((ReadOnlySpan<T>)row);
    }

    /// <summary>Takes off the elements that were last put on as one jagged array of the same shape and type.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="InvalidOperationException">The stack holds fewer.</exception>
    public void Pop<T>(T[][] destination)
    {
        for (int i = destination.Length - 1; i >= 0; i--)
            Pop<T>((Span<T>)destination[i]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowAndPush(double value)
    {
        Grow(1);
        _slots[_count++] = value;
    }

    private void Grow(int slots)
    {
        ObjectDisposedException.ThrowIf(!_rented, this);
        double[] grown = GC.AllocateUninitializedArray<double>(Slots.Grown(_slots.Length, (long)_count + slots));
        _slots.AsSpan(0, _count).CopyTo(grown);
        _slots = grown;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private InvalidOperationException TooFew(int slots) => _rented
        ? new InvalidOperationException(
            $"The value stack holds {_count} slots, fewer than the {slots} to be taken off: the reverse sweep does not mirror the forward sweep.")
        : new ObjectDisposedException(GetType().FullName);
}
