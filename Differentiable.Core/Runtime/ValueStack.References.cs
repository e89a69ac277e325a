using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>References to tensors and their shapes. Each takes a slot as well, so that what is dropped from the stack takes its references along.</summary>
public sealed partial class ValueStack
{
    private (object? Object, int Slot)[] _references = [];
    private int _referenceCount;

    /// <summary>Puts a reference on the stack.</summary>
    /// <param name="reference">The object, or null.</param>
    public void Keep(object? reference)
    {
        if (_referenceCount == _references.Length)
            Array.Resize(ref _references, Math.Max(16, 2 * _referenceCount));
        _references[_referenceCount++] = (reference, _count);
        Push(0L);
    }

    /// <summary>Takes the last value off, which was put there as a reference.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <returns>The object, or null where null was kept.</returns>
    /// <exception cref="InvalidOperationException">The last value is none, or the stack is empty.</exception>
    public T Kept<T>()
        where T : class
    {
        int top = _referenceCount - 1;
        if (top < 0 || _references[top].Slot != _count - 1)
            throw new InvalidOperationException("The last value on the stack is no reference: the reverse sweep does not mirror the forward sweep.");
        object? kept = _references[top].Object;
        Pop();
        DropReferences();
        return Unsafe.As<T>(kept!);
    }

    /// <summary>Puts all references of a vector on the stack.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="references">The objects.</param>
    public void KeepAll<T>(ReadOnlySpan<T> references)
        where T : class
    {
        foreach (T reference in references)
            Keep(reference);
    }

    /// <summary>Takes as many references off as a vector has elements, which were put there by <see cref="KeepAll"/>.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="references">Where they go.</param>
    /// <exception cref="InvalidOperationException">There are not so many references on top.</exception>
    public void KeptAll<T>(Span<T> references)
        where T : class
    {
        for (int i = references.Length - 1; i >= 0; i--)
            references[i] = Kept<T>();
    }

    /// <summary>Puts a copy of all elements of a vector on the stack, which may have references in them.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The elements. Their number is not kept.</param>
    public void KeepCopy<T>(ReadOnlySpan<T> values) => Keep(values.ToArray());

    /// <summary>Takes the last value off, which was put there as a copy of the elements of a vector of the same length.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="InvalidOperationException">The last value is none, or the stack is empty.</exception>
    public void KeptCopy<T>(Span<T> destination) => Kept<T[]>().CopyTo(destination);

    /// <summary>Keeps all references once more, in the slots that follow those in use.</summary>
    private void RepeatReferences(int slots)
    {
        int count = _referenceCount;
        if (count > _references.Length - count)
            Array.Resize(ref _references, 2 * count);
        for (int i = 0; i < count; i++)
            _references[_referenceCount++] = (_references[i].Object, _references[i].Slot + slots);
    }

    /// <summary>Drops the references whose slots are no longer in use, so that a stack keeps nothing alive.</summary>
    private void DropReferences()
    {
        while (_referenceCount > 0 && _references[_referenceCount - 1].Slot >= _count)
            _references[--_referenceCount] = default;
    }
}
