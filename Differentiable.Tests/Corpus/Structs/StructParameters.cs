using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs and tuples as parameters and results.</summary>
public static partial class StructParameters
{
    [Differentiable]
    public static double Angle(Vec a, Vec b) => Math.Acos(a.Dot(b) / (a.Length * b.Length + 1));

    [Differentiable]
    public static double Mixed(in Vec a, double s, Particle p, (double W, Vec V) t, [NonDifferentiable] Vec fix) =>
        (a * s + p.Position * t.W - t.V).Dot(fix) * p.Mass + p.Kinetic;

    [Differentiable]
    public static Vec Rotated(Vec v, Vec axis, double angle)
    {
        Vec k = axis.Normalized();
        return v * Math.Cos(angle) + Vec.Cross(k, v) * Math.Sin(angle) + k * (k.Dot(v) * (1 - Math.Cos(angle)));
    }

    [Differentiable]
    public static ((double Sum, double Product) Pair, Vec V, double S) NestedResult(Vec v, double s) =>
        ((v.X + s, v.Y * s), v.Z * v, Math.Sin(s));

    [Differentiable]
    public static double Calls(Vec v, double s)
    {
        Vec r = Rotated(v, new Vec(0, s, 1), s);
        ((double sum, double product), Vec w, _) = NestedResult(r, s);
        return sum * product + w.Length + r.X;
    }

    [Differentiable]
    public static void Advance(ref Particle p, double dt, out Vec moved)
    {
        Vec before = p.Position;
        p.Kick(-p.Position, dt);
        moved = p.Position - before;
    }

    [Differentiable]
    public static double AdvanceTwice(Particle p, double dt)
    {
        Advance(ref p, dt, out Vec first);
        Advance(ref p, dt, out Vec second);
        return first.Dot(second) + p.Position.X * p.Mass;
    }

    /// <summary>Nothing mentions a number of the vector, which goes back to the caller as it came.</summary>
    [Differentiable]
    public static double Untouched(double x, ref Vec v) => Math.Sin(x);

    [Differentiable]
    public static double CallsUntouched(double x, Vec v) => Untouched(x * v.Y, ref v) * v.X;

    [Differentiable]
    public static double Reassigned(Vec v, Particle p)
    {
        v *= v.X;
        p.Velocity = v;
        p.Step(v.Y);
        return p.Position.Length + v.Z;
    }

    [Differentiable]
    public static double InLoop(Vec v, Vec w, [Values(3)] int n)
    {
        for (int i = 0; i < n; i++)
        {
            v = Vec.Cross(v, w) * 0.5 + w;
            w += v * 0.1;
        }
        return v.Dot(w);
    }

    [Differentiable]
    public static double HiddenNumber(Angle a, Angle b) => (a + b).Sine * b.Radians;

    [Differentiable]
    public static (double Re, double Im) TupleIn((double Re, double Im) z, (double, double) c) =>
        (z.Re * z.Re - z.Im * z.Im + c.Item1, 2 * z.Re * z.Im + c.Item2);

    [Differentiable]
    public static double CallsTuple((double Re, double Im) z, double dx)
    {
        for (int i = 0; i < 3; i++)
            z = TupleIn(z, (dx, 0.1));
        return z.Re + z.Im * dx;
    }
}
