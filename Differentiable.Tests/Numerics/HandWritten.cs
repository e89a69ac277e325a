using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Numerics;

/// <summary>
/// What the generator would write, written by hand after <c>docs/architecture.md</c>: for testing the harness. The functions are not marked.
/// </summary>
internal static class HandWritten
{
    /// <summary>Scales <paramref name="w"/> in place and gives the sum of its squares.</summary>
    public static double Scale(double x, [Length(3, 0)] Span<double> w, [Values(2)] int n)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            w[i] *= n * x;
            sum += w[i] * w[i];
        }
        return sum;
    }

    public static double ScaleVjp(double x, Span<double> w, int n, double dresult, Span<double> dw)
    {
        Require(w, dw);
        double dx = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double old = w[i];
            w[i] *= n * x;
            double dnew = dw[i] + (2 * w[i] * dresult);
            dx += dnew * old * n;
            dw[i] = dnew * n * x;
        }
        return dx;
    }

    public static double ScaleGradient(double x, Span<double> w, int n, Span<double> dw)
    {
        Require(w, dw);
        dw.Clear();
        return ScaleVjp(x, w, n, 1, dw);
    }

    public static (double x, double[] w) ScaleGradient(double x, Span<double> w, int n)
    {
        double[] dw = new double[w.Length];
        return (ScaleVjp(x, w, n, 1, dw), dw);
    }

    public static (double value, double x) ScaleValueAndGradient(double x, Span<double> w, int n, Span<double> dw)
    {
        double dx = ScaleGradient(x, w, n, dw);
        double sum = 0;
        foreach (double v in w)
            sum += v * v;
        return (sum, dx);
    }

    public static (double value, double x, double[] w) ScaleValueAndGradient(double x, Span<double> w, int n)
    {
        double[] dw = new double[w.Length];
        (double value, double dx) = ScaleValueAndGradient(x, w, n, dw);
        return (value, dx, dw);
    }

    private static void Require(ReadOnlySpan<double> w, ReadOnlySpan<double> dw)
    {
        if (dw.Length != w.Length || dw.Overlaps(w))
            throw new ArgumentException("The destination is not good.", nameof(dw));
    }

    /// <summary>Every way for values to go in and out.</summary>
    public static (double Sum, int Count) Several(in double a, ref double b, out double c, double[,] m, [Length(2)] ReadOnlySpan<float> s)
    {
        c = a * b;
        b *= b;
        double sum = 0;
        foreach (double v in m)
            sum += v * a;
        foreach (float v in s)
            sum += v * v;
        return (sum, m.Length);
    }

    public static double SeveralVjp(in double a, double b, double[,] m, ReadOnlySpan<float> s,
        (double Sum, int Count) dresult, double dc, ref double db, double[,] dm, Span<float> ds)
    {
        double da = dc * b;
        db = (db * 2 * b) + (dc * a);
        for (int i = 0; i < s.Length; i++)
            ds[i] += (float)(2 * dresult.Sum * s[i]);
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                da += dresult.Sum * m[i, j];
                dm[i, j] += dresult.Sum * a;
            }
        }
        return da;
    }
}
