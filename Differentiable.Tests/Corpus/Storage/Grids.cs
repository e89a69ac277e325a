using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays of three dimensions.</summary>
public static partial class Grids
{
    [Differentiable]
    public static double Energy([Rows(2), Columns(3)] double[,,] u, double h)
    {
        double sum = 0;
        for (int i = 0; i < u.GetLength(0); i++)
        {
            for (int j = 0; j + 1 < u.GetLength(1); j++)
            {
                for (int k = 0; k < u.GetLength(2); k++)
                {
                    double slope = (u[i, j + 1, k] - u[i, j, k]) / (1 + h * h);
                    sum += slope * slope + Math.Sin(u[i, j, k]);
                }
            }
        }
        return sum;
    }

    /// <summary>Grids that are filled again in each round.</summary>
    [Differentiable]
    [Allocates("makes an array of two dimensions")]
    public static double Cleared([Rows(2), Columns(3)] double[,] u, [Rows(2), Columns(2)] double[,,] w, [Values(3, 0)] int rounds)
    {
        double[,] v = new double[2, 3];
        double sum = 0;
        for (int round = 0; round < rounds; round++)
        {
            sum += v[0, 0] * v[1, 2] * w[1, 1, 0];
            Array.Clear(v);
            for (int i = 0; i < 2; i++)
                v[i, 2 * i] += u[i, round % 3] * w[0, i, 1] + v[1 - i, 1];
            Array.Clear(w);
            w[1, 1, 0] += u[0, round % 3];
        }
        return sum + v[0, 0];
    }

    /// <summary>Elements that are copied row after row, into rows of another length.</summary>
    [Differentiable]
    [Allocates("makes an array of two dimensions")]
    public static double Copied([Rows(2), Columns(3)] double[,] u, [Rows(2), Columns(2)] double[,,] w, [Values(0, 5, 6)] int count)
    {
        double[,] v = new double[3, 2];
        for (int i = 0; i < 3; i++)
            v[i, 1] = u[0, i] * i;
        Array.Copy(u, v, count);
        Array.Copy(v, v, v.Length);
        double[,,] last = new double[2, 2, 2];
        Array.Copy(w, last, w.Length);
        double sum = last[1, 0, 1] * v[2, 1];
        for (int i = 0; i < 3; i++)
            sum += v[i, 0] * v[i, 1] * (i + 1) * last[i % 2, 1, 0];
        return sum;
    }

    [Differentiable]
    public static double[,,] Diffused([Rows(2), Columns(3)] double[,,] u)
    {
        double[,,] v = (double[,,])u.Clone();
        for (int i = 0; i < u.GetLength(0); i++)
        {
            for (int j = 1; j + 1 < u.GetLength(1); j++)
            {
                for (int k = 0; k < u.GetLength(2); k++)
                    v[i, j, k] += 0.1 * (u[i, j - 1, k] - 2 * u[i, j, k] + u[i, j + 1, k]) * u[i, j, k];
            }
        }
        return v;
    }

    [Differentiable]
    [Allocates("a call returns an array of three dimensions")]
    public static double AfterSteps([Rows(2), Columns(3)] double[,,] u, [Values(0, 1, 3)] int steps)
    {
        double[,,] now = u;
        for (int step = 0; step < steps; step++)
            now = Diffused(now);
        double sum = 0;
        foreach (double value in now)
        {
            if (value > 100)
                break;
            sum += value * value;
        }
        return sum * now.Length;
    }

    [Differentiable]
    public static void InPlace([Rows(2), Columns(2)] double[,,] u, double x)
    {
        for (int i = 0; i < u.GetLength(0); i++)
        {
            u[i, 0, 0] = u[i, 0, 0] * u[i, 1, 1] * x;
            u[i, 1, 0] *= u[i, 0, 0];
        }
    }

    [Differentiable]
    [Allocates("local arrays of several dimensions")]
    public static double Written(double x, double y)
    {
        double[,,] table = { { { x, 2 }, { 3, x * y } }, { { y, 1 }, { y * y, x } } };
        table[1, 0, 1] = table[0, 1, 1] * table[1, 1, 0];
        return table[1, 0, 1] * table[0, 0, 0] * table.Rank;
    }

    [Differentiable]
    public static float InSingle([Rows(2), Columns(2)] float[,,] u, float x)
    {
        float product = x;
        foreach (float value in u)
            product *= 1 + 0.5f * value;
        return product;
    }

    [Differentiable]
    public static double OfStructs([Rows(2), Columns(2)] Cell[,,] cells, [Rows(1), Columns(2)] double[,] weights)
    {
        double sum = 0;
        for (int i = 0; i < 2; i++)
        {
            cells[i, 0, 1] = new Cell(cells[i, 1, 0].Mass * weights[0, i], cells[i, 0, 0].Speed);
            sum += cells[i, 0, 1].Mass * cells[i, 0, 1].Speed * cells[1 - i, 1, 1].Mass;
        }
        return sum;
    }

    [Differentiable]
    public static double WithOthers([Rows(2), Columns(2)] double[,,] u, [Rows(2), Columns(2)] double[,] m, [Rows(2), Columns(2)] double[][] rows, [Length(2)] double[] x)
    {
        rows[0][1] = u[0, 1, 1] * x[0];
        m[1, 0] *= rows[0][1];
        u[1, 1, 0] = m[1, 0] * x[1];
        return u[1, 1, 0] * u[0, 0, 0] + rows[1][1];
    }

    public readonly record struct Cell(double Mass, double Speed);
}
