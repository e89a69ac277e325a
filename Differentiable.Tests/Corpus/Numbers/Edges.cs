using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Nothing at all, exactly one, and unused things.</summary>
public static partial class Edges
{
    [Differentiable]
    public static double OneElement([Length(1)] ReadOnlySpan<double> a) => a[0];

    [Differentiable]
    public static double ZeroTripsThenUse([Length(0, 1)] ReadOnlySpan<double> a, double x)
    {
        double y = x;
        for (int i = 0; i < a.Length; i++)
            y = Math.Sin(y) * a[i];
        return y * y;
    }

    [Differentiable]
    public static double OneTripLoops(double x)
    {
        double y = x;
        for (int i = 0; i < 1; i++)
            y *= y;
        for (int i = 3; i >= 3; i--)
            y += x;
        return y;
    }

    [Differentiable]
    public static double NegativeBound(double x, [Values(-3, 0)] int n)
    {
        double y = x * x;
        for (int i = 0; i < n; i++)
            y *= x;
        for (int i = n; i > 0; i--)
            y += x;
        return y;
    }

    [Differentiable]
    public static double AllEmpty([Length(0)] double[] a, [Length(0)] Span<double> b, double x)
    {
        double sum = x * x;
        foreach (double v in a)
            sum += v;
        for (int i = 0; i < b.Length; i++)
            b[i] *= x;
        return sum;
    }

    [Differentiable]
    public static double EmptyLocalArrays(double x)
    {
        double[] none = [];
        double[] zero = new double[0];
        Span<double> stack = stackalloc double[0];
        return x * (none.Length + zero.Length + stack.Length + 2);
    }

    [Differentiable]
    public static double DeadCode(double x)
    {
        double y = x * x;
        if (x > 1e9)
            y = Math.Exp(y);
        double unused = y;
        unused *= 2;
        return y;
    }

    [Differentiable]
    public static double ReturnsAnElement([Length(3)] Span<double> a)
    {
        a[0] = a[1];
        return a[0];
    }

    [Differentiable]
    public static double ConstantLoop(double x)
    {
        double y = 0;
        for (int i = 0; i < 3; i++)
            y = 7;
        return y * x;
    }

    [Differentiable]
    public static double ResetInALoop(double x, [Values(3, 0)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            y = y * x;
            if (i == 1)
                y = 0.5;
        }
        return y * y;
    }

    [Differentiable]
    public static double ManyTripsInOneLoop(double x, [Values(2000)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = 0.999 * y + 0.001 * Math.Sin(x * y);
        return y;
    }

    [Differentiable]
    public static double LargeBuffers([NonDifferentiable, Length(700, 300)] ReadOnlySpan<double> a, double x)
    {
        double[] t = new double[a.Length];
        double y = x;
        for (int i = 0; i < a.Length; i++)
        {
            t[i] = a[i] * y;
            y = Math.Cos(t[i]);
        }
        return t[10] * t[a.Length - 1] + y;
    }

    [Differentiable]
    public static double SizeOfANumber(double x) => x * sizeof(double);
}
