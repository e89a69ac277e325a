using System;

namespace System.Numerics.Tensors;

/// <summary>Sums, products, lengths and distances.</summary>
public static partial class TensorPrimitives
{
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Total(x, x => x);

    public static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Total(x, x => x * x);

    public static T SumOfMagnitudes<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Total(x, x => T.Abs(x));

    public static T Average<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        return Total(x, x => x) / T.CreateChecked(x.Length);
    }

    public static T StdDev<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T mean = Average(x);
        return Root(Total(x, x => (x - mean) * (x - mean)) / T.CreateChecked(x.Length));
    }

    public static T Norm<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Root(Total(x, x => x * x));

    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
        => Total(x, y, (x, y) => x * y);

    public static T Distance<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        return Root(Total(x, y, (x, y) => (x - y) * (x - y)));
    }

    public static T CosineSimilarity<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        return Total(x, y, (x, y) => x * y) / (T.Sqrt(Total(x, x => x * x)) * T.Sqrt(Total(y, y => y * y)));
    }

    public static T Product<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        T product = T.One;
        for (int i = 0; i < x.Length; i++)
            product *= x[i];
        return product;
    }

    public static T ProductOfSums<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
        => ProductOf(x, y, (x, y) => x + y);

    public static T ProductOfDifferences<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
        => ProductOf(x, y, (x, y) => x - y);

    /// <summary>The derivatives of a length at 0 are 0, where those of the root are infinite.</summary>
    private static T Root<T>(T square)
        where T : IFloatingPointIeee754<T>
        => square == T.Zero ? T.Zero : T.Sqrt(square);

    private static T Total<T>(ReadOnlySpan<T> x, Func<T, T> function)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += function(x[i]);
        return sum;
    }

    private static T Total<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Func<T, T, T> function)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length != y.Length)
            throw new ArgumentException(Unlike);
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += function(x[i], y[i]);
        return sum;
    }

    private static T ProductOf<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Func<T, T, T> function)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        if (x.Length != y.Length)
            throw new ArgumentException(Unlike);
        T product = T.One;
        for (int i = 0; i < x.Length; i++)
            product *= function(x[i], y[i]);
        return product;
    }
}
