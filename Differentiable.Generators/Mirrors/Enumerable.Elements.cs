using System;

namespace System.Linq;

/// <summary>One element.</summary>
public static partial class Enumerable
{
    public static TSource First<TSource>(TSource[] source) => source.Length > 0 ? source[0] : throw new InvalidOperationException(NoElements);

    public static TSource First<TSource>(TSource[] source, Func<TSource, bool> predicate) => source[Required(source, IndexOfFirst(source, predicate, 0))];

    public static TSource FirstOrDefault<TSource>(TSource[] source)
        where TSource : struct => FirstOrDefault(source, default(TSource));

    public static TSource FirstOrDefault<TSource>(TSource[] source, TSource defaultValue)
        where TSource : struct => source.Length > 0 ? source[0] : defaultValue;

    public static TSource FirstOrDefault<TSource>(TSource[] source, Func<TSource, bool> predicate)
        where TSource : struct => FirstOrDefault(source, predicate, default(TSource));

    public static TSource FirstOrDefault<TSource>(TSource[] source, Func<TSource, bool> predicate, TSource defaultValue)
        where TSource : struct
    {
        int index = IndexOfFirst(source, predicate, 0);
        return index < source.Length ? source[index] : defaultValue;
    }

    public static TSource Last<TSource>(TSource[] source) => source.Length > 0 ? source[^1] : throw new InvalidOperationException(NoElements);

    public static TSource Last<TSource>(TSource[] source, Func<TSource, bool> predicate) => source[Required(source, IndexOfLast(source, predicate))];

    public static TSource LastOrDefault<TSource>(TSource[] source)
        where TSource : struct => LastOrDefault(source, default(TSource));

    public static TSource LastOrDefault<TSource>(TSource[] source, TSource defaultValue)
        where TSource : struct => source.Length > 0 ? source[^1] : defaultValue;

    public static TSource LastOrDefault<TSource>(TSource[] source, Func<TSource, bool> predicate)
        where TSource : struct => LastOrDefault(source, predicate, default(TSource));

    public static TSource LastOrDefault<TSource>(TSource[] source, Func<TSource, bool> predicate, TSource defaultValue)
        where TSource : struct
    {
        int index = IndexOfLast(source, predicate);
        return index >= 0 ? source[index] : defaultValue;
    }

    public static TSource Single<TSource>(TSource[] source) => source[Required(source, SingleIndex(source.Length))];

    public static TSource Single<TSource>(TSource[] source, Func<TSource, bool> predicate) => source[Required(source, SingleIndex(source, predicate))];

    public static TSource SingleOrDefault<TSource>(TSource[] source)
        where TSource : struct => SingleOrDefault(source, default(TSource));

    public static TSource SingleOrDefault<TSource>(TSource[] source, TSource defaultValue)
        where TSource : struct
    {
        int index = SingleIndex(source.Length);
        return index < source.Length ? source[index] : defaultValue;
    }

    public static TSource SingleOrDefault<TSource>(TSource[] source, Func<TSource, bool> predicate)
        where TSource : struct => SingleOrDefault(source, predicate, default(TSource));

    public static TSource SingleOrDefault<TSource>(TSource[] source, Func<TSource, bool> predicate, TSource defaultValue)
        where TSource : struct
    {
        int index = SingleIndex(source, predicate);
        return index < source.Length ? source[index] : defaultValue;
    }

    public static TSource ElementAt<TSource>(TSource[] source, int index) => source[index];

    public static TSource ElementAt<TSource>(TSource[] source, Index index) => source[index.GetOffset(source.Length)];

    public static TSource ElementAtOrDefault<TSource>(TSource[] source, int index)
        where TSource : struct => index >= 0 && index < source.Length ? source[index] : default(TSource);

    public static TSource[] DefaultIfEmpty<TSource>(TSource[] source)
        where TSource : struct => DefaultIfEmpty(source, default(TSource));

    public static TSource[] DefaultIfEmpty<TSource>(TSource[] source, TSource defaultValue)
    {
        TSource[] result = new TSource[Math.Max(source.Length, 1)];
        source.CopyTo(result, 0);
        if (source.Length == 0)
            result[0] = defaultValue;
        return result;
    }

    private static int Required<TSource>(TSource[] source, int index) =>
        index >= 0 && index < source.Length ? index : throw new InvalidOperationException("Sequence contains no matching element");

    /// <summary>The length where there is none.</summary>
    private static int IndexOfFirst<TSource>(TSource[] source, Func<TSource, bool> predicate, int start)
    {
        int index = start;
        while (index < source.Length && !predicate(source[index]))
            index++;
        return index;
    }

    /// <summary>-1 where there is none.</summary>
    private static int IndexOfLast<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        int index = source.Length - 1;
        while (index >= 0 && !predicate(source[index]))
            index--;
        return index;
    }

    private static int SingleIndex(int length) => length > 1 ? throw new InvalidOperationException("Sequence contains more than one element") : 0;

    private static int SingleIndex<TSource>(TSource[] source, Func<TSource, bool> predicate)
    {
        int index = IndexOfFirst(source, predicate, 0);
        if (index < source.Length && IndexOfFirst(source, predicate, index + 1) < source.Length)
            throw new InvalidOperationException("Sequence contains more than one matching element");
        return index;
    }
}
