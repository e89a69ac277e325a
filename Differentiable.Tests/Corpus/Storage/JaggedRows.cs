using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

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
}
