using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Lennard-Jones particles in a periodic box: pairs by chained cells and by a dictionary of lists, and their motion.</summary>
public static partial class Molecules
{
    public record struct Vector(double X, double Y, double Z)
    {
        public readonly double Square => X * X + Y * Y + Z * Z;
        public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
        public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        public static Vector operator *(double s, Vector a) => new(s * a.X, s * a.Y, s * a.Z);
    }

    private static Vector Nearest(Vector d, double box) =>
        new(d.X - box * Math.Round(d.X / box), d.Y - box * Math.Round(d.Y / box), d.Z - box * Math.Round(d.Z / box));

    private static (double Energy, double Force) Pair(double square, double depth, double size, double cutoff)
    {
        double s2 = size * size / square, s6 = s2 * s2 * s2, c6 = Math.Pow(size / cutoff, 6);
        return (4 * depth * (s6 * s6 - s6 - c6 * c6 + c6), 24 * depth * (2 * s6 * s6 - s6) / square);
    }

    /// <summary>Particles of a cell are chained; each cell looks at those around it.</summary>
    [Differentiable, Allocates("the chains")]
    public static double Chained([Length(4, 6)] Vector[] x, double depth, [Range(0.4, 0.5)] double size, [NonDifferentiable, Range(2.1, 2.4)] double box)
    {
        const double cutoff = 0.7;
        int m = Math.Max(1, (int)(box / cutoff));
        int[] head = new int[m * m * m], next = new int[x.Length];
        Array.Fill(head, -1);
        int Along(double v) => ((int)Math.Floor(v / box * m) % m + m) % m;
        for (int i = 0; i < x.Length; i++)
        {
            int cell = (Along(x[i].X) * m + Along(x[i].Y)) * m + Along(x[i].Z);
            next[i] = head[cell];
            head[cell] = i;
        }
        double energy = 0;
        for (int cell = 0; cell < head.Length; cell++)
        {
            int a = cell / (m * m), b = cell / m % m, c = cell % m;
            for (int i = head[cell]; i >= 0; i = next[i])
            {
                for (int k = 0; k < 27; k++)
                {
                    int other = ((a + k / 9 - 1 + m) % m * m + (b + k / 3 % 3 - 1 + m) % m) * m + (c + k % 3 - 1 + m) % m;
                    int j = head[other];
                    while (j != -1)
                    {
                        if (j > i && Nearest(x[i] - x[j], box).Square is var square && square < cutoff * cutoff)
                        {
                            var (e, _) = Pair(square + 0.1, depth, size, cutoff);
                            energy += e;
                        }
                        j = next[j];
                    }
                }
            }
        }
        return energy;
    }

    /// <summary>Cells that are there only where particles are.</summary>
    [Differentiable, Allocates("the cells")]
    public static double Listed([Length(4, 6)] Vector[] x, double depth, [Range(0.4, 0.5)] double size)
    {
        const double cutoff = 0.8;
        var cells = new Dictionary<(int, int, int), List<int>>();
        for (int i = 0; i < x.Length; i++)
        {
            var key = ((int)Math.Floor(x[i].X / cutoff), (int)Math.Floor(x[i].Y / cutoff), (int)Math.Floor(x[i].Z / cutoff));
            if (!cells.TryGetValue(key, out var list))
                cells[key] = list = [];
            list.Add(i);
        }
        double energy = 0;
        foreach (var ((a, b, c), list) in cells)
        {
            for (int k = 0; k < 27; k++)
            {
                if (!cells.TryGetValue((a + k / 9 - 1, b + k / 3 % 3 - 1, c + k % 3 - 1), out var others))
                    continue;
                foreach (int i in list)
                {
                    foreach (int j in others)
                    {
                        if (j <= i)
                            continue;
                        Vector d = x[i] - x[j];
                        if (d.Square < cutoff * cutoff)
                            energy += Pair(d.Square + 0.1, depth, size, cutoff).Energy;
                    }
                }
            }
        }
        return energy;
    }

    /// <summary>Velocity Verlet's method; the local function that fills the forces adds up a virial besides.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double Moving([Length(3)] Vector[] places, [Length(3), Range(-0.2, 0.2)] Vector[] velocities,
        double depth, [Range(0.3, 0.4)] double size, [Values(1, 3)] int steps)
    {
        const double box = 5, dt = 0.01;
        double virial = 0;
        Vector[] x = [.. places], v = [.. velocities], f = new Vector[places.Length];
        double potential = Forces(x, f);
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                v[i] += dt / 2 * f[i];
                x[i] += dt * v[i];
            }
            potential = Forces(x, f);
            for (int i = 0; i < x.Length; i++)
                v[i] += dt / 2 * f[i];
        }
        return potential + v.Sum(u => 0.5 * u.Square) + virial / 3;

        double Forces(Vector[] x, Vector[] f)
        {
            Array.Clear(f);
            double energy = 0;
            for (int i = 0; i < x.Length - 1; i++)
            {
                for (int j = i + 1; j < x.Length; j++)
                {
                    Vector d = Nearest(x[i] - x[j], box);
                    var (e, force) = Pair(d.Square + 0.2, depth, size, box / 2);
                    energy += e;
                    f[i] += force * d;
                    f[j] -= force * d;
                    virial += force * d.Square;
                }
            }
            return energy;
        }
    }
}
