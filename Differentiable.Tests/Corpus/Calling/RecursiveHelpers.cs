using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Static methods without attribute that call themselves or each other.</summary>
public static partial class RecursiveHelpers
{
    private static double Power(double x, int n)
    {
        if (n == 0)
            return 1;
        double half = Power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    [Differentiable]
    public static double OfItself(double x, double y, [Values(5, 0)] int n) => Power(x, n) * Power(y + x, 3) + Power(2, n);

    private static double Even(double x, int n) => n == 0 ? x : Odd(x * x, n - 1) + x;

    private static double Odd(double x, int n) => n == 0 ? 1 : Math.Sin(Even(x, n - 1));

    [Differentiable]
    public static double OfEachOther(double x, [Values(4, 1)] int n) => Even(x, n) * Odd(x, n);

    private static void Sweep(Span<double> values, double by)
    {
        if (values.Length < 2)
            return;
        values[0] += by * values[1];
        Sweep(values[1..], by * values[0]);
    }

    [Differentiable]
    public static double OfSlices(double[] x, double by)
    {
        double[] y = [.. x];
        Sweep(y, by);
        return y[0] * y[^1] + y[0];
    }

    private static double Sum(ReadOnlySpan<double> x) => x.Length switch
    {
        0 => 0,
        1 => Weighed(x[0]),
        _ => Sum(x[..(x.Length / 2)]) * 0.9 + Sum(x[(x.Length / 2)..]),
    };

    private static double Weighed(double x) => x / (1 + x * x);

    [Differentiable]
    public static double OfHalves(ReadOnlySpan<double> x) => Sum(x) * Sum(x);

    private static double Ackermann(double x, int m, ref double total)
    {
        total += x * m;
        return m == 0 ? x * x : Ackermann(Math.Cos(x), m - 1, ref total);
    }

    [Differentiable]
    public static double WithReferences(double x)
    {
        double total = x;
        return Ackermann(x, 3, ref total) * total;
    }
}
