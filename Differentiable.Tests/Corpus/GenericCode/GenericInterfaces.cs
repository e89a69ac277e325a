using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.GenericCode;

/// <summary>What an activation of a layer is, whoever implements it.</summary>
public partial interface IActivation
{
    /// <summary>The activation at one point.</summary>
    [Differentiable]
    static abstract double Apply(double x);
}

/// <summary>A function of several parameters, in any precision.</summary>
[TypeArguments(typeof(double))]
public partial interface IBasis<T>
    where T : IFloatingPointIeee754<T>
{
    [Differentiable]
    static abstract T Value(T x, ReadOnlySpan<T> weights, int order);

    [Differentiable]
    static abstract (T Radius, T Angle) Polar(T x, ref T y, out T sum, [NonDifferentiable] T scale);
}

public readonly partial struct Sigmoid : IActivation
{
    [Differentiable]
    public static double Apply(double x) => 1 / (1 + Math.Exp(-x));
}

public sealed partial class LeakyRelu : IActivation
{
    [Differentiable]
    public static double Apply(double x) => x > 0 ? x : 0.1 * x;
}

[TypeArguments(typeof(double)), TypeArguments(typeof(float))]
public readonly partial struct Monomials<T> : IBasis<T>
    where T : IFloatingPointIeee754<T>
{
    [Differentiable]
    public static T Value(T x, [Length(3)] ReadOnlySpan<T> weights, [Values(2, 3)] int order)
    {
        T sum = T.Zero, power = T.One;
        for (int i = 0; i < Math.Min(order, weights.Length); i++)
        {
            sum += weights[i] * power;
            power *= x;
        }
        return sum;
    }

    [Differentiable]
    public static (T Radius, T Angle) Polar(T x, ref T y, out T sum, [NonDifferentiable] T scale)
    {
        y *= x * scale;
        sum = x + y;
        return (T.Hypot(x, y), T.Atan2(y, x));
    }
}

/// <summary>A force that some types have for one kind of number only.</summary>
public partial interface IForce<T>
    where T : IFloatingPointIeee754<T>
{
    [Differentiable(Derivatives.All)]
    static abstract T At(T x, T stiffness);
}

/// <summary>A force of double precision, with all modes: its members are those that the interface declares.</summary>
public readonly partial struct Pendulum : IForce<double>
{
    [Differentiable(Derivatives.All)]
    public static double At(double x, double stiffness) => -stiffness * Math.Sin(x);
}

/// <summary>Functions that find what they call on a type parameter.</summary>
public static partial class GenericInterfaces
{
    [Differentiable]
    [TypeArguments(typeof(Sigmoid)), TypeArguments(typeof(LeakyRelu))]
    public static double Layer<TActivation>(ReadOnlySpan<double> weights, double x)
        where TActivation : IActivation
    {
        double sum = 0;
        foreach (double weight in weights)
            sum += TActivation.Apply(weight * x - 0.5);
        return sum;
    }

    [Differentiable]
    [TypeArguments(typeof(Sigmoid), typeof(LeakyRelu))]
    public static double TwoLayers<TFirst, TSecond>(double x, double y)
        where TFirst : struct, IActivation
        where TSecond : class, IActivation => TSecond.Apply(TFirst.Apply(x) * y) + TFirst.Apply(TSecond.Apply(y));

    [Differentiable]
    public static double Closed(double[] weights, double x) => Layer<Sigmoid>(weights, x) * Layer<LeakyRelu>([x, x * x], x);

    [Differentiable]
    [TypeArguments(typeof(double), typeof(Monomials<double>)), TypeArguments(typeof(float), typeof(Monomials<float>))]
    public static T Integral<T, TBasis>([Length(3)] ReadOnlySpan<T> weights, T from, T to, [Values(0, 4)] int points)
        where T : IFloatingPointIeee754<T>
        where TBasis : IBasis<T>
    {
        T width = (to - from) / T.CreateChecked(points + 1), sum = T.Zero;
        for (int i = 0; i <= points; i++)
            sum += TBasis.Value(from + width * T.CreateChecked(i), weights, 2 + i % 2);
        (T radius, T angle) = TBasis.Polar(from, ref width, out T last, T.CreateChecked(0.75));
        return sum * width + radius * angle - last;
    }

    [Differentiable(Derivatives.All)]
    [TypeArguments(typeof(double), typeof(Pendulum))]
    public static T Work<T, TForce>(T x, T step)
        where T : IFloatingPointIeee754<T>
        where TForce : struct, IForce<T> => x * TForce.At(x, step) + TForce.At(step, x * step);
}
