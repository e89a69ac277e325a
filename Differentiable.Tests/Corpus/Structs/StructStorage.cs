using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Arrays and spans of structs and tuples.</summary>
public static partial class StructStorage
{
    [Differentiable]
    public static double Potential(ReadOnlySpan<Particle> bodies)
    {
        double sum = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            for (int j = 0; j < i; j++)
                sum -= bodies[i].Mass * bodies[j].Mass / ((bodies[i].Position - bodies[j].Position).SquaredLength + 0.1);
        }
        foreach (Particle p in bodies)
            sum += p.Kinetic;
        return sum;
    }

    [Differentiable]
    public static void Steps(Span<Particle> bodies, double dt, [Values(2)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < bodies.Length; i++)
            {
                ref Particle p = ref bodies[i];
                p.Velocity -= p.Position * (dt * p.Mass);
                p.Step(dt);
                p.Mass *= 1 - dt;
            }
        }
    }

    [Differentiable]
    public static double Swapped([Length(3)] Vec[] v, double s)
    {
        (v[0], v[1]) = (v[1], v[0]);
        v[2] = v[0] * s + v[2];
        v[1] += v[2];
        double sum = 0;
        foreach (ref readonly Vec e in v.AsSpan())
            sum += e.X * e.Y + e.Z;
        return sum * v[0].X;
    }

    [Differentiable]
    public static double LocalArray(double x, double y, [Values(4)] int n)
    {
        var bodies = new Particle[n];
        for (int i = 0; i < n; i++)
            bodies[i] = new Particle { Position = (x * i, y, 1), Velocity = new(y, x, i), Mass = x + i, Id = i };
        for (int k = 0; k < 2; k++)
        {
            for (int i = 1; i < n; i++)
                bodies[i].Kick(bodies[i - 1].Position - bodies[i].Position, 0.1 + bodies[i].Id * 0.01);
        }
        double sum = 0;
        foreach (ref readonly Particle p in bodies.AsSpan())
            sum += p.Position.Dot(p.Velocity) * p.Mass;
        return sum;
    }

    [Differentiable]
    public static double Fit([Length(5)] (double W, double X, double Y)[] data, double slope, double intercept)
    {
        double sum = 0;
        foreach ((double w, double x, double y) in data)
        {
            double r = slope * x + intercept - y;
            sum += w * r * r;
        }
        return sum + data[0].W;
    }

    [Differentiable]
    public static double Grid([Rows(2), Columns(3)] Vec[,] field, [Rows(2), Columns(2)] Vec[][] rows)
    {
        double sum = 0;
        for (int i = 0; i < field.GetLength(0); i++)
        {
            for (int j = 1; j < field.GetLength(1); j++)
            {
                field[i, j] = Vec.Cross(field[i, j - 1], field[i, j]);
                sum += field[i, j].Dot(rows[i][j - 1]);
            }
        }
        return sum;
    }

    [Differentiable]
    public static double Copied([Length(4)] ReadOnlySpan<Vec> v, double s)
    {
        Vec[] w = v.ToArray();
        Span<Vec> tail = w.AsSpan(1);
        for (int i = 0; i < tail.Length; i++)
            tail[i] = tail[i] * s + w[i];
        Vec[] all = [.. w, new Vec(s, s, 1), w[0]];
        double sum = 0;
        for (int i = 0; i < all.Length; i++)
            sum += all[i].X * all[all.Length - 1 - i].Y;
        return sum;
    }

    [Differentiable]
    public static double Calls([Length(3)] Span<Particle> bodies, double dt)
    {
        Steps(bodies, dt, 2);
        double before = Potential(bodies);
        Steps(bodies[1..], dt, 1);
        return before * Potential(bodies);
    }

    [Differentiable]
    public static Vec[] Normals([Length(4)] Vec[] points, double scale)
    {
        Vec[] normals = new Vec[points.Length - 1];
        for (int i = 0; i < normals.Length; i++)
            normals[i] = Vec.Cross(points[i], points[i + 1]).Normalized() * scale;
        return normals;
    }

    [Differentiable]
    [Allocates("the callee's result")]
    public static double CallsNormals([Length(4)] Vec[] points, double scale)
    {
        double sum = 0;
        foreach (Vec n in Normals(points, scale))
            sum += n.X * n.Y + n.Z;
        return sum;
    }

    [Differentiable]
    public static double InPlace([Length(4)] Span<Vec> v, [Values(3)] int sweeps)
    {
        for (int k = 0; k < sweeps; k++)
        {
            for (int i = 1; i < v.Length; i++)
                v[i] = new Vec(v[i].Y * v[i - 1].X, Math.Sin(v[i].X), v[i].Z + v[i - 1].Length);
        }
        return v[^1].Length;
    }
}
