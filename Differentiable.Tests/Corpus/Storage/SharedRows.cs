using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Jagged arrays in which one array is several rows, elements of which are written: what a call returns, and what a call is given.</summary>
public static partial class SharedRows
{
    public readonly record struct Table(double[][] Rows, double Factor);

    [Differentiable, Allocates("returns arrays of arrays")]
    public static double[][] OneTwice(double x)
    {
        double[] row = [x, x * x];
        return [row, row];
    }

    [Differentiable, Allocates("returns arrays of arrays")]
    public static double[][] OneAroundAnother(double x)
    {
        double[] row = [x, x * x], middle = [1, x];
        return [row, middle, row];
    }

    [Differentiable, Allocates("returns arrays of arrays")]
    public static double[][] OneTwiceIf(double x, [Values(1, 0)] int twice)
    {
        double[][] rows = new double[2][];
        rows[0] = [x, 2];
        rows[1] = twice > 0 ? rows[0] : [x * x, 1];
        return rows;
    }

    /// <summary>No derivative goes into its rows, but its callers put some there.</summary>
    [Differentiable, Allocates("returns arrays of arrays")]
    public static Table OfConstants(double x)
    {
        double[] row = [1, 2];
        return new([row, row], x);
    }

    [Differentiable, Allocates("returns arrays of arrays")]
    public static Table InAStruct(double x)
    {
        double[] row = [x, x * x];
        return new([row, row], x * 3);
    }

    [Differentiable, Allocates("returns arrays of arrays")]
    public static double[][] WrittenOnTheWay(double x)
    {
        double[][] rows = OneTwice(x * 2);
        rows[1][0] += x;
        return rows;
    }

    [Differentiable, Checkpoint, Allocates("returns arrays of arrays")]
    public static double[][] Again(double x)
    {
        double[][] rows = OneTwice(x);
        rows[0][0] *= x;
        return rows;
    }

    [Differentiable]
    private static void Scale(double[][] rows, double x)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                rows[i][j] *= x + rows[0][0];
        }
    }

    [Differentiable, Checkpoint]
    private static double SetAndRead(double[][] rows, double x)
    {
        rows[0][0] = x;
        return rows[1][0] * x;
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double Written(double x)
    {
        double[][] rows = OneTwice(x);
        rows[0][0] *= 3;
        return rows[1][0] * rows[1][1] + rows[0][0];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double WrittenThroughARow(double x)
    {
        double[][] rows = WrittenOnTheWay(x), others = rows;
        others[0][0] *= others[1][0];
        double[] row = rows[1];
        row[1] += row[0];
        return rows[0][1];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double WrittenInALoop(double x, [Values(3, 0, 1)] int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[][] rows = OneTwiceIf(s, i % 2);
            rows[1][0] *= x;
            s = 0.2 * rows[0][0] * rows[1][0] + s * rows[0][1];
        }
        return s;
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double ReplacedAndWritten(double x)
    {
        double[][] rows = OneTwice(x);
        double s = rows[0][0];
        rows[0] = [x * 3, 2];
        rows[1][0] *= x;
        rows[0][0] *= 5 * x;
        return s * rows[1][0] + rows[0][0];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double SwappedAndWritten(double x)
    {
        double[][] rows = OneAroundAnother(x);
        for (int i = 0; i < 3; i++)
        {
            (rows[0], rows[2]) = (rows[2], rows[0]);
            rows[i][0] += x * rows[(i + 1) % 3][1];
            rows[i][1] *= rows[0][0];
        }
        return rows[0][0] * rows[1][0] + rows[2][1];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double WrittenInAStruct(double x)
    {
        Table table = InAStruct(x);
        table.Rows[0][1] *= table.Factor;
        return table.Rows[1][1] * table.Rows[0][0];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double OneOfTwoCalls(double x, [Values(1, 0)] int first)
    {
        double[][] rows = first > 0 ? OneTwice(x) : OneAroundAnother(x);
        rows[0][0] *= x;
        return rows[1][0] * rows[0][0];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double ConstantsThatAreWritten(double x)
    {
        (double[][] rows, double factor) = OfConstants(x);
        rows[0][1] = factor;
        Scale(rows, x);
        return SetAndRead(rows, x * x) + rows[1][0] * rows[1][1];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double GivenToACall(double x)
    {
        double[][] rows = Again(x);
        Scale(rows, x);
        double[][] mixed = [rows[1], [x], rows[0]];
        Scale(mixed, x * x);
        return rows[0][0] + mixed[0][1] * mixed[1][0];
    }

    [Differentiable, Allocates("arrays of arrays")]
    public static double LocalGivenToACall(double x)
    {
        double[] constants = [1, 2];
        double[][] rows = [constants, constants];
        return SetAndRead(rows, x * x) + rows[1][0];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double ByRecursion(double x)
    {
        double[][] Rest(double y, int n)
        {
            if (n == 0)
                return OneTwice(y);
            double[][] rows = Rest(y * x, n - 1);
            rows[0][0] += y;
            return rows;
        }

        double[][] all = Rest(x, 3);
        all[1][1] *= all[0][0];
        return all[0][1] + all[1][0];
    }

    [Differentiable, Allocates("a call returns arrays of arrays")]
    public static double WrittenInACheckpointedLoop(double x, [Values(6, 0, 1)] int n)
    {
        double[][] rows = OneTwice(x);
        for (int i = 0; i < n; i++)
        {
            Checkpoint.Every(2);
            rows[i % 2][0] = Math.Sin(rows[1][0]) + x * rows[0][1];
            rows[1][1] *= 1.1;
        }
        return rows[0][0] + rows[0][1];
    }

    /// <summary>A row that is stored is not written.</summary>
    [Differentiable, Allocates("arrays of arrays")]
    public static double OnlyStored([Length(2)] double[] x)
    {
        double[][] rows = new double[1][];
        rows[0] = x;
        return rows[0][0] * x[1];
    }

    /// <summary>What is written later is another array.</summary>
    [Differentiable]
    public static double GivenAnotherArray([Length(2)] double[] x)
    {
        double[] current = x;
        double first = current[0];
        current = new double[2];
        current[0] = first * x[1];
        return current[0] * x[1];
    }

    public readonly record struct Pair(double[] A, double B);

    [Differentiable]
    public static Pair Same(Pair pair) => pair;

    [Differentiable, Allocates("a call returns an array")]
    public static double WrittenThroughTheSameStruct([Length(2)] double[] x, double y)
    {
        double[] own = [.. x];
        Pair pair = new(own, y), same = Same(pair);
        same.A[0] *= 3;
        return pair.A[0] * same.A[1] * same.B;
    }

    private static double[] CopyOf(double[] x) => [.. x];

    [Differentiable, Allocates("returns an array")]
    public static double[] NewFromAHelper([Length(2)] double[] x)
    {
        double[] y = CopyOf(x);
        y[0] += 1;
        return y;
    }

    [Differentiable, Allocates("a call returns an array")]
    public static double WrittenAfterAHelper([Length(2)] double[] x)
    {
        double[] y = NewFromAHelper(x);
        y[0] *= 2;
        return y[0] * x[0] * y[1];
    }

    [Differentiable, Allocates("returns an array")]
    public static double[] SquaredAgain([Length(2)] double[] x, [Values(2, 0)] int n)
    {
        if (n == 0)
            return x;
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * x[i];
        return SquaredAgain(y, n - 1);
    }
}
