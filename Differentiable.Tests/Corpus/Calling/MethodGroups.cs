using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Methods as delegates: functions of the library, differentiable methods, plain ones, generic ones; in variables and in fields.</summary>
public static partial class MethodGroups
{
    private static readonly Func<double, double> s_activation = Math.Tanh;

    private static readonly Func<double, double> s_logistic = v => 1 / (1 + Math.Exp(-v));

    private delegate double Pair(double x, out double square);

    private static double Midpoints(Func<double, double> f, double from, double to, int steps = 4)
    {
        double width = (to - from) / steps, sum = 0;
        for (int i = 0; i < steps; i++)
            sum += width * f(from + (i + 0.5) * width);
        return sum;
    }

    private static double Curve(double x)
    {
        if (x > 1)
            return x * x * x;
        return Math.Cos(x) * x;
    }

    [Differentiable]
    public static double Bump(double x) => x * x + Math.Sin(x);

    [Differentiable]
    public static double OfTheLibrary(double x, double y) => Midpoints(Math.Sin, 0, x) + Midpoints(Math.Exp, x, y) + Midpoints(double.Exp2, 0, y);

    [Differentiable]
    public static double OfMyOwn(double x) => Midpoints(Bump, 0, x) * Midpoints(Curve, 0, x + 1);

    [Differentiable]
    public static double InVariables(double x)
    {
        Func<double, double> f = Math.Atan, g = Curve;
        return Midpoints(f, 0, x) + f(g(x)) + Twice(g) + Twice(Math.Sqrt);

        double Twice(Func<double, double> h) => h(h(x));
    }

    [Differentiable]
    public static double InFields(double x) => s_activation(x) * s_logistic(x) + Midpoints(s_activation, 0, x) + Midpoints(s_logistic, 0, x);

    private static double Outer(Func<double, double> f, double x) => Midpoints(f, 0, x) + Inner(f, x) + Inner(v => f(v) * x, x);

    private static double Inner(Func<double, double> f, double x) => f(x) * f(2 * x);

    [Differentiable]
    public static double ThroughTwoMethods(double x) => Outer(Math.Sin, x) * Outer(Bump, x) + Outer(Curve, x);

    private static double Repeat(Func<double, double> f, double x, int n) => n == 0 ? f(x) : f(Repeat(f, x, n - 1)) + x;

    [Differentiable]
    public static double ThroughRecursion(double x, [Values(2, 0)] int n) => Repeat(Math.Sin, x, n) + Repeat(Curve, x, n) + Repeat(s_activation, x, n);

    private static double OfTwo(Func<double, double, double> f, double x, double y) => f(x, y) + f(y, 2);

    private static double Product(double a, double b) => a * b;

    private static T Product<T>(T a, T b)
        where T : INumber<T> => a * b + T.One;

    [Differentiable]
    public static double OfTwoArguments(double x, double y) => OfTwo(Math.Pow, x, y) * OfTwo(Math.Atan2, x, y) + OfTwo(Product, x, y) + OfTwo(Product<double>, x, y);

    private static double CubeAndSquare(double x, out double square)
    {
        square = x * x;
        return square * x;
    }

    private static double Use(Pair pair, double x)
    {
        double cube = pair(x, out double square);
        return cube * square;
    }

    [Differentiable]
    public static double WithOutputs(double x) => Use(CubeAndSquare, x);

    private static T Apply<T>(Func<T, T> f, T x)
        where T : struct, IFloatingPointIeee754<T> => f(x) * x;

    private static T Tripled<T>(T x)
        where T : struct, IFloatingPointIeee754<T> => x * x * T.CreateChecked(3);

    [Differentiable]
    public static double InGenericCode(double x)
    {
        return Run(x);

        static T Run<T>(T x)
            where T : struct, IFloatingPointIeee754<T>
        {
            Func<T, T> f = v => v * v + T.One;
            return Apply(f, x) + Apply(Tripled, x) + f(f(x));
        }
    }
}
