using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Products, factorizations and solvers.</summary>
public static partial class LinearAlgebra
{
    [Differentiable]
    public static void MatrixVector([LengthFrom("y", "x")] ReadOnlySpan<double> m, [Length(3, 0)] ReadOnlySpan<double> x, [Length(2)] Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            ReadOnlySpan<double> row = m.Slice(i * x.Length, x.Length);
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
                sum += row[j] * x[j];
            y[i] = sum;
        }
    }

    [Differentiable]
    public static void MatrixProduct([Rows(2), Columns(3)] double[,] a, [Rows(3), Columns(2)] double[,] b, [Rows(2), Columns(2)] double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                c[i, j] = 0;
                for (int k = 0; k < a.GetLength(1); k++)
                    c[i, j] += a[i, k] * b[k, j];
            }
        }
    }

    [Differentiable]
    public static double CholeskyInPlace([Rows(3, 1, 0), Columns(3, 1, 0), DiagonallyDominant] double[,] a)
    {
        int n = a.GetLength(0);
        double logDeterminant = 0;
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < j; k++)
                a[j, j] -= a[j, k] * a[j, k];
            a[j, j] = Math.Sqrt(a[j, j]);
            for (int i = j + 1; i < n; i++)
            {
                for (int k = 0; k < j; k++)
                    a[i, j] -= a[i, k] * a[j, k];
                a[i, j] /= a[j, j];
            }
            logDeterminant += 2 * Math.Log(a[j, j]);
        }
        return logDeterminant;
    }

    [Differentiable]
    public static void SolveInPlace([LengthFrom("b", "b"), DiagonallyDominant] Span<double> a, [Length(3, 1, 0)] Span<double> b)
    {
        int n = b.Length;
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / a[k * n + k];
                for (int j = k + 1; j < n; j++)
                    a[i * n + j] -= factor * a[k * n + j];
                b[i] -= factor * b[k];
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
                b[i] -= a[i * n + j] * b[j];
            b[i] /= a[i * n + i];
        }
    }

    [Differentiable]
    public static double SolveWithPivoting([Elements(0.1, 2, 1, 3, 0.5, 0.2, 1, 1, 4)] double[] a, [Length(3)] ReadOnlySpan<double> b)
    {
        int n = b.Length;
        double[] x = b.ToArray();
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i * n + k]) > Math.Abs(a[pivot * n + k]))
                    pivot = i;
            }
            if (pivot != k)
            {
                for (int j = 0; j < n; j++)
                    (a[k * n + j], a[pivot * n + j]) = (a[pivot * n + j], a[k * n + j]);
                (x[k], x[pivot]) = (x[pivot], x[k]);
            }
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / a[k * n + k];
                for (int j = k; j < n; j++)
                    a[i * n + j] -= factor * a[k * n + j];
                x[i] -= factor * x[k];
            }
        }
        double sum = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
                x[i] -= a[i * n + j] * x[j];
            x[i] /= a[i * n + i];
            sum += x[i] * x[i];
        }
        return sum;
    }

    [Differentiable]
    public static void Thomas([LengthFrom("diagonal", Plus = -1)] ReadOnlySpan<double> lower, [Length(4, 1), Range(4, 5)] Span<double> diagonal,
        [LengthFrom("diagonal", Plus = -1)] ReadOnlySpan<double> upper, [LengthFrom("diagonal")] Span<double> right)
    {
        for (int i = 1; i < diagonal.Length; i++)
        {
            double w = lower[i - 1] / diagonal[i - 1];
            diagonal[i] -= w * upper[i - 1];
            right[i] -= w * right[i - 1];
        }
        right[^1] /= diagonal[^1];
        for (int i = diagonal.Length - 2; i >= 0; i--)
            right[i] = (right[i] - upper[i] * right[i + 1]) / diagonal[i];
    }

    [Differentiable, Allocates("the factor")]
    public static double LowerUpper([Rows(3), Columns(3), DiagonallyDominant] double[,] a)
    {
        int n = a.GetLength(0);
        double[,] l = new double[n, n], u = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                u[i, j] = a[i, j];
                for (int k = 0; k < i; k++)
                    u[i, j] -= l[i, k] * u[k, j];
            }
            for (int j = i + 1; j < n; j++)
            {
                double s = a[j, i];
                for (int k = 0; k < i; k++)
                    s -= l[j, k] * u[k, i];
                l[j, i] = s / u[i, i];
            }
        }
        double determinant = 1;
        for (int i = 0; i < n; i++)
            determinant *= u[i, i];
        return Math.Log(determinant);
    }

    [Differentiable]
    public static void GramSchmidt([Rows(2), Columns(3)] double[][] vectors)
    {
        for (int i = 0; i < vectors.Length; i++)
        {
            double[] v = vectors[i];
            for (int j = 0; j < i; j++)
            {
                double[] u = vectors[j];
                double dot = 0;
                for (int k = 0; k < v.Length; k++)
                    dot += u[k] * v[k];
                for (int k = 0; k < v.Length; k++)
                    v[k] -= dot * u[k];
            }
            double norm = 0;
            foreach (double x in v)
                norm += x * x;
            norm = Math.Sqrt(norm);
            for (int k = 0; k < v.Length; k++)
                v[k] /= norm;
        }
    }

    [Differentiable]
    public static double PowerIteration([Rows(3), Columns(3), DiagonallyDominant] double[,] a, [Values(5, 0)] int rounds)
    {
        Span<double> v = stackalloc double[3];
        Span<double> w = stackalloc double[3];
        v.Fill(1);
        double eigenvalue = 1;
        for (int round = 0; round < rounds; round++)
        {
            eigenvalue = 0;
            for (int i = 0; i < 3; i++)
            {
                w[i] = 0;
                for (int j = 0; j < 3; j++)
                    w[i] += a[i, j] * v[j];
                eigenvalue += w[i] * w[i];
            }
            eigenvalue = Math.Sqrt(eigenvalue);
            for (int i = 0; i < 3; i++)
                v[i] = w[i] / eigenvalue;
        }
        return eigenvalue * v[0];
    }

    [Differentiable]
    public static double GaussSeidel([LengthFrom("b", "b"), DiagonallyDominant] ReadOnlySpan<double> a, [Length(3, 1)] ReadOnlySpan<double> b)
    {
        int n = b.Length;
        double[] x = new double[n];
        for (int round = 0; round < 4; round++)
        {
            for (int i = 0; i < n; i++)
            {
                double s = b[i];
                for (int j = 0; j < n; j++)
                {
                    if (j != i)
                        s -= a[i * n + j] * x[j];
                }
                x[i] = s / a[i * n + i];
            }
        }
        return x[0] * x[n - 1];
    }
}
