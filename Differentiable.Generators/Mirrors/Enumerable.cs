using System;

namespace System.Linq;

/// <summary>What LINQ does with arrays, where the code is known that it is given; sequences are arrays in between.</summary>
public static partial class Enumerable
{
    private const string NoElements = "Sequence contains no elements";

    public static int[] Range(int start, int count)
    {
        int[] result = new int[count];
        for (int i = 0; i < count; i++)
            result[i] = start + i;
        return result;
    }

    public static TResult[] Repeat<TResult>(TResult element, int count)
    {
        TResult[] result = new TResult[count];
        for (int i = 0; i < count; i++)
            result[i] = element;
        return result;
    }

    public static TResult[] Select<TSource, TResult>(TSource[] source, Func<TSource, TResult> selector)
    {
        TResult[] result = new TResult[source.Length];
        for (int i = 0; i < source.Length; i++)
            result[i] = selector(source[i]);
        return result;
    }

    public static TResult[] Select<TSource, TResult>(TSource[] source, Func<TSource, int, TResult> selector)
    {
        TResult[] result = new TResult[source.Length];
        for (int i = 0; i < source.Length; i++)
            result[i] = selector(source[i], i);
        return result;
    }

    public static TSource[] Where<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        TSource[] found = new TSource[source.Length];
        int count = 0;
        for (int i = 0; i < source.Length; i++)
        {
            if (predicate(source[i]))
                found[count++] = source[i];
        }
        return found[..count];
    }

    public static TSource[] Where<TSource>(TSource[] source, Func<TSource, int, bool> predicate)
    {
        TSource[] found = new TSource[source.Length];
        int count = 0;
        for (int i = 0; i < source.Length; i++)
        {
            if (predicate(source[i], i))
                found[count++] = source[i];
        }
        return found[..count];
    }

    public static TSource[] Concat<TSource>(TSource[] first, TSource[] second)
    {
        TSource[] result = new TSource[first.Length + second.Length];
        first.CopyTo(result, 0);
        second.CopyTo(result, first.Length);
        return result;
    }

    public static TSource[] Append<TSource>(TSource[] source, TSource element)
    {
        TSource[] result = new TSource[source.Length + 1];
        source.CopyTo(result, 0);
        result[source.Length] = element;
        return result;
    }

    public static TSource[] Prepend<TSource>(TSource[] source, TSource element)
    {
        TSource[] result = new TSource[source.Length + 1];
        source.CopyTo(result, 1);
        result[0] = element;
        return result;
    }

    public static TSource[] AsEnumerable<TSource>(TSource[] source) => source;

    /// <summary>A list that is read at once; one that is kept is none that can be followed.</summary>
    public static TSource[] ToList<TSource>(TSource[] source) => source;

    public static TSource[] Reverse<TSource>(TSource[] source)
    {
        TSource[] result = new TSource[source.Length];
        for (int i = 0; i < source.Length; i++)
            result[i] = source[source.Length - 1 - i];
        return result;
    }

    public static int Count<TSource>(TSource[] source) => source.Length;

    public static int Count<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        int count = 0;
        foreach (TSource element in source)
        {
            if (predicate(element))
                count++;
        }
        return count;
    }

    public static bool Any<TSource>(TSource[] source) => source.Length > 0;

    public static bool Any<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        foreach (TSource element in source)
        {
            if (predicate(element))
                return true;
        }
        return false;
    }

    public static bool Contains<TSource>(TSource[] source, TSource value)
        where TSource : IComparable<TSource>
    {
        foreach (TSource element in source)
        {
            if (element.CompareTo(value) == 0)
                return true;
        }
        return false;
    }

    public static bool All<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        foreach (TSource element in source)
        {
            if (!predicate(element))
                return false;
        }
        return true;
    }
}
