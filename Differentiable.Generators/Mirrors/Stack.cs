using System;

namespace Differentiable.Mirrors;

/// <summary>What a stack does; the last element is on top.</summary>
public struct Stack<T>
{
    private T[] _items;
    private int _size;

    public int Count => _size;

    public void Push(T item)
    {
        if (_size == _items.Length)
            Array.Resize(ref _items, Math.Max(2 * _size, 4));
        _items[_size++] = item;
    }

    public T Pop()
    {
        T top = Peek();
        _size--;
        return top;
    }

    public bool TryPop(out T result)
    {
        bool hasTop = TryPeek(out result);
        if (hasTop)
            _size--;
        return hasTop;
    }

    public readonly T Peek() => _size > 0 ? _items[_size - 1] : throw new InvalidOperationException("Stack empty.");

    public readonly bool TryPeek(out T result)
    {
        result = default!;
        if (_size > 0)
            result = _items[_size - 1];
        return _size > 0;
    }

    public void Clear() => _size = 0;

    /// <summary>From the top on.</summary>
    public readonly T[] ToArray()
    {
        T[] result = new T[_size];
        for (int i = 0; i < _size; i++)
            result[i] = _items[_size - 1 - i];
        return result;
    }
}
