using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Methods that call themselves or each other.</summary>
public static partial class Recursion
{
    [Differentiable]
    public static double Power(double x, [Values(5, 0, 1)] int n) => n == 0 ? 1 : x * Power(x, n - 1);

    [Differentiable]
    public static double PowerBySquaring(double x, [Values(11, 0, 1)] int n)
    {
        if (n == 0)
            return 1;
        double half = PowerBySquaring(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    [Differentiable]
    public static double WithAccumulator([Length(4, 0, 1)] ReadOnlySpan<double> a, double accumulated)
    {
        if (a.Length == 0)
            return accumulated;
        return WithAccumulator(a[1..], accumulated * a[0] + Math.Sin(accumulated));
    }

    [Differentiable]
    public static double TreeSum([Length(5, 1)] ReadOnlySpan<double> a)
    {
        if (a.Length == 1)
            return a[0] * a[0];
        int half = a.Length / 2;
        return TreeSum(a[..half]) * TreeSum(a[half..]) + a[0];
    }

    [Differentiable]
    public static double Fibonacci(double x, double y, [Values(5, 0, 1)] int n)
    {
        if (n == 0)
            return x;
        if (n == 1)
            return y;
        return Fibonacci(x, y, n - 1) + 0.5 * Fibonacci(x, y, n - 2) * x;
    }

    [Differentiable]
    public static double Even(double x, [Values(4, 0, 3)] int n) => n == 0 ? x : Math.Sin(Odd(x, n - 1)) + x;

    [Differentiable]
    public static double Odd(double x, [Values(3, 0)] int n)
    {
        if (n == 0)
            return x * x;
        double t = Even(x * 0.9, n - 1);
        return t * t + x;
    }

    [Differentiable]
    public static void MergeUp([Length(4, 1, 8)] Span<double> a)
    {
        if (a.Length < 2)
            return;
        int half = a.Length / 2;
        MergeUp(a[..half]);
        MergeUp(a[half..]);
        for (int i = 0; i < half; i++)
        {
            double even = a[i], odd = a[half + i];
            a[i] = even + even * odd;
            a[half + i] = even - odd * odd;
        }
    }

    [Differentiable]
    public static double UntilSmall([Range(3, 5)] double x) => x < 0.5 ? x * x : UntilSmall(x / 2) * x;

    [Differentiable]
    public static double Horner([Length(4)] double[] coefficients, [Values(3, 0)] int from, double x) =>
        from == 0 ? coefficients[0] : Horner(coefficients, from - 1, x) * x + coefficients[from];

    [Differentiable]
    public static double Path(double[][] steps, double[,] weights, [Values(2, 0)] int n, double x) =>
        n == 0 ? x : BackPath(steps, weights, n - 1, Math.Sin(x) * steps[n][0]) * weights[n, 0];

    [Differentiable]
    public static double BackPath(double[][] steps, double[,] weights, [Values(2, 0)] int n, double x) =>
        n == 0 ? x * steps[0][1] : Path(steps, weights, n - 1, x * weights[0, n]);
}
