using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus;

/// <summary>Rows of jagged arrays that are made, replaced, shared and moved.</summary>
public static partial class JaggedRows
{
    [Differentiable, Allocates("a local jagged array")]
    public static double RowsReplacedByEachOther(double x, double y)
    {
        double[][] rows = new double[2][];
        rows[0] = new double[] { x };
        rows[1] = new double[] { y, x };
        rows[0] = rows[1];
        rows[1][0] += 1;
        return rows[0][0] * rows[0][1];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double RowsInAnInitializer(double x, double y)
    {
        double[][] rows = { new double[] { x, y }, new[] { y * x, 2, x } };
        double[][] others = [[x], [y, rows[0][1]]];
        return rows[0][0] * rows[1][0] + rows[1][2] * others[1][1] + others[0][0];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double RowMadeOfTheRowThatItReplaces(double x, double y, [Values(3, 0, 1)] int n)
    {
        double[][] rows = { new double[] { x, y } };
        for (int i = 0; i < n; i++)
        {
            rows[0] = new double[] { rows[0][1] * x, rows[0][0] + y };
            rows[0][1] *= rows[0][0];
        }
        return rows[0][0] * rows[0][1];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double LocalRowsSwapped(double x, double y, [Values(4, 0, 1)] int n)
    {
        double[][] k = { new double[] { x, y }, new double[] { y, x } };
        for (int i = 0; i < n; i++)
        {
            (k[0], k[1]) = (k[1], k[0]);
            k[0][0] *= x * k[1][1];
            if (i % 2 == 1)
                k[1] = new double[] { k[0][0] * y, k[1][1] };
        }
        return k[0][0] * k[1][0] + k[1][1];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double RowsSetFromVariables(double x, double y, [Values(4, 0, 2)] int n)
    {
        double[][] t = new double[n + 1][];
        for (int i = 0; i <= n; i++)
        {
            double[] row = new double[i + 1];
            row[0] = x;
            for (int j = 1; j <= i; j++)
                row[j] = row[j - 1] * y + t[i - 1][j - 1];
            t[i] = row;
            if (i > 1)
                t[i - 2] = row;
        }
        double sum = 0;
        foreach (double[] row in t)
            sum += row[0] * row[^1];
        return sum;
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double RowsShifted(double x, double y, [Values(5, 0, 1)] int n)
    {
        double[][] history = new double[3][];
        for (int i = 0; i < 3; i++)
            history[i] = new double[] { x * i, y };
        for (int k = 0; k < n; k++)
        {
            double[] last = history[2];
            history[2] = history[1];
            history[1] = history[0];
            history[0] = last;
            last[0] = history[1][0] * history[2][1] + x;
            last[1] *= y;
        }
        return history[0][0] * history[1][1] + history[2][0];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double MadeInALoop(double x, [Values(4, 0, 1)] int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[][] rows = new double[2][];
            rows[0] = new double[] { s, x };
            rows[1] = i % 2 == 0 ? rows[0] : new double[] { x * s, s };
            rows[0][1] *= s;
            s = 0.3 * rows[1][0] * rows[1][1] + rows[0][0];
        }
        return s;
    }

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

    [Differentiable, Allocates("a local jagged array")]
    public static double RowsOfIndices(double x, [Values(4, 0, 1)] int n)
    {
        int[][] order = { new int[] { 0, 1 }, new int[] { 1, 0 } };
        double[] v = { x, x * x };
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += v[order[0][0]] * (i + 1) * s + v[order[1][1]];
            order[0][1] = i % 2;
            (order[0], order[1]) = (order[1], order[0]);
            if (i == 2)
                order[1] = new int[] { order[0][1], 1 };
        }
        return s;
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
