using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Matrices and arrays of arrays that a method returns: new ones, its own parameters, or what others made.</summary>
public static partial class ReturnedMatrices
{
    [Differentiable]
    public static double[,] Product([Rows(2), Columns(3)] double[,] a, [Rows(3), Columns(2)] double[,] b)
    {
        double[,] c = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                for (int k = 0; k < b.GetLength(0); k++)
                    c[i, j] += a[i, k] * b[k, j];
            }
        }
        return c;
    }

    [Differentiable]
    public static double[,] Rotation(double angle) => new double[,]
    {
        { Math.Cos(angle), -Math.Sin(angle) },
        { Math.Sin(angle), Math.Cos(angle) },
    };

    [Differentiable]
    [Allocates("a call returns a matrix")]
    public static double[,] Power([Rows(2), Columns(2)] double[,] a, [Values(0, 1, 4)] int n)
    {
        double[,] power = Rotation(0);
        for (int i = 0; i < n; i++)
            power = Product(power, a);
        return power;
    }

    [Differentiable]
    [Allocates("calls return matrices")]
    public static double Rotated(double angle, double x, double y)
    {
        double[,] there = Rotation(angle), back = Rotation(-2 * angle), both = Product(there, back);
        return both[0, 0] * x + both[0, 1] * y * y;
    }

    [Differentiable]
    public static double[,] FromABranch(double x, [Rows(2), Columns(2)] double[,] a)
    {
        if (x > 0.5)
            return new double[,] { { x, a[0, 0] * a[1, 1] } };
        double[,] b = new double[2, 1];
        b[0, 0] = a[1, 0] * x;
        b[1, 0] = b[0, 0] * b[0, 0];
        return b;
    }

    [Differentiable]
    public static double[,] ItselfAfterAWrite([Rows(2), Columns(2)] double[,] a, double x)
    {
        a[0, 1] = a[0, 0] * x;
        return a;
    }

    [Differentiable]
    [Allocates("a call returns a matrix")]
    public static double WriteThroughTheReturned([Rows(2), Columns(2)] double[,] a, double x)
    {
        double[,] r = ItselfAfterAWrite(a, x);
        r[0, 0] = 5 * x;
        return a[0, 0] * a[0, 1] * r[1, 1];
    }

    [Differentiable]
    public static double[][] Triangle([Length(3)] ReadOnlySpan<double> x)
    {
        double[][] rows = new double[x.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
                rows[i][j] = x[i] * x[j] + x[j];
        }
        return rows;
    }

    [Differentiable]
    [Allocates("a call returns rows")]
    public static double SumOfTriangle([Length(3)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double[] row in Triangle(x))
        {
            foreach (double element in row)
                sum += element * element;
        }
        return sum;
    }

    [Differentiable]
    [Allocates("a call returns rows")]
    public static double ElementOfTriangle([Length(3)] ReadOnlySpan<double> x, [Values(0, 2)] int i)
    {
        double[][] rows = Triangle(x);
        rows[2] = Triangle(rows[2])[i];
        rows[2][0] *= x[0];
        return rows[2][0] * rows[i][i];
    }

    [Differentiable]
    public static double[][] Given([Rows(2), Columns(2)] double[][] rows, double scale)
    {
        rows[0][1] *= scale;
        return rows;
    }

    [Differentiable]
    [Allocates("a call returns rows")]
    public static double WriteBehindTheGiven([Rows(2), Columns(2)] double[][] rows, double x)
    {
        double[][] r = Given(rows, x);
        rows[0][1] *= x;
        r[1] = [x, 2 * x];
        return r[0][0] * r[0][1] + rows[1][1] * rows[1][0];
    }

    [Differentiable]
    public static double[][] Swapped([Rows(2), Columns(2)] double[][] rows, double scale) => [rows[1], [scale * rows[0][0], scale]];

    [Differentiable]
    [Allocates("a call returns rows")]
    public static double OfSwapped([Rows(2), Columns(2)] double[][] rows, double x)
    {
        double[][] r = Swapped(rows, x);
        return r[0][0] * r[1][0] + rows[1][1] * x;
    }

    [Differentiable]
    public static double[,] Nothing([Rows(2), Columns(2)] double[,] a, [Values(0, 1)] int n) => new double[n, n * a.GetLength(0)];

    [Differentiable]
    public static double[,]? Missing([Rows(2), Columns(2)] double[,] a, [Values(1, 2)] int n) => n > 0 ? a : null;

    [Differentiable]
    public static float[,] InSingle([Rows(2), Columns(2)] float[,] a, float x)
    {
        float[,] b = new float[2, 1];
        b[0, 0] = a[0, 0] * x;
        b[1, 0] = a[1, 1] / (1 + x * x);
        return b;
    }

    [Differentiable]
    public static Cell[,] OfStructs([Rows(2), Columns(2)] double[,] a, double x)
    {
        Cell[,] cells = new Cell[2, 2];
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
                cells[i, j] = new Cell(a[i, j] * x, i - j * x);
        }
        return cells;
    }

    [Differentiable]
    [Allocates("a call returns a matrix of structs")]
    public static double SumOfStructs([Rows(2), Columns(2)] double[,] a, double x)
    {
        Cell[,] cells = OfStructs(a, x);
        return cells[0, 1].Mass * cells[1, 0].Speed + cells[1, 1].Mass;
    }

    [Differentiable]
    public static Cell[,] GivenCells([Rows(2), Columns(2)] Cell[,] cells, double x)
    {
        cells[0, 0] = new Cell(cells[0, 1].Mass * x, x);
        return cells;
    }

    [Differentiable]
    [Allocates("a call returns a matrix of structs")]
    public static double BehindGivenCells([Rows(2), Columns(2)] Cell[,] cells, double x)
    {
        Cell[,] r = GivenCells(cells, x);
        cells[0, 1] = new Cell(x, cells[0, 0].Mass);
        return r[0, 1].Speed * r[0, 0].Speed + cells[1, 1].Mass;
    }

    public readonly record struct Cell(double Mass, double Speed);
}
