using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Rows of jagged arrays that are parameters, and parameters that become rows.</summary>
public static partial class JaggedRows
{
    [Differentiable, Allocates("a local jagged array")]
    public static double ParametersAsRows([Length(3)] double[] a, [Length(3)] double[] b, double x)
    {
        double[][] rows = { a, b };
        rows[0][1] *= x;
        (rows[0], rows[1]) = (rows[1], rows[0]);
        rows[0][0] += rows[1][1];
        return a[1] * b[0] + rows[1][2];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double ParameterAsTheFirstOfManyRows([Length(3)] double[] a, double x, [Values(3, 0, 1)] int n)
    {
        double[][] history = new double[n + 1][];
        history[0] = a;
        for (int i = 0; i < n; i++)
        {
            double[] p = history[i];
            double[] q = new double[p.Length];
            for (int j = 0; j < q.Length; j++)
                q[j] = p[j] * x + p[0];
            history[i + 1] = q;
        }
        double sum = 0;
        for (int i = 0; i <= n; i++)
            sum += history[i][i % 3] * history[i][1];
        history[0][2] *= 2;
        return sum + a[2] * a[1];
    }

    [Differentiable, Allocates("a copy of the rows")]
    public static double RowsOfAParameterSwapped([Rows(3), Columns(3)] double[][] a, double x, [Values(4, 0, 1)] int n)
    {
        for (int i = 0; i < n; i++)
        {
            (a[i % 3], a[(i + 1) % 3]) = (a[(i + 1) % 3], a[i % 3]);
            a[0][i % 3] *= x + a[1][1];
        }
        return a[0][0] * a[1][1] + a[2][2] * x;
    }

    [Differentiable, Allocates("a copy of the rows")]
    public static double RowOfAParameterReplaced([Rows(2), Columns(3)] double[][] a, double x)
    {
        a[0] = new double[] { x, a[1][0] * x, 2 };
        a[1][1] *= a[0][1];
        return a[0][1] * a[1][1] + a[1][2];
    }

    [Differentiable, Allocates("a copy of the rows")]
    public static double GaussianElimination([Rows(3), Columns(3)] double[][] a, [Length(3)] Span<double> b)
    {
        int n = a.Length;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i][k]) > Math.Abs(a[pivot][k]))
                    pivot = i;
            }
            (a[k], a[pivot]) = (a[pivot], a[k]);
            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (int i = k + 1; i < n; i++)
            {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++)
                    a[i][j] -= f * a[k][j];
                b[i] -= f * b[k];
            }
        }
        return a[2][2] * a[0][0] + b[0] * b[2];
    }

    [Differentiable, Allocates("local jagged arrays")]
    public static double RowsOfAParameterInAnotherOrder([Rows(3), Columns(3)] double[][] a, double x)
    {
        double[][] b = new double[3][];
        for (int i = 0; i < 3; i++)
            b[i] = a[(i + 1) % 3];
        (b[0], b[2]) = (b[2], b[0]);
        b[1][0] = x * b[0][1];
        double[][] c = (double[][])b.Clone();
        c[0] = c[1];
        c[0][2] *= x;
        return a[2][0] * a[0][1] + b[2][2] * b[1][2];
    }

    [Differentiable]
    public static double OneRowOrAnother([Rows(3), Columns(3)] double[][] m, [Values(4, 0, 1)] int n)
    {
        double[] row = m[0];
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            if (row[0] < s)
                row = m[i % 3];
            row[1] *= s;
            s += row[1] * row[2];
        }
        return s;
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double RowsChosenByIntegers([Rows(3), Columns(2)] double[][] rows, [Values(2, 1, 0)] int first)
    {
        int[] order = [first, 2 - first, 2];
        double[][] chosen = new double[order.Length][];
        for (int i = 0; i < chosen.Length; i++)
            chosen[i] = rows[order[i]];
        double sum = 0;
        for (int i = 0; i < chosen.Length; i++)
            sum += (i + 1) * chosen[i][0] * chosen[i][1];
        return sum;
    }

    /// <summary>The elements by which rows are chosen are written later.</summary>
    [Differentiable, Allocates("a local jagged array")]
    public static double RowsChosenByNumbers([Rows(3), Columns(2)] double[][] rows, [Length(3), Range(0.1, 0.9)] double[] w)
    {
        double sum = 0;
        double[][] chosen = new double[w.Length][];
        for (int i = 0; i < w.Length; i++)
        {
            chosen[i] = rows[w[i] > 0.5 ? 2 : i];
            sum += w[i] * chosen[i][0];
        }
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = sum * chosen[i][1];
            sum += w[i];
        }
        return sum;
    }
}
