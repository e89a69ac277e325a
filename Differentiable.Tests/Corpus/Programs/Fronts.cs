using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Fronts on grids: a level set by upwind differences, shocks by weighted stencils of five, and what diffuses in a box.</summary>
public static partial class Fronts
{
    /// <summary>Godunov's scheme, with a clamped border in one direction and a periodic one in the other.</summary>
    [Differentiable, Allocates("returns a matrix")]
    public static double[,] Moved([Range(-1, 1), Columns(3, 4)] double[,] level, double speed, [Range(0.02, 0.05)] double dt, double h)
    {
        int n = level.GetLength(0), m = level.GetLength(1);
        double[,] moved = new double[n, m];
        double At(int i, int j) => level[Math.Clamp(i, 0, n - 1), (j % m + m) % m];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                double left = (At(i, j) - At(i - 1, j)) / h, right = (At(i + 1, j) - At(i, j)) / h;
                double down = (At(i, j) - At(i, j - 1)) / h, up = (At(i, j + 1) - At(i, j)) / h;
                double slope = speed > 0
                    ? Square(Math.Max(left, 0)) + Square(Math.Min(right, 0)) + Square(Math.Max(down, 0)) + Square(Math.Min(up, 0))
                    : Square(Math.Min(left, 0)) + Square(Math.Max(right, 0)) + Square(Math.Min(down, 0)) + Square(Math.Max(up, 0));
                moved[i, j] = level[i, j] - dt * speed * Math.Sqrt(slope + 0.01);
            }
        }
        return moved;
    }

    /// <summary>The area inside a front that goes out and back.</summary>
    [Differentiable, Allocates("matrices")]
    public static double Area([Range(-1, 1)] double[,] start, [Elements(0.7, -0.3, 0.5)] double[] speeds, [Range(0.02, 0.05)] double dt, double h, double width)
    {
        double[,] level = start;
        foreach (var speed in speeds)
        {
            level = Moved(level, speed, dt, h);
            if (level[0, 0] > 1e6)
                return double.NaN;
        }
        double area = 0;
        foreach (double l in level)
            area += 0.5 * (1 - Math.Tanh(l / width));
        return area * h * h;
    }

    private static double Square(double x) => x * x;

    private static (double A, double B, double C) Weights(double first, double second, double third)
    {
        const double floor = 1e-2;
        var (a, b, c) = (0.1 / Square(floor + first), 0.6 / Square(floor + second), 0.3 / Square(floor + third));
        double sum = a + b + c;
        return (a / sum, b / sum, c / sum);
    }

    /// <summary>Jiang and Shu 1996.</summary>
    private static double Face(ReadOnlySpan<double> stencil)
    {
        if (stencil is not [var a, var b, var c, var d, var e])
            throw new ArgumentException("A stencil has five points.", nameof(stencil));
        var (first, second, third) = Weights(
            13.0 / 12 * Square(a - 2 * b + c) + Square(a - 4 * b + 3 * c) / 4,
            13.0 / 12 * Square(b - 2 * c + d) + Square(b - d) / 4,
            13.0 / 12 * Square(c - 2 * d + e) + Square(3 * c - 4 * d + e) / 4);
        return first * (2 * a - 7 * b + 11 * c) / 6 + second * (-b + 5 * c + 2 * d) / 6 + third * (2 * c + 5 * d - e) / 6;
    }

    /// <summary>Burgers' equation, with ghost cells on both sides and fluxes split by the greatest speed.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double Shock([Elements(0.1, 0.5, 0.9, 0.7, 0.3, -0.2)] double[] start, [Range(0.05, 0.1)] double dt, [Values(1, 3)] int steps)
    {
        int n = start.Length;
        double[] u = start.AsSpan().ToArray(), flux = new double[n + 1];
        Span<double> ghost = stackalloc double[n + 6], stencil = stackalloc double[5];
        for (int step = 0; step < steps; step++)
        {
            u.CopyTo(ghost[3..]);
            for (int g = 0; g < 3; g++)
            {
                ghost[g] = u[n - 3 + g];
                ghost[n + 3 + g] = u[g];
            }
            double fastest = 0;
            foreach (double v in u)
                fastest = Math.Max(fastest, Math.Abs(v));
            for (int i = 0; i <= n; i++)
            {
                ReadOnlySpan<double> window = ghost.Slice(i, 5);
                for (int q = 0; q < 5; q++)
                    stencil[q] = 0.5 * (0.5 * window[q] * window[q] + fastest * window[q]);
                double left = Face(stencil);
                for (int q = 0; q < 5; q++)
                {
                    double w = ghost[i + 5 - q];
                    stencil[q] = 0.5 * (0.5 * w * w - fastest * w);
                }
                flux[i] = left + Face(stencil);
            }
            for (int i = 0; i < n; i++)
                u[i] -= dt * (flux[i + 1] - flux[i]);
        }
        double moment = 0;
        for (int i = 0; i < n; i++)
            moment += u[i] * u[i] * i;
        return moment;
    }

    /// <summary>Diffusion that depends on what diffuses, from each cell to the neighbours that it has.</summary>
    [Differentiable, Allocates("cubes")]
    public static double Diffused([Rows(2), Columns(2, 3)] double[,,] start, [Range(0.05, 0.1)] double rate, [Values(3, 2)] int sweeps)
    {
        int nx = start.GetLength(0), ny = start.GetLength(1), nz = start.GetLength(2);
        var now = (double[,,])start.Clone();
        var next = new double[nx, ny, nz];
        while (sweeps-- > 0)
        {
            for (int x = 0; x < nx; x++)
            {
                for (int y = 0; y < ny; y++)
                {
                    for (int z = 0; z < nz; z++)
                    {
                        double sum = 0;
                        int count = 0;
                        foreach (var (dx, dy, dz) in new[] { (1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1) })
                        {
                            int p = x + dx, q = y + dy, r = z + dz;
                            if (p < 0 || p >= nx || q < 0 || q >= ny || r < 0 || r >= nz)
                                continue;
                            sum += now[p, q, r];
                            count++;
                        }
                        next[x, y, z] = now[x, y, z] + rate * (sum - count * now[x, y, z]) * now[x, y, z];
                    }
                }
            }
            (now, next) = (next, now);
        }
        return now[0, 0, 0] * now[nx - 1, ny - 1, nz - 1] + now[0, ny - 1, 0];
    }
}
