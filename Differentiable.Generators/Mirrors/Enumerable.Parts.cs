using System;

namespace System.Linq;

/// <summary>Parts of a sequence.</summary>
public static partial class Enumerable
{
    public static TSource[] Take<TSource>(TSource[] source, int count) => source[..Math.Clamp(count, 0, source.Length)];

    public static TSource[] Take<TSource>(TSource[] source, Range range)
    {
        int start = Math.Clamp(range.Start.GetOffset(source.Length), 0, source.Length);
        return source[start..Math.Clamp(range.End.GetOffset(source.Length), start, source.Length)];
    }

    public static TSource[] Skip<TSource>(TSource[] source, int count) => source[Math.Clamp(count, 0, source.Length)..];

    public static TSource[] TakeLast<TSource>(TSource[] source, int count) => source[(source.Length - Math.Clamp(count, 0, source.Length))..];

    public static TSource[] SkipLast<TSource>(TSource[] source, int count) => source[..(source.Length - Math.Clamp(count, 0, source.Length))];

    public static TSource[] TakeWhile<TSource>(TSource[] source, Func<TSource, bool> predicate) => source[..Leading(source, predicate)];

    public static TSource[] TakeWhile<TSource>(TSource[] source, Func<TSource, int, bool> predicate) => source[..Leading(source, predicate)];

    public static TSource[] SkipWhile<TSource>(TSource[] source, Func<TSource, bool> predicate) => source[Leading(source, predicate)..];

    public static TSource[] SkipWhile<TSource>(TSource[] source, Func<TSource, int, bool> predicate) => source[Leading(source, predicate)..];

    public static TSource[][] Chunk<TSource>(TSource[] source, int size)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException("size");
        TSource[][] chunks = new TSource[(source.Length - 1 + size) / size][];
        for (int i = 0; i < chunks.Length; i++)
            chunks[i] = source[(i * size)..Math.Min((i + 1) * size, source.Length)];
        return chunks;
    }

    public static TSource[] Distinct<TSource>(TSource[] source)
        where TSource : IComparable<TSource> => Without(source, Repeated(source));

    public static TSource[] DistinctBy<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey> => Without(source, Repeated(Select(source, keySelector)));

    /// <summary>Which keys were there before: in order, equal ones are neighbours, the first one first.</summary>
    private static bool[] Repeated<TKey>(TKey[] keys)
        where TKey : IComparable<TKey>
    {
        int[] order = OrderOf(keys, false);
        bool[] repeated = new bool[keys.Length];
        for (int i = 1; i < order.Length; i++)
            repeated[order[i]] = keys[order[i]].CompareTo(keys[order[i - 1]]) == 0;
        return repeated;
    }

    private static TSource[] Without<TSource>(TSource[] source, bool[] left)
    {
        TSource[] found = new TSource[source.Length];
        int count = 0;
        for (int i = 0; i < source.Length; i++)
        {
            if (!left[i])
                found[count++] = source[i];
        }
        return found[..count];
    }

    private static int Leading<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        int count = 0;
        while (count < source.Length && predicate(source[count]))
            count++;
        return count;
    }

    private static int Leading<TSource>(TSource[] source, Func<TSource, int, bool> predicate)
    {
        int count = 0;
        while (count < source.Length && predicate(source[count], count))
            count++;
        return count;
    }
}
