using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Whether two arrays are the same one.</summary>
public static partial class SameArrays
{
    [Differentiable]
    public static double Compared([Length(2)] double[] a, [Length(2)] double[] b) => a == b ? a[0] * a[1] : a[0] * b[1] + (ReferenceEquals(b, a) ? 1 : b[0]);

    /// <summary>The halves are given spans, which have to be told apart as the arrays are.</summary>
    [Differentiable]
    public static double ComparedByACallee([Length(2)] double[] a, double x)
    {
        double[] own = [.. a];
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += Compared(a, a) * x + Compared(a, own) * i;
        return sum;
    }

    [Differentiable, Allocates("arrays that variables stand for in turn")]
    public static double Chosen([Length(2)] double[] a, [Values(1, 0)] int n)
    {
        double[] own = [a[1], a[0] * a[0]], chosen = n > 0 ? own : a;
        return chosen != a ? chosen[1] * a[0] : chosen[0] * own[1];
    }

    [Differentiable, Allocates("arrays that variables stand for in turn")]
    public static double AllRowsButOne([Rows(3), Columns(2)] double[][] rows)
    {
        double[] best = rows[0];
        foreach (double[] row in rows)
        {
            if (row[0] > best[0])
                best = row;
        }
        double sum = 0;
        foreach (double[] row in rows)
        {
            if (!row.Equals(best))
                sum += row[1] * best[0];
        }
        return sum;
    }

    [Differentiable]
    public static double Grids([Rows(2), Columns(2)] double[,] a, [Rows(2), Columns(2)] double[,] b) => a == b ? a[0, 0] : a[0, 1] * b[1, 0];
}
