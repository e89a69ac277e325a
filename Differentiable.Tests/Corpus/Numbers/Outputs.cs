using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Several outputs, and outputs in several ways.</summary>
public static partial class Outputs
{
    [Differentiable]
    public static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));

    [Differentiable]
    public static (double, double, double) Unnamed(double x, double y)
    {
        double t = x * y;
        return (t, t * t, Math.Exp(t));
    }

    [Differentiable]
    public static (double Value, int Trips) WithAnInteger(double x)
    {
        int trips = 0;
        while (x < 10)
        {
            x = x * x + 1;
            trips++;
        }
        return (x, trips);
    }

    [Differentiable]
    public static void OutParameters(double x, double y, out double sum, out double product)
    {
        sum = x + y * y;
        product = sum * x;
    }

    [Differentiable]
    public static double OutBesideAResult(double x, out double half)
    {
        half = x * 0.5;
        half *= half;
        return half * x;
    }

    [Differentiable]
    public static void RefParameter(ref double x, double factor)
    {
        x *= factor;
        x += x * x;
    }

    [Differentiable]
    public static double RefInALoop(ref double state, [Length(3, 0)] ReadOnlySpan<double> inputs)
    {
        double sum = 0;
        foreach (double v in inputs)
        {
            state = 0.5 * state + v * state;
            sum += state * state;
        }
        return sum;
    }

    [Differentiable]
    public static void OutOnBranches([Range(-1, 1)] double x, out double y, out int sign)
    {
        if (x < 0)
        {
            y = x * x;
            sign = -1;
            return;
        }
        y = Math.Sin(x);
        sign = 1;
    }

    [Differentiable]
    public static double[] ReturnedArray([Length(4, 0, 1)] ReadOnlySpan<double> x, double scale)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = scale * x[i] * x[x.Length - 1 - i];
        return y;
    }

    [Differentiable]
    public static void SoftmaxInto([Length(4, 1)] ReadOnlySpan<double> x, [LengthFrom("x")] Span<double> y)
    {
        double max = x[0];
        for (int i = 1; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Exp(x[i] - max);
            sum += y[i];
        }
        for (int i = 0; i < y.Length; i++)
            y[i] /= sum;
    }

    [Differentiable]
    public static double ResultAndSpan([Length(3)] Span<double> a, double x)
    {
        a[1] = a[0] * x;
        double y = a[1] * a[2];
        a[0] = y;
        return y * y;
    }

    [Differentiable]
    public static (double Mean, double Variance) MeanAndVariance([Length(5, 1)] double[] a)
    {
        double mean = 0;
        foreach (double v in a)
            mean += v;
        mean /= a.Length;
        double variance = 0;
        foreach (double v in a)
            variance += (v - mean) * (v - mean);
        return (mean, variance / a.Length);
    }

    [Differentiable]
    public static (double Low, double High) TupleChosenByBranch(double x, double y)
    {
        if (x < y)
            return (x * x, y);
        return (y, x * y);
    }

    [Differentiable]
    public static void MatrixResult([Rows(2), Columns(3)] double[,] a, [Rows(2), Columns(3)] double[,] result)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                result[i, j] = a[i, j] * a[0, j] + result[i, j];
        }
    }

    [Differentiable]
    public static double TupleLocals(double x, double y)
    {
        (double A, double B) pair = (x * y, x + y);
        pair.A *= pair.B;
        var (a, b) = pair;
        pair = (b, a);
        return pair.A * a + pair.B;
    }

    [Differentiable]
    public static void OutOfALoop([Length(3)] double[] a, double x, out double norm)
    {
        norm = 0;
        for (int i = 0; i < a.Length; i++)
            norm += a[i] * a[i] * x;
        norm = Math.Sqrt(norm);
    }
}
