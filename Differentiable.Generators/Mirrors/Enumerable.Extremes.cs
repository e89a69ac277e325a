using System;
using System.Numerics;

namespace System.Linq;

/// <summary>The greatest and the least. Among equal ones it is the first; NaN is less than all else.</summary>
public static partial class Enumerable
{
    public static double Max(double[] source) => Greatest(source);

    public static float Max(float[] source) => Greatest(source);

    public static int Max(int[] source) => Max<int>(source);

    public static TSource Max<TSource>(TSource[] source)
        where TSource : IComparable<TSource>
    {
        TSource greatest = First(source);
        for (int i = 1; i < source.Length; i++)
        {
            if (source[i].CompareTo(greatest) > 0)
                greatest = source[i];
        }
        return greatest;
    }

    public static double Max<TSource>(TSource[] source, Func<TSource, double> selector) => Greatest(Select(source, selector));

    public static float Max<TSource>(TSource[] source, Func<TSource, float> selector) => Greatest(Select(source, selector));

    public static int Max<TSource>(TSource[] source, Func<TSource, int> selector) => Max<int>(Select(source, selector));

    public static TResult Max<TSource, TResult>(TSource[] source, Func<TSource, TResult> selector)
        where TResult : IComparable<TResult> => Max<TResult>(Select(source, selector));

    public static double Min(double[] source) => Least(source);

    public static float Min(float[] source) => Least(source);

    public static int Min(int[] source) => Min<int>(source);

    public static TSource Min<TSource>(TSource[] source)
        where TSource : IComparable<TSource>
    {
        TSource least = First(source);
        for (int i = 1; i < source.Length; i++)
        {
            if (source[i].CompareTo(least) < 0)
                least = source[i];
        }
        return least;
    }

    public static double Min<TSource>(TSource[] source, Func<TSource, double> selector) => Least(Select(source, selector));

    public static float Min<TSource>(TSource[] source, Func<TSource, float> selector) => Least(Select(source, selector));

    public static int Min<TSource>(TSource[] source, Func<TSource, int> selector) => Min<int>(Select(source, selector));

    public static TResult Min<TSource, TResult>(TSource[] source, Func<TSource, TResult> selector)
        where TResult : IComparable<TResult> => Min<TResult>(Select(source, selector));

    public static TSource MaxBy<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey>
    {
        TKey greatest = keySelector(First(source));
        int best = 0;
        for (int i = 1; i < source.Length; i++)
        {
            TKey key = keySelector(source[i]);
            if (key.CompareTo(greatest) > 0)
            {
                greatest = key;
                best = i;
            }
        }
        return source[best];
    }

    public static TSource MinBy<TSource, TKey>(TSource[] source, Func<TSource, TKey> keySelector)
        where TKey : IComparable<TKey>
    {
        TKey least = keySelector(First(source));
        int best = 0;
        for (int i = 1; i < source.Length; i++)
        {
            TKey key = keySelector(source[i]);
            if (key.CompareTo(least) < 0)
            {
                least = key;
                best = i;
            }
        }
        return source[best];
    }

    private static T Greatest<T>(T[] source)
        where T : IFloatingPointIeee754<T>
    {
        T greatest = First(source);
        for (int i = 1; i < source.Length; i++)
        {
            if (source[i] > greatest || T.IsNaN(greatest))
                greatest = source[i];
        }
        return greatest;
    }

    private static T Least<T>(T[] source)
        where T : IFloatingPointIeee754<T>
    {
        T least = First(source);
        for (int i = 1; i < source.Length; i++)
        {
            if (source[i] < least || (T.IsNaN(source[i]) && !T.IsNaN(least)))
                least = source[i];
        }
        return least;
    }
}
