using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Elements that are overwritten while something still needs them.</summary>
public static partial class InPlace
{
    [Differentiable]
    public static double Smooth([Length(5, 0, 1)] ReadOnlySpan<double> w, [Values(3, 1, 0)] int sweeps)
    {
        double[] u = w.ToArray();
        for (int k = 0; k < sweeps; k++)
            for (int i = 1; i < u.Length; i++)
                u[i] = u[i] * u[i - 1] + Math.Sin(u[i]);
        double sum = 0;
        foreach (double v in u) sum += v * v;
        return sum;
    }

    [Differentiable]
    public static double OverwrittenInTwoLoopsAndReadAfter([Length(4)] Span<double> a, double x)
    {
        for (int k = 0; k < 3; k++)
        {
            a[1] = a[0] * a[1] + x;
            for (int i = 0; i < a.Length; i++)
                a[i] = Math.Sin(a[i]) * a[1];
        }
        return a[1] * a[3] + a[0];
    }

    [Differentiable]
    public static double ForwardAndBackward([Length(5, 2)] Span<double> a)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] += 0.5 * a[i - 1] * a[i];
        for (int i = a.Length - 2; i >= 0; i--)
            a[i] -= 0.25 * a[i + 1] * a[i];
        return a[0] * a[^1];
    }

    [Differentiable]
    public static void SquaresAll([Length(3, 0, 1)] Span<double> a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] *= a[i];
    }

    [Differentiable]
    public static void OverwritesWithoutReading([Length(3, 0)] double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = x * i + x * x;
    }

    [Differentiable]
    public static void SpanResult([Length(4, 0, 1)] ReadOnlySpan<double> x, [LengthFrom("x")] Span<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Exp(x[i]);
            y[i] = sum;
        }
        for (int i = 0; i < y.Length; i++)
            y[i] = y[i] / sum + y[i] * x[i];
    }

    [Differentiable]
    public static double SameElementManyTimes(double x, double y)
    {
        Span<double> t = stackalloc double[1];
        t[0] = x;
        t[0] = t[0] * y;
        double u = t[0];
        t[0] = Math.Sin(t[0]) + u;
        t[0] *= t[0];
        t[0] -= x;
        return t[0] * u;
    }

    [Differentiable]
    public static double DataDependentPlace([Length(4)] Span<double> a, [NonDifferentiable, Elements(1, 3, 1, 0)] ReadOnlySpan<int> places)
    {
        for (int i = 0; i < places.Length; i++)
            a[places[i]] = a[places[i]] * a[i] + 0.5;
        return a[0] + a[1] * a[3];
    }

    [Differentiable]
    public static double IndexChangesAfterUse([Length(5)] Span<double> a)
    {
        int k = 0;
        for (int i = 0; i < 4; i++)
        {
            a[k] = a[k] * a[(k + 1) % a.Length];
            k = (k * 2 + 1) % a.Length;
        }
        return a[k] * a[0] * a[1];
    }

    [Differentiable]
    public static double WhileOverAnArray([Length(3)] Span<double> a)
    {
        int n = 0;
        while (a[0] < 30 && n < 20)
        {
            a[0] = a[0] * (1 + a[1]) + a[2];
            a[1] *= 1.01;
            n++;
        }
        return a[0] * a[1];
    }

    [Differentiable]
    public static double Eratosthenes(double x, [Values(12)] int n)
    {
        bool[] composite = new bool[n + 1];
        double sum = 0;
        for (int p = 2; p <= n; p++)
        {
            if (composite[p])
                continue;
            sum = sum * 0.5 + Math.Pow(x, p % 5) * x;
            for (int m = p * p; m <= n; m += p)
                composite[m] = true;
        }
        return sum;
    }

    [Differentiable]
    public static double AccumulatesIntoAnElement([Length(4, 0)] ReadOnlySpan<double> a)
    {
        double[] total = new double[1];
        for (int i = 0; i < a.Length; i++)
        {
            total[0] += a[i];
            total[0] += total[0] * a[i];
        }
        return total[0] * total[0];
    }

    [Differentiable]
    public static void PrefixSums([Length(5, 0, 1)] Span<double> a)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] += a[i - 1];
    }

    [Differentiable]
    public static double InnerLoopIsShorterEachTime([Length(5)] Span<double> a)
    {
        for (int k = 0; k < a.Length; k++)
        {
            for (int i = 0; i + k + 1 < a.Length; i++)
                a[i] = a[i] * a[i + 1] + 0.1 * k;
        }
        return a[0];
    }
}
