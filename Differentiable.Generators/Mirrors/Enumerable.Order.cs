using System;

namespace System.Linq;

/// <summary>
/// Sequences in order: the keys decide which element goes where, and the elements carry the derivative. Equal ones stay in their order, so that an order by several keys is the one by each, the last key first.
/// </summary>
public static partial class Enumerable
{
    public static T[] Order<T>(T[] source)
        where T : IComparable<T> => Arranged(source, OrderOf(source, false));

    public static T[] OrderDescending<T>(T[] source)
        where T : IComparable<T> => Arranged(source, OrderOf(source, true));

    public static TSource[] OrderBy<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey> => Arranged(source, OrderOf(Select(source, keySelector), false));

    public static TSource[] OrderByDescending<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey> => Arranged(source, OrderOf(Select(source, keySelector), true));

    public static TSource[] ThenBy<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey> => OrderBy(source, keySelector);

    public static TSource[] ThenByDescending<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey> => OrderByDescending(source, keySelector);

    /// <summary>For each place the index of the element that goes there; what sorts is in the runtime.</summary>
    private static extern int[] OrderOf<TKey>(TKey[] keys, bool isDescending);

    private static TSource[] Arranged<TSource>(TSource[] source, int[] order)
    {
        TSource[] result = new TSource[source.Length];
        for (int i = 0; i < source.Length; i++)
            result[i] = source[order[i]];
        return result;
    }
}
