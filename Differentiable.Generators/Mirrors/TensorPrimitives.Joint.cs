using System;

namespace System.Numerics.Tensors;

/// <summary>What gives something else than one real number for each, or looks at all of them for each.</summary>
public static partial class TensorPrimitives
{
    public static void SinCos<T>(ReadOnlySpan<T> x, Span<T> sinDestination, Span<T> cosDestination)
        where T : IFloatingPointIeee754<T>
        => Pairs(x, sinDestination, cosDestination, x => T.Sin(x), x => T.Cos(x));

    public static void SinCosPi<T>(ReadOnlySpan<T> x, Span<T> sinPiDestination, Span<T> cosPiDestination)
        where T : IFloatingPointIeee754<T>
        => Pairs(x, sinPiDestination, cosPiDestination, x => T.SinPi(x), x => T.CosPi(x));

    /// <summary>In this form no order of derivatives has infinity times 0 in it.</summary>
    public static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        if (destination.Length < x.Length)
            throw new ArgumentException(TooShort);
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < T.Zero)
            {
                T small = T.Exp(x[i]);
                destination[i] = small / (T.One + small);
            }
            else
            {
                destination[i] = T.One / (T.One + T.Exp(-x[i]));
            }
        }
    }

    public static void SoftMax<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        if (destination.Length < x.Length)
            throw new ArgumentException(TooShort);
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            T weight = T.Exp(x[i]);
            destination[i] = weight;
            sum += weight;
        }
        int count = x.Length;
        for (int i = 0; i < count; i++)
            destination[i] /= sum;
    }

    public static void Sign<T>(ReadOnlySpan<T> x, Span<int> destination)
        where T : IFloatingPointIeee754<T>
        => Converted(x, destination, x => T.Sign(x));

    public static void ILogB<T>(ReadOnlySpan<T> x, Span<int> destination)
        where T : IFloatingPointIeee754<T>
        => Converted(x, destination, x => T.ILogB(x));

    public static void ConvertChecked<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination)
        where TFrom : IFloatingPointIeee754<TFrom>
        where TTo : IFloatingPointIeee754<TTo>
        => Converted(source, destination, x => TTo.CreateChecked(x));

    public static void ConvertSaturating<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination)
        where TFrom : IFloatingPointIeee754<TFrom>
        where TTo : IFloatingPointIeee754<TTo>
        => Converted(source, destination, x => TTo.CreateSaturating(x));

    public static void ConvertTruncating<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination)
        where TFrom : IFloatingPointIeee754<TFrom>
        where TTo : IFloatingPointIeee754<TTo>
        => Converted(source, destination, x => TTo.CreateTruncating(x));

    public static void ConvertToHalf(ReadOnlySpan<float> source, Span<Half> destination) => Converted(source, destination, x => (Half)x);

    public static void ConvertToSingle(ReadOnlySpan<Half> source, Span<float> destination) => Converted(source, destination, x => (float)x);

    private static void Converted<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination, Func<TFrom, TTo> function)
    {
        if (destination.Length < source.Length)
            throw new ArgumentException(TooShort);
        for (int i = 0; i < source.Length; i++)
            destination[i] = function(source[i]);
    }

    private static void Pairs<T>(ReadOnlySpan<T> x, Span<T> first, Span<T> second, Func<T, T> ofFirst, Func<T, T> ofSecond)
    {
        if (first.Length < x.Length || second.Length < x.Length)
            throw new ArgumentException(TooShort);
        for (int i = 0; i < x.Length; i++)
        {
            T value = x[i];
            first[i] = ofFirst(value);
            second[i] = ofSecond(value);
        }
    }
}
