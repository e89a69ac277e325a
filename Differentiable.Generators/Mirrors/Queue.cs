using System;

namespace Differentiable.Mirrors;

/// <summary>What a queue does. It lies behind those that were taken from it: on the way back, they are asked for again.</summary>
public struct Queue<T>
{
    private T[] _items;
    private int _size;
    private int _first;

    public int Count => _size;

    public void Enqueue(T item)
    {
        if (_first + _size == _items.Length)
            Array.Resize(ref _items, Math.Max(2 * _items.Length, 4));
        _items[_first + _size++] = item;
    }

    public T Dequeue()
    {
        T first = Peek();
        _first++;
        _size--;
        return first;
    }

    public bool TryDequeue(out T result)
    {
        bool hasFirst = TryPeek(out result);
        if (hasFirst)
        {
            _first++;
            _size--;
        }
        return hasFirst;
    }

    public readonly T Peek() => _size > 0 ? _items[_first] : throw new InvalidOperationException("Queue empty.");

    public readonly bool TryPeek(out T result)
    {
        result = default!;
        if (_size > 0)
            result = _items[_first];
        return _size > 0;
    }

    public void Clear() => _size = 0;

    public readonly T[] ToArray() => _items[_first..(_first + _size)];
}
