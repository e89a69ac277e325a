using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Rows of jagged arrays that are given to other methods, and that these move.</summary>
public static partial class JaggedRows
{
    [Differentiable, Allocates("local jagged arrays")]
    public static double EliminatedByACallee(double x, double y)
    {
        double[][] m = { new double[3], new double[3], new double[3] };
        double[] b = { x, 1, y };
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                m[i][j] = x * i * j + y * j + 1 + (i == (j + 1) % 3 ? 4 : 0);
        }
        double s = GaussianElimination(m, b);
        return s * m[0][0] + b[1] * m[1][1];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double SwappedRowsPassedOn(double x, double y, [Values(3, 0, 1)] int n)
    {
        double[][] rows = { new double[] { x, 0, 1 }, new double[] { y, x, 1 }, new double[] { 1, y, x } };
        double s = 1;
        for (int k = 0; k < n; k++)
        {
            s += RowScaled(rows[k % 3], 0.1 * s);
            (rows[0], rows[2]) = (rows[2], rows[0]);
            s *= RowScaled(rows[0], y);
        }
        return s * rows[0][1] + rows[2][0];
    }

    [Differentiable, Allocates("rows are kept")]
    public static void GreaterFirst(double[][] rows)
    {
        if (rows[1][0] > rows[0][0])
            (rows[0], rows[1]) = (rows[1], rows[0]);
        rows[1][0] *= 3;
    }

    /// <summary>The variables that stand for rows are over when a callee swaps them.</summary>
    [Differentiable, Allocates("rows")]
    public static double RowsNamedBeforeACalleeSwapsThem([Rows(2), Columns(2)] double[][] x, [Values(3, 0, 1)] int n)
    {
        double[][] rows = [[x[0][0], x[0][1]], [x[1][0], x[1][1]]];
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            foreach (double[] row in rows)
            {
                sum += row[0] * row[1] * (k + 1);
                row[1] *= 1 + 0.1 * row[0];
            }
            GreaterFirst(rows);
            for (int i = 0; i < 2; i++)
            {
                double[] row = rows[i];
                Span<double> part = row.AsSpan(1);
                part[0] += 0.3 * Math.Sin(row[0]);
                sum += row[0] * part[0];
            }
        }
        return sum + rows[0][0] * rows[1][1];
    }

    [Differentiable]
    public static double RowScaled([Length(3)] double[] row, double x)
    {
        row[0] *= x;
        row[1] += row[0] * row[2];
        return row[1] * x;
    }

    [Differentiable]
    public static double NormOfRow([Length(3)] double[] row)
    {
        double sum = 0;
        foreach (double element in row)
            sum += element * element;
        return Math.Sqrt(sum);
    }

    /// <summary>The callee's reverse half reads the row, which is another by then.</summary>
    [Differentiable]
    public static double OverwrittenBehindACall([Rows(2), Columns(3)] double[][] rows, double x)
    {
        double norm = NormOfRow(rows[0]) * x;
        rows[0][0] = x;
        return norm + rows[0][0];
    }

    [Differentiable]
    public static double RowsNormalizedInTurn([Rows(3), Columns(3)] double[][] rows, double x)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double norm = NormOfRow(rows[i]);
            for (int k = 0; k < rows[i].Length; k++)
                rows[i][k] *= x / norm;
            sum += norm + NormOfRow(rows[0]) * rows[i][1];
        }
        return sum;
    }

    [Differentiable]
    public static double PartOverwrittenBehindACall([Length(5)] double[] a, double x)
    {
        double norm = NormOfSpan(a.AsSpan(1, 3)) * x;
        a[2] = x * x;
        return norm * NormOfSpan(a.AsSpan(1));
    }

    [Differentiable]
    public static double NormOfSpan([Length(3)] ReadOnlySpan<double> part)
    {
        double sum = 0;
        foreach (double element in part)
            sum += element * element;
        return Math.Sqrt(sum);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Weigh(Span<double> row, double[] by)
    {
        double s = 0;
        for (int i = 0; i < row.Length; i++)
        {
            s += row[i] * by[i];
            row[i] *= by[i];
        }
        return s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays of arrays")]
    public static double RowsAreLookedUpForSpans([Length(3)] double[] x)
    {
        double[][] rows = [[x[0], x[1]], [x[1], x[2]], [x[2], x[0]]];
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += Weigh(rows[i], rows[(i + 1) % 3]);
            (rows[0], rows[1]) = (rows[1], rows[0]);
        }
        return s * rows[0][0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays of arrays")]
    private static void Rotate(double[][] rows, double f)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            (rows[i], rows[i - 1]) = (rows[i - 1], rows[i]);
            rows[i][0] *= f * rows[i - 1][0];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays of arrays")]
    public static double NamedAfterRowsHaveMoved([Length(3)] double[] x)
    {
        double[][] rows = [[x[0], x[1]], [x[2], x[0]], [x[1], x[2]]];
        for (int k = 0; k < 3; k++)
            Rotate(rows, x[k]);
        double[] kept = rows[1];
        return rows[0][0] * rows[1][1] + rows[2][0] * kept[0];
    }
}
