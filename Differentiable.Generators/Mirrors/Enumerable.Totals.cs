using System;

namespace System.Linq;

/// <summary>All elements in one: sums, means, and whatever a function makes of them.</summary>
public static partial class Enumerable
{
    public static TSource Aggregate<TSource>(TSource[] source, Func<TSource, TSource, TSource> func)
    {
        TSource result = First(source);
        for (int i = 1; i < source.Length; i++)
            result = func(result, source[i]);
        return result;
    }

    public static TAccumulate Aggregate<TSource, TAccumulate>(TSource[] source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func)
    {
        TAccumulate result = seed;
        foreach (TSource element in source)
            result = func(result, element);
        return result;
    }

    public static TResult Aggregate<TSource, TAccumulate, TResult>(
        TSource[] source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector)
    {
        TAccumulate result = seed;
        foreach (TSource element in source)
            result = func(result, element);
        return resultSelector(result);
    }

    public static int Sum(int[] source)
    {
        int sum = 0;
        foreach (int value in source)
            sum = checked(sum + value);
        return sum;
    }

    public static double Sum(double[] source)
    {
        double sum = 0;
        foreach (double value in source)
            sum += value;
        return sum;
    }

    /// <summary>LINQ adds single precision up in double precision.</summary>
    public static float Sum(float[] source)
    {
        double sum = 0;
        foreach (float value in source)
            sum += value;
        return (float)sum;
    }

    public static int Sum<TSource>(TSource[] source, Func<TSource, int> selector)
    {
        int sum = 0;
        foreach (TSource element in source)
            sum = checked(sum + selector(element));
        return sum;
    }

    public static double Sum<TSource>(TSource[] source, Func<TSource, double> selector)
    {
        double sum = 0;
        foreach (TSource element in source)
            sum += selector(element);
        return sum;
    }

    public static float Sum<TSource>(TSource[] source, Func<TSource, float> selector)
    {
        double sum = 0;
        foreach (TSource element in source)
            sum += selector(element);
        return (float)sum;
    }

    public static double Average(int[] source) => Average(source, value => (double)value);

    public static double Average(double[] source) => source.Length > 0 ? Sum(source) / source.Length : throw new InvalidOperationException(NoElements);

    public static float Average(float[] source)
    {
        if (source.Length == 0)
            throw new InvalidOperationException(NoElements);
        double sum = 0;
        foreach (float value in source)
            sum += value;
        return (float)(sum / source.Length);
    }

    public static double Average<TSource>(TSource[] source, Func<TSource, double> selector) =>
        source.Length > 0 ? Sum(source, selector) / source.Length : throw new InvalidOperationException(NoElements);

    public static float Average<TSource>(TSource[] source, Func<TSource, float> selector) => Average(Select(source, selector));
}
