using System;

namespace System.Linq;

/// <summary>Several sequences in one.</summary>
public static partial class Enumerable
{
    public static TResult[] Zip<TFirst, TSecond, TResult>(TFirst[] first, TSecond[] second, Func<TFirst, TSecond, TResult> resultSelector)
    {
        TResult[] result = new TResult[Math.Min(first.Length, second.Length)];
        for (int i = 0; i < result.Length; i++)
            result[i] = resultSelector(first[i], second[i]);
        return result;
    }

    public static (TFirst First, TSecond Second)[] Zip<TFirst, TSecond>(TFirst[] first, TSecond[] second)
    {
        (TFirst First, TSecond Second)[] result = new (TFirst First, TSecond Second)[Math.Min(first.Length, second.Length)];
        for (int i = 0; i < result.Length; i++)
            result[i] = (first[i], second[i]);
        return result;
    }

    public static (TFirst First, TSecond Second, TThird Third)[] Zip<TFirst, TSecond, TThird>(TFirst[] first, TSecond[] second, TThird[] third)
    {
        (TFirst First, TSecond Second, TThird Third)[] result = new (TFirst First, TSecond Second, TThird Third)[Math.Min(Math.Min(first.Length, second.Length), third.Length)];
        for (int i = 0; i < result.Length; i++)
            result[i] = (first[i], second[i], third[i]);
        return result;
    }

    public static (int Index, TSource Item)[] Index<TSource>(TSource[] source)
    {
        (int Index, TSource Item)[] result = new (int Index, TSource Item)[source.Length];
        for (int i = 0; i < source.Length; i++)
            result[i] = (i, source[i]);
        return result;
    }

    public static TResult[] SelectMany<TSource, TResult>(TSource[] source, Func<TSource, TResult[]> selector) => Flat(Rows(source, selector));

    public static TResult[] SelectMany<TSource, TResult>(TSource[] source, Func<TSource, int, TResult[]> selector)
    {
        TResult[][] rows = new TResult[source.Length][];
        for (int i = 0; i < source.Length; i++)
            rows[i] = selector(source[i], i)[..];
        return Flat(rows);
    }

    public static TResult[] SelectMany<TSource, TCollection, TResult>(
        TSource[] source, Func<TSource, TCollection[]> collectionSelector, Func<TSource, TCollection, TResult> resultSelector)
    {
        TCollection[][] rows = Rows(source, collectionSelector);
        TResult[] result = new TResult[CountOf(rows)];
        int count = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                result[count++] = resultSelector(source[i], rows[i][j]);
        }
        return result;
    }

    /// <summary>Rows of its own: those that the function names may be the caller's.</summary>
    private static TResult[][] Rows<TSource, TResult>(TSource[] source, Func<TSource, TResult[]> selector)
    {
        TResult[][] rows = new TResult[source.Length][];
        for (int i = 0; i < source.Length; i++)
            rows[i] = selector(source[i])[..];
        return rows;
    }

    private static T[] Flat<T>(T[][] rows)
    {
        T[] result = new T[CountOf(rows)];
        int count = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                result[count++] = rows[i][j];
        }
        return result;
    }

    private static int CountOf<T>(T[][] rows)
    {
        int count = 0;
        for (int i = 0; i < rows.Length; i++)
            count += rows[i].Length;
        return count;
    }
}
