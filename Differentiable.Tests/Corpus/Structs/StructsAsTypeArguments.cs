using System.Numerics;
using Differentiable.Tests.Testing.Sampling;
using Complex = System.Numerics.Complex;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>What generic code asks of a space of vectors.</summary>
public interface ISpace<TSelf>
    where TSelf : ISpace<TSelf>
{
    static abstract TSelf Origin { get; }

    double SquaredNorm { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator *(double factor, TSelf a);

    static abstract TSelf Along(double x);

    double Dot(TSelf other);
}

public readonly record struct Planar(double X, double Y) : ISpace<Planar>
{
    static Planar ISpace<Planar>.Origin => new(0.25, 0);

    public double SquaredNorm => Dot(this);

    public static Planar operator +(Planar a, Planar b) => new(a.X + b.X, a.Y + b.Y);

    public static Planar operator *(double factor, Planar a) => new(factor * a.X, factor * a.Y);

    public static Planar Along(double x) => new(x, x * x);

    public double Dot(Planar other) => X * other.X + Y * other.Y;
}

/// <summary>A value and its derivative, of numbers or of structs that count as such.</summary>
public readonly struct Jet<T>(T value, T slope)
    where T : INumberBase<T>
{
    public T Value { get; } = value;

    public T Slope { get; } = slope;

    public static Jet<T> operator +(Jet<T> a, Jet<T> b) => new(a.Value + b.Value, a.Slope + b.Slope);

    public static Jet<T> operator *(Jet<T> a, Jet<T> b) => new(a.Value * b.Value, a.Value * b.Slope + a.Slope * b.Value);

    public static explicit operator T(Jet<T> jet) => jet.Value;
}

public static class Spaces
{
    public static T Between<T>(this T a, T b, double t)
        where T : struct, ISpace<T> => (1 - t) * a + t * b;

    public static double Energy<T>(this T a)
        where T : struct, ISpace<T>
    {
        T sum = T.Origin;
        sum += a;
        sum += T.Along(a.SquaredNorm);
        return sum.Dot(a);
    }
}

/// <summary>Structs in the place of type parameters: what their interfaces promise is what the structs do.</summary>
public static partial class StructsAsTypeArguments
{
    [Differentiable(Derivatives.All)]
    public static double Energy(Planar a, Planar b, double t) => a.Between(b, t).Energy() + b.SquaredNorm;

    [Differentiable]
    public static double RealJet(double x, double y, [Values(2, 0)] int rounds)
    {
        Jet<double> a = new(x, 1), b = new(y, 0), c = a * b + a;
        for (int i = 0; i < rounds; i++)
            c = c * a + b;
        return (double)c + x * c.Slope;
    }

    [Differentiable]
    public static double ComplexJet(Complex z, double y)
    {
        Jet<Complex> a = new(z, 1), b = new(y, 0), c = a * b + a * a;
        return c.Value.Real * c.Slope.Imaginary;
    }
}
