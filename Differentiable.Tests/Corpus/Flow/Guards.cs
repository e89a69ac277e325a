using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Guard clauses that throw.</summary>
public static partial class Guards
{
    [Differentiable]
    public static double IfThrow(double x)
    {
        if (x <= 0)
            throw new ArgumentOutOfRangeException(nameof(x), "must be positive");
        return Math.Log(x);
    }

    [Differentiable]
    public static double ThrowIfNegative(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        return Math.Sqrt(x) * x;
    }

    [Differentiable]
    public static double ThrowIfNull([Length(3)] double[] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentOutOfRangeException.ThrowIfZero(a.Length, nameof(a));
        return a[0] * a[^1];
    }

    [Differentiable]
    public static double LengthsMustMatch([Length(3, 0)] ReadOnlySpan<double> a, [LengthFrom("a")] ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"{a.Length} elements against {b.Length}", nameof(b));
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    [Differentiable]
    public static double ThrowExpression([Range(1, 2)] double x) => x > 0 ? 1 / x : throw new ArgumentException("must be positive", nameof(x));

    [Differentiable]
    public static double InsideALoop([Length(4, 0)] ReadOnlySpan<double> a)
    {
        double product = 1;
        foreach (double v in a)
        {
            if (v < -10)
                throw new ArgumentException("too small", nameof(a));
            product *= v;
        }
        return product;
    }

    [Differentiable]
    public static double InTheMiddle(double x, double y)
    {
        double t = x * y;
        if (double.IsNaN(t))
            throw new ArithmeticException();
        t *= t;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(t, 1000.0, nameof(x));
        return t * x;
    }
}
