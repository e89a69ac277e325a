using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays of arrays.</summary>
public static partial class JaggedArrays
{
    [Differentiable]
    public static double RaggedSum([RowLengths(2, 0, 3)] double[][] rows)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                sum += rows[i][j] * rows[i][j] * (i + 1);
        }
        return sum;
    }

    [Differentiable]
    public static double RowAsAVariable([Rows(3, 0)] double[][] rows, double x)
    {
        double y = x;
        foreach (double[] row in rows)
            y = y * row[0] + row[1] * row[^1];
        return y;
    }

    [Differentiable]
    public static double RowUpdatedInPlace([Rows(3), Columns(2)] double[][] rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            double[] previous = rows[i - 1], row = rows[i];
            for (int j = 0; j < row.Length; j++)
                row[j] = row[j] * previous[j] + Math.Sin(row[j]);
        }
        return rows[^1][0] * rows[^1][1];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double LocalTriangle(double x, [Values(3, 1)] int n)
    {
        double[][] triangle = new double[n][];
        for (int i = 0; i < n; i++)
        {
            triangle[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
                triangle[i][j] = i == 0 ? x : triangle[i - 1][Math.Min(j, i - 1)] * x + j;
        }
        return triangle[n - 1][0] * triangle[n - 1][n - 1];
    }

    [Differentiable]
    public static double SpanOverARow([Rows(2), Columns(4)] double[][] rows)
    {
        ReadOnlySpan<double> first = rows[0], second = rows[1].AsSpan(1, 2);
        return first[0] * second[1] + first[3] * second[0];
    }
}
