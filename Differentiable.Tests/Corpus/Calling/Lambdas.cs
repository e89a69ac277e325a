using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Delegates whose functions are known: variables, and what local functions, members of structs and methods are given.</summary>
public static partial class Lambdas
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double InAVariable(double x, int n)
    {
        Func<double, double> f = t => Math.Sin(t) * x;
        double s = 0;
        for (int i = 0; i < n; i++)
            s += f(x * i);
        x *= 2;
        return s * f.Invoke(x);
    }

    private static double Simpson(Func<double, double> f, double from, double to, int steps)
    {
        double h = (to - from) / steps, sum = f(from) + f(to);
        for (int i = 1; i < steps; i++)
            sum += (i % 2 == 0 ? 2 : 4) * f(from + i * h);
        return sum * h / 3;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Integral(double a, double b) => Simpson(t => Math.Exp(a * t) * b, 0, b, 6);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double IntegralOfIntegrals(double a, double b) => Simpson(t => t * Simpson(u => Math.Sin(u * t) * a, 0, t, 2), 0, b, 4);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double GivenToLocalFunctions(double x)
    {
        double scale = x * x;
        return Twice(v => v * scale, x) + Twice(Shifted, x) * Lambdas.Twice(Math.Sin(x) > 0 ? 1 : 2, static (v, k) => v * k);

        double Shifted(double v) => v * v + scale;

        static double Twice(Func<double, double> f, double at) => f(f(at));
    }

    private static double Twice(double k, Func<double, double, double> f) => f(k, f(k, 2));

    /// <summary>A lambda changes what it captures, its own parameters included, and returns early.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double WithStatements([Length(3)] double[] w, double x)
    {
        double sum = 0;
        double[] scaled = [.. w];
        Action<double> add = t =>
        {
            if (t < 0.1)
                return;
            sum += t * t;
            scaled[0] *= t;
        };
        Func<double, double, double> power = (a, b) =>
        {
            double r = a;
            for (int i = 0; i < 3; i++)
            {
                r *= b;
                b *= 1.1;
                if (r > 5)
                    return r;
            }
            return r + a;
        };
        foreach (double v in w)
            add(v * x);
        double exponent = x;
        Func<int, int> next = k => k + 1;
        return power(sum, exponent) * exponent * scaled[0] + w[next(1)];
    }

    private readonly record struct Line(double Offset, double Slope)
    {
        public double Through(Func<double, double> f, double x) => f(Offset + Slope * x);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double GivenToMembers(double x, double y) => new Line(x, y).Through(t => t * t * y, x) + new Line(y, 2).Through(Math.Abs(x) > 1 ? 2 : 3, t => t / (1 + t * t));

    private static double Through(this Line line, double x, Func<double, double> f) => line.Through(f, x);

    private static T Richardson<T>(Func<T, T> f, T h)
        where T : IFloatingPointIeee754<T> => (T.CreateChecked(4) * f(h / T.CreateChecked(2)) - f(h)) / T.CreateChecked(3);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double GivenToGenericMethods(double x, float y) => Richardson(h => Math.Exp(x * h), x) * Richardson<float>(h => h * h * h * y, y);
}
