using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Series, quadrature, splines and root finding.</summary>
public static partial class Approximation
{
    [Differentiable]
    public static double Simpson(double a, double b, [Values(6, 2)] int intervals)
    {
        double h = (b + 2 - a) / intervals, sum = 0;
        for (int i = 0; i <= intervals; i++)
        {
            double x = a + i * h;
            double weight = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(-x * x);
        }
        return sum * h / 3;
    }

    [Differentiable]
    public static double Clenshaw([Length(5, 0, 1)] ReadOnlySpan<double> c, [Range(-0.9, 0.9)] double x)
    {
        double b1 = 0, b2 = 0;
        for (int k = c.Length - 1; k >= 1; k--)
        {
            double t = 2 * x * b1 - b2 + c[k];
            b2 = b1;
            b1 = t;
        }
        return x * b1 - b2 + (c.Length > 0 ? c[0] : x);
    }

    [Differentiable]
    public static double SeriesUntilConverged([Range(0.2, 0.8)] double x)
    {
        double term = x, sum = x;
        int n = 1;
        do
        {
            term *= -x * x / ((2 * n) * (2 * n + 1));
            sum += term;
            n++;
        }
        while (Math.Abs(term) > 1e-17);
        return sum;
    }

    [Differentiable]
    public static double ContinuedFraction(double x, [Values(6, 0)] int depth)
    {
        double y = 1;
        for (int k = depth; k >= 1; k--)
            y = 1 + k * x / y;
        return y;
    }

    [Differentiable]
    public static double ArithmeticGeometricMean(double a, double b)
    {
        for (int i = 0; i < 6; i++)
            (a, b) = (0.5 * (a + b), Math.Sqrt(a * b));
        return a;
    }

    [Differentiable]
    public static double DeCasteljau([Length(4, 1)] ReadOnlySpan<double> control, [Range(0.1, 0.9)] double t)
    {
        Span<double> b = stackalloc double[control.Length];
        control.CopyTo(b);
        for (int level = 1; level < b.Length; level++)
            for (int i = 0; i + level < b.Length; i++)
                b[i] = (1 - t) * b[i] + t * b[i + 1];
        return b[0];
    }

    [Differentiable]
    public static double Neville([Length(4)] double[] x, [Length(4)] double[] y, [Range(3, 4)] double at)
    {
        double[] p = new double[y.Length];
        for (int i = 0; i < y.Length; i++)
            p[i] = y[i];
        for (int k = 1; k < p.Length; k++)
        {
            for (int i = 0; i < p.Length - k; i++)
            {
                double xi = x[i] + i, xk = x[i + k] + i + k;
                p[i] = ((at - xk) * p[i] + (xi - at) * p[i + 1]) / (xi - xk);
            }
        }
        return p[0];
    }

    [Differentiable]
    public static double SecantRoot([Range(1.5, 2.5)] double a)
    {
        double x0 = 1, x1 = 2;
        double f0 = x0 * x0 * x0 - a, f1 = x1 * x1 * x1 - a;
        int n = 0;
        while (Math.Abs(f1) > 1e-13 && n++ < 30)
        {
            double x2 = x1 - f1 * (x1 - x0) / (f1 - f0);
            x0 = x1;
            f0 = f1;
            x1 = x2;
            f1 = x1 * x1 * x1 - a;
        }
        return x1;
    }
}
