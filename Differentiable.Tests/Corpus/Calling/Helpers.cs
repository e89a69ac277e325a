using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Static methods without attribute that derivatives go through: expressions and blocks, of every kind of parameter and result.</summary>
public static partial class Helpers
{
    private static double Square(double x) => x * x;

    [Differentiable]
    public static double OfOneExpression(double x) => Square(x) + x * Square(Square(x) - 1);

    private static double Piecewise(double x, double y)
    {
        if (x > y)
            return Square(x - y);
        double sum = 0;
        for (int i = 1; i <= 4; i++)
        {
            if (sum > 1.5)
                return sum * y;
            sum += Math.Sin(x * i) * y;
        }
        return sum - x;
    }

    [Differentiable]
    public static double WithEarlyReturns(double x, double y) => Piecewise(x, y) * Piecewise(y, x) + Piecewise(x, x + 1);

    private static double Root(double a, int rounds, double tolerance)
    {
        double root = a;
        while (rounds-- > 0)
        {
            root = 0.5 * (root + a / root);
            if (Math.Abs(root * root - a) < tolerance)
                break;
        }
        return root;
    }

    [Differentiable]
    public static double InLoops([Range(0.5, 2)] double x, [Values(3, 0)] int n)
    {
        double total = x;
        for (int i = 1; i <= n; i++)
            total += Root(x * i, 20, 1e-9) * total;
        return total;
    }

    /// <summary>Loops in conditions of loops.</summary>
    [Differentiable]
    public static double InConditions([Range(1, 2)] double x, [Values(2, 0)] int n)
    {
        double y = x;
        while (Root(y, 9, 1e-6) > 1.1 && n < 9)
            y *= 0.8;
        int rounds = 0;
        do
        {
            if (rounds++ > 3)
                break;
            y += Root(x, n, 1e-3) / 4;
            if (y > 5)
                continue;
            y *= 1.1;
        }
        while (rounds < n || Root(y, 5, 1e-6) < Root(2.5, n, 1e-6));
        for (int i = 0; Root(x + i, 7, 1e-6) < 2; i++)
            y += x * i;
        return Root(x, 4, 1e-9) > 1.2 ? y * Root(y, 6, 1e-9) : y;
    }

    private static void Rotate(ref double x, ref double y, double angle)
    {
        (double cos, double sin) = (Math.Cos(angle), Math.Sin(angle));
        (x, y) = (cos * x - sin * y, sin * x + cos * y);
    }

    [Differentiable]
    public static double ByReference(double x, double y)
    {
        Rotate(ref x, ref y, 0.3);
        double before = x;
        Rotate(ref y, ref x, x * before);
        return x * before + y;
    }

    private static bool TrySplit(double x, out double square, out double rest)
    {
        square = x * x;
        rest = x - square;
        return rest > 0;
    }

    [Differentiable]
    public static double WithOutputs(double x)
    {
        if (!TrySplit(x, out double square, out double rest))
            return square * x;
        TrySplit(rest, out _, out rest);
        return square * rest;
    }

    private static double Weighted(double value, double weight = 2, double power = 3) => weight * Math.Exp(-power * value);

    private static double SumOfSquares(params double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += Square(value);
        return sum;
    }

    private static double SumOfCubes(params ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += Square(value) * value;
        return sum;
    }

    [Differentiable]
    public static double OfAnyNumberOfArguments(double x, double y) =>
        Weighted(x) + Weighted(power: x, value: y * x) + SumOfSquares(x, 2, x * y) * SumOfSquares() + SumOfCubes(y, x, 3) + SumOfSquares(x);

    private static T Bump<T>(T x)
        where T : IFloatingPointIeee754<T> => x * x + T.Sin(x);

    [Differentiable]
    public static double OfGenericType(double x) => Bump(x) * Bump(1.5f) + Bump(Bump(x));

    [Differentiable, TypeArguments(typeof(double))]
    public static T FromGenericCode<T>(T x)
        where T : struct, IFloatingPointIeee754<T> => Bump(x) + Bump(T.One / x);

    private static double Tanh(Func<double, double> f, double x) => (f(x) - f(-x)) / (f(x) + f(-x));

    private static double Saturated(double x, double slope) => Tanh(v => Math.Exp(slope * v), x) + Tanh(Math.Exp, slope);

    [Differentiable]
    public static double WithLambdas(double x, double y) => Saturated(x, y) * Saturated(y, 2);

    private static double Clipped([NonDifferentiable] double limit, double x) => x > limit ? limit * limit * x : x;

    /// <summary>The derivative of the limit is not wanted.</summary>
    [Differentiable]
    public static double WithConstants(double x, [NonDifferentiable] double limit) => Clipped(limit * 2, x) + Clipped(Differentiate.StopGradient(x), x);

    /// <summary>Helpers that no derivative goes through stay calls, whatever is in them; one may be both.</summary>
    private static double Setting(double x)
    {
        try
        {
            return x > 100 ? throw new InvalidOperationException() : x + 1;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    [Differentiable]
    public static double BesideOtherCode(double x, int n) => Square(x) * Setting(3.0) * Setting(n) + Square(2) * x + Setting(Math.Floor(x));

    private static double Fourth(double x) => Third(x) * Third(x + 1);

    private static double Third(double x) => Second(x) + Second(2 * x);

    private static double Second(double x) => First(x) / (1 + Square(First(x)));

    private static double First(double x) => Math.Exp(-x / 3);

    [Differentiable]
    public static double ThroughOthers(double x) => Fourth(x) * Third(x);

    [Differentiable]
    public static double Marked(double x) => Second(x) * x;

    private static double CallsMarked(double x) => Marked(x) * Marked(Square(x));

    [Differentiable]
    public static double ThroughMarkedOnes(double x) => CallsMarked(x);

    [Differentiable]
    public static double InOrderOfEvaluation(double x)
    {
        double y = x;
        return Next(ref y) * y + Square(y) * Next(ref y) * y;
    }

    private static double Next(ref double y)
    {
        y *= 1.5;
        return y * y;
    }
}
