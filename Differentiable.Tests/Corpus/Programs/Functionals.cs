using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Functions as values: lambdas that set what they capture, functions of functions, and types that are functions.</summary>
public static partial class Functionals
{
    private static readonly Func<double, double> s_logistic = v => 1 / (1 + Math.Exp(-v));

    [Differentiable]
    public static double Captured([Length(3)] double[] x)
    {
        double sum = 0;
        Func<double, double, double> f = (a, b) =>
        {
            sum += a * b;
            return s_logistic(a) * b;
        };
        Action<int> update = i => sum *= x[i];
        double r = Between(Math.Sin, v => f(v, x[1]), x[0]);
        for (int i = 0; i < 3; i++)
            update(i);
        return r + sum + Fold(x, (s, v) => s * v + s_logistic(s), 1.0) + Array.ConvertAll(x, v => v * sum)[1];
    }

    private static double Between(Func<double, double> f, Func<double, double> g, double v) => f(g(f(v)));

    private static TSum Fold<TItem, TSum>(TItem[] items, Func<TSum, TItem, TSum> f, TSum start)
    {
        foreach (var item in items)
            start = f(start, item);
        return start;
    }

    private interface IEquation
    {
        static abstract T At<T>(T e, T a) where T : IFloatingPointIeee754<T>;

        static virtual T Slope<T>(T e, T a) where T : IFloatingPointIeee754<T> => T.One;
    }

    private readonly struct Kepler : IEquation
    {
        public static T At<T>(T e, T a) where T : IFloatingPointIeee754<T> => e - a * T.Sin(e);

        public static T Slope<T>(T e, T a) where T : IFloatingPointIeee754<T> => T.One - a * T.Cos(e);
    }

    private readonly struct Shifted : IEquation
    {
        static T IEquation.At<T>(T e, T a) => e * e + a;
    }

    private readonly struct Product<TFirst, TSecond> : IEquation where TFirst : IEquation where TSecond : IEquation
    {
        public static T At<T>(T e, T a) where T : IFloatingPointIeee754<T> => TFirst.At(e, a) * TSecond.At(e, a) + TFirst.Slope(e, a) * TSecond.Slope(a, e);
    }

    [Differentiable]
    public static double Equations([Length(3)] double[] x) => Root<Kepler, double>(0.5 * x[0], x[1]) + Integral<Product<Kepler, Shifted>, double>(0.1, x[2], 8);

    private static T Root<TEquation, T>(T a, T b) where TEquation : IEquation where T : IFloatingPointIeee754<T>
    {
        T e = b;
        for (int i = 0; i < 6; i++)
            e -= (TEquation.At(e, a) - b) / TEquation.Slope(e, a);
        return e;
    }

    private static T Integral<TEquation, T>(T low, T high, int n) where TEquation : IEquation where T : IFloatingPointIeee754<T>
    {
        T h = (high - low) / T.CreateChecked(n), sum = T.Zero;
        for (int i = 0; i < n; i++)
            sum += TEquation.At(low + h * (T.CreateChecked(i) + T.CreateChecked(0.5)), h);
        return sum * h;
    }
}
