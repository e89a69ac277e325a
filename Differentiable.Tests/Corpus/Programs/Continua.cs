using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A wave that a source makes and a receiver hears: three layers of time that change places, with checkpoints.</summary>
public static partial class WaveEquation
{
    [Differentiable]
    public static double Misfit([Length(7)] double[] speeds, [NonDifferentiable][Elements(0.1, 0.3, 0.2, 0.1)] double[] heard, [Range(0.8, 1.2)] double frequency, [Values(9, 12)] int steps)
    {
        int n = speeds.Length, receiver = n - 2;
        double[] before = new double[n], now = new double[n], after = new double[n];
        double misfit = 0;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.SquareRoot();
            for (int i = 1; i < n - 1; i++)
            {
                double courant = 0.3 * speeds[i];
                after[i] = 2 * now[i] - before[i] + courant * courant * (now[i - 1] - 2 * now[i] + now[i + 1]);
            }
            after[0] = now[1];
            after[^1] = now[^2];
            after[1] += Ricker(0.3 * k, frequency);
            double miss = after[receiver] - heard[k % heard.Length];
            misfit += 0.5 * miss * miss;
            (before, now, after) = (now, after, before);
        }
        return misfit;

        static double Ricker(double t, double frequency)
        {
            double a = Math.PI * frequency * (t - 1);
            return (1 - 2 * a * a) * Math.Exp(-a * a);
        }
    }
}

/// <summary>A body that spins freely, in rotations that are generic and change themselves.</summary>
public static partial class RigidBody
{
    public struct Rotation<T>(T w, T x, T y, T z) where T : IFloatingPointIeee754<T>
    {
        public T W = w, X = x, Y = y, Z = z;

        public static Rotation<T> operator *(Rotation<T> a, Rotation<T> b) => new(
            a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z,
            a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
            a.W * b.Y - a.X * b.Z + a.Y * b.W + a.Z * b.X,
            a.W * b.Z + a.X * b.Y - a.Y * b.X + a.Z * b.W);

        public static Rotation<T> operator +(Rotation<T> a, Rotation<T> b) => new(a.W + b.W, a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        public static Rotation<T> operator *(T s, Rotation<T> a) => new(s * a.W, s * a.X, s * a.Y, s * a.Z);

        public readonly Rotation<T> Conjugate => this with { X = -X, Y = -Y, Z = -Z };

        public void Normalize()
        {
            T length = T.Sqrt(W * W + X * X + Y * Y + Z * Z);
            W /= length;
            X /= length;
            Y /= length;
            Z /= length;
        }
    }

    private delegate (Rotation<T> Turn, Rotation<T> Spin) Slope<T>(Rotation<T> turn, Rotation<T> spin) where T : IFloatingPointIeee754<T>;

    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T Tumble<T>([Length(3)] ReadOnlySpan<T> inertia, [Length(3)] ReadOnlySpan<T> spin, T step, [Values(3, 5)] int steps) where T : IFloatingPointIeee754<T>
    {
        T ix = inertia[0], iy = inertia[1], iz = inertia[2], half = T.CreateChecked(0.5);
        Slope<T> slope = (turn, w) =>
            (half * (turn * w), new(T.Zero, (iy - iz) / ix * w.Y * w.Z, (iz - ix) / iy * w.Z * w.X, (ix - iy) / iz * w.X * w.Y));
        Rotation<T> attitude = new(T.One, T.Zero, T.Zero, T.Zero), rate = new(T.Zero, spin[0], spin[1], spin[2]);
        T h = step / T.CreateChecked(10);
        for (int k = 0; k < steps; k++)
        {
            var (t1, s1) = slope(attitude, rate);
            (var t2, var s2) = slope(attitude + h * half * t1, rate + h * half * s1);
            attitude += h * t2;
            rate += h * s2;
            attitude.Normalize();
        }
        Rotation<T> tip = attitude * new Rotation<T>(T.Zero, T.One, T.Zero, T.Zero) * attitude.Conjugate;
        return tip.X * tip.Y + tip.Z + ix * rate.X * rate.X;
    }
}

/// <summary>A fluid of particles that look for neighbours in cells, with a kernel that is a type.</summary>
public static partial class SmoothedParticles
{
    private interface IKernel
    {
        static abstract double Value(double squared, double reach);

        static virtual double Slope(double distance, double reach) => -(reach - distance) / reach;
    }

    private readonly struct Poly6 : IKernel
    {
        public static double Value(double squared, double reach) => Math.Pow(1 - squared / (reach * reach), 3);
    }

    private struct Particle
    {
        public double X, Y, VX, VY;
        public double Density;
        public int Cell;
    }

    [Differentiable, Allocates("cells")]
    public static double Energy([Length(10, 12)] ReadOnlySpan<double> positions, [Range(0.2, 0.4)] double stiffness, [NonDifferentiable] double rest)
    {
        Particle[] fluid = new Particle[positions.Length / 2];
        for (int i = 0; i < fluid.Length; i++)
            fluid[i] = new Particle { X = positions[2 * i], Y = positions[2 * i + 1], VX = 0.1 * i };
        for (int step = 0; step < 3; step++)
            Advance<Poly6>(fluid, stiffness, rest, reach: 0.8, dt: 0.05);
        return fluid.Sum(p => 0.5 * (p.VX * p.VX + p.VY * p.VY) + p.Y * p.Density);
    }

    private static void Advance<TKernel>(Particle[] fluid, double stiffness, double rest, double reach, double dt) where TKernel : IKernel
    {
        Dictionary<int, List<int>> cells = [];
        for (int i = 0; i < fluid.Length; i++)
        {
            ref Particle p = ref fluid[i];
            p.Cell = (int)Math.Floor(p.X / reach) * 100 + (int)Math.Floor(p.Y / reach);
            if (!cells.TryGetValue(p.Cell, out var cell))
                cells[p.Cell] = cell = [];
            cell.Add(i);
        }
        foreach (ref Particle p in fluid.AsSpan())
        {
            p.Density = 0;
            foreach (int offset in new[] { -101, -100, -99, -1, 0, 1, 99, 100, 101 })
                if (cells.TryGetValue(p.Cell + offset, out var cell))
                    foreach (int j in cell)
                        if (Squared(p, fluid[j]) is var r2 && r2 < reach * reach)
                            p.Density += TKernel.Value(r2, reach);
        }
        for (int i = 0; i < fluid.Length; i++)
        {
            double ax = 0, ay = -1;
            for (int j = 0; j < fluid.Length; j++)
            {
                double distance = i == j ? reach : Math.Sqrt(Squared(fluid[i], fluid[j]));
                if (distance >= reach)
                    continue;
                double pressure = stiffness * (fluid[i].Density + fluid[j].Density - 2 * rest) / fluid[j].Density;
                double push = pressure * TKernel.Slope(distance, reach) / distance;
                ax -= push * (fluid[i].X - fluid[j].X);
                ay -= push * (fluid[i].Y - fluid[j].Y);
            }
            (fluid[i].VX, fluid[i].VY) = (fluid[i].VX + dt * ax, fluid[i].VY + dt * ay);
        }
        foreach (ref var p in fluid.AsSpan())
            (p.X, p.Y) = (p.X + dt * p.VX, p.Y + dt * p.VY);
    }

    private static double Squared(in Particle a, in Particle b) => (a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y);
}
