using System;
using System.Collections.Generic;

namespace Differentiable.Mirrors;

/// <summary>What a list does.</summary>
public struct List<T>
{
    private T[] _items;
    private int _size;

    public int Count => _size;

    public T this[int index]
    {
        get => _items[Checked(index)];
        set => _items[Checked(index)] = value;
    }

    public void Add(T item)
    {
        if (_size == _items.Length)
            Array.Resize(ref _items, Math.Max(2 * _size, 4));
        _items[_size++] = item;
    }

    public void AddRange(T[] collection)
    {
        for (int i = 0; i < collection.Length; i++)
            Add(collection[i]);
    }

    public void Insert(int index, T item)
    {
        if (index < 0 || index > _size)
            throw new ArgumentOutOfRangeException(nameof(index));
        Add(item);
        for (int i = _size - 1; i > index; i--)
            _items[i] = _items[i - 1];
        _items[index] = item;
    }

    public void InsertRange(int index, T[] collection)
    {
        if (index < 0 || index > _size)
            throw new ArgumentOutOfRangeException(nameof(index));
        T[] behind = _items[index.._size];
        _size = index;
        AddRange(collection);
        AddRange(behind);
    }

    public void RemoveAt(int index)
    {
        for (int i = Checked(index); i < _size - 1; i++)
            _items[i] = _items[i + 1];
        _size--;
    }

    public void RemoveRange(int index, int count)
    {
        if (index < 0 || count < 0)
            throw new ArgumentOutOfRangeException(index < 0 ? nameof(index) : nameof(count));
        if (count > _size - index)
            throw new ArgumentException("The list does not have that many elements.");
        for (int i = index; i < _size - count; i++)
            _items[i] = _items[i + count];
        _size -= count;
    }

    public int RemoveAll(Predicate<T> match)
    {
        int kept = 0;
        for (int i = 0; i < _size; i++)
        {
            if (!match(_items[i]))
                _items[kept++] = _items[i];
        }
        int removed = _size - kept;
        _size = kept;
        return removed;
    }

    public void Clear() => _size = 0;

    public void Reverse() => Array.Reverse(_items, 0, _size);

    public void Sort()
    {
        T[] sorted = ToArray();
        Array.Sort(sorted);
        sorted.CopyTo(_items, 0);
    }

    public void Sort(Comparison<T> comparison)
    {
        T[] sorted = ToArray();
        Array.Sort(sorted, comparison);
        sorted.CopyTo(_items, 0);
    }

    public void Sort(IComparer<T> comparer)
    {
        T[] sorted = ToArray();
        Array.Sort(sorted, comparer);
        sorted.CopyTo(_items, 0);
    }

    public readonly T[] ToArray() => _items[.._size];

    public readonly void CopyTo(T[] array) => ToArray().CopyTo(array, 0);

    public readonly void CopyTo(T[] array, int arrayIndex) => ToArray().CopyTo(array, arrayIndex);

    public readonly bool Contains(T item) => IndexOf(item) >= 0;

    public readonly int IndexOf(T item) => Array.IndexOf(ToArray(), item);

    public readonly void ForEach(Action<T> action) => Arrays.ForEach(ToArray(), action);

    public readonly bool Exists(Predicate<T> match) => Arrays.Exists(ToArray(), match);

    public readonly bool TrueForAll(Predicate<T> match) => Arrays.TrueForAll(ToArray(), match);

    public readonly T Find(Predicate<T> match)
    {
        int index = FindIndex(match);
        return index < 0 ? default(T)! : _items[index];
    }

    public readonly T FindLast(Predicate<T> match)
    {
        int index = FindLastIndex(match);
        return index < 0 ? default(T)! : _items[index];
    }

    public readonly int FindIndex(Predicate<T> match) => Arrays.FindIndex(ToArray(), match);

    public readonly int FindLastIndex(Predicate<T> match) => Arrays.FindLastIndex(ToArray(), match);

    private readonly int Checked(int index) => (uint)index < (uint)_size ? index : throw new ArgumentOutOfRangeException(nameof(index));
}
