using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.GenericCode;

/// <summary>Methods of a type whose type parameter is the number that they compute with, and that call each other.</summary>
[TypeArguments(typeof(double)), TypeArguments(typeof(float)), TypeArguments(typeof(Half))]
public static partial class GenericModel<T>
    where T : IFloatingPointIeee754<T>
{
    private static readonly T s_floor = T.CreateChecked(0.125);

    [Differentiable]
    public static T Kernel(T x, T y, T width)
    {
        T distance = (x - y) / (width + s_floor);
        return T.Exp(-distance * distance);
    }

    [Differentiable]
    public static T Interpolate(T at, ReadOnlySpan<T> nodes, [LengthFrom("nodes")] ReadOnlySpan<T> values)
    {
        T weights = s_floor, sum = T.Zero;
        for (int i = 0; i < nodes.Length; i++)
        {
            T weight = Kernel(at, nodes[i], T.One);
            weights += weight;
            sum += weight * values[i];
        }
        return sum / weights;
    }
}

/// <summary>A generic structure's static methods.</summary>
[TypeArguments(typeof(double)), TypeArguments(typeof(float))]
public readonly partial struct Complexes<T>
    where T : unmanaged, INumber<T>
{
    [Differentiable]
    public static (T Re, T Im) Multiply(T a, T b, T c, T d) => (a * c - b * d, a * d + b * c);

    [Differentiable]
    public static T SquaredNorm(T re, T im, [Values(1, 3)] int power)
    {
        T a = T.One, b = T.Zero;
        for (int i = 0; i < power; i++)
            (a, b) = Multiply(a, b, re, im);
        return a * a + b * b;
    }
}

/// <summary>Calls between generic and other differentiable methods.</summary>
public static partial class GenericCalls
{
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Power<T>(T x, int n)
        where T : INumber<T> => n == 0 ? T.One : x * Power(x, n - 1);

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Scale<T>(Span<T> values, T factor)
        where T : INumber<T>
    {
        T product = T.One;
        foreach (ref T value in values)
        {
            product *= value;
            value *= factor * Power(value, 2);
        }
        return product;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T[] Doubled<T>(T[] values)
        where T : INumberBase<T>
    {
        T[] result = new T[values.Length];
        for (int i = 0; i < values.Length; i++)
            result[i] = values[i] + values[i] * values[i];
        return result;
    }

    /// <summary>Inferred and explicit type arguments, of doubles, floats and halves.</summary>
    [Differentiable, SinglePrecision]
    public static double FromPlain(double x, float y) =>
        Power(x, 3) + Power<float>(y, 2) * GenericModel<double>.Kernel(x, 0.5, y) + GenericFunctions.Composed(x);

    [Differentiable, Allocates("It calls a method that returns a new array.")]
    public static double Storage(double[] values, double factor)
    {
        double[] doubled = Doubled(values);
        double product = Scale<double>(doubled, factor);
        double sum = product;
        foreach (double value in doubled)
            sum += value;
        return sum + GenericModel<double>.Interpolate(factor, values, doubled);
    }

    /// <summary>On integers, no derivative is asked for.</summary>
    [Differentiable]
    public static double OfIntegers(double x, int n) => x * Power(n, 2);

    [Differentiable]
    [TypeArguments(typeof(double), typeof(string))]
    public static T FromGeneric<T, TOther>(T x, TOther other)
        where T : IFloatingPointIeee754<T>
        where TOther : class
    {
        (T re, T im) = GenericFunctions.Moments<T>([x, x * x, other is null ? T.One : T.E]);
        return GenericFunctions.Labelled(re, 1, 2) * GenericFunctions.Accumulated<T, double>([im, x], 1.5) + GenericModel<T>.Kernel(x, re, im);
    }
}
