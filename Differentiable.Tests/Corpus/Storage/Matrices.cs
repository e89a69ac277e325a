using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Rectangular arrays.</summary>
public static partial class Matrices
{
    [Differentiable]
    public static double QuadraticForm([Rows(3, 0)] double[,] m, [Length(3, 0)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < x.Length; j++)
                sum += x[i] * m[i, j] * x[j];
        }
        return sum;
    }

    [Differentiable, Allocates("a local matrix")]
    public static double ProductTrace([Rows(2), Columns(3)] double[,] a, [Rows(3), Columns(2)] double[,] b)
    {
        int n = a.GetLength(0);
        double[,] c = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < a.GetLength(1); k++)
                    c[i, j] += a[i, k] * b[k, j];
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++)
            trace += c[i, i] * c[i, i];
        return trace;
    }

    [Differentiable]
    public static double ForEachOverAMatrix([Rows(2, 1), Columns(3, 0)] double[,] m)
    {
        double y = 1;
        foreach (double v in m)
            y = y * 0.5 + v * v;
        return y;
    }

    [Differentiable]
    public static double UpdatedInPlace([Rows(3), Columns(3)] double[,] m, double x)
    {
        for (int i = 1; i < m.GetLength(0); i++)
        {
            for (int j = 1; j < m.GetLength(1); j++)
                m[i, j] = 0.25 * (m[i - 1, j] + m[i, j - 1]) * m[i, j] + x;
        }
        return m[2, 2] * m[1, 1];
    }

    [Differentiable]
    public static void TransposedInPlace([Rows(3, 1), Columns(3, 1)] double[,] m)
    {
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
                (m[i, j], m[j, i]) = (m[j, i], m[i, j]);
        }
    }

    [Differentiable, Allocates("a local matrix")]
    public static double MatrixLiteral(double x, double y)
    {
        double[,] m = { { x, y }, { x * y, 1 } };
        return m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0];
    }

    [Differentiable, Allocates("a local matrix")]
    public static double LongestCommonWarp([Length(4)] ReadOnlySpan<double> a, [Length(3)] ReadOnlySpan<double> b)
    {
        double[,] cost = new double[a.Length + 1, b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                double d = a[i - 1] - b[j - 1];
                double best = -Math.Log(Math.Exp(-cost[i - 1, j]) + Math.Exp(-cost[i, j - 1]) + Math.Exp(-cost[i - 1, j - 1]));
                cost[i, j] = d * d + best;
            }
        }
        return cost[a.Length, b.Length];
    }

    [Differentiable]
    public static double Determinant3([Rows(3), Columns(3)] double[,] m) =>
        m[0, 0] * (m[1, 1] * m[2, 2] - m[1, 2] * m[2, 1])
        - m[0, 1] * (m[1, 0] * m[2, 2] - m[1, 2] * m[2, 0])
        + m[0, 2] * (m[1, 0] * m[2, 1] - m[1, 1] * m[2, 0]);
}
