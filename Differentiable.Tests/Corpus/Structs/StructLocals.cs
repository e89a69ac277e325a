using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs in local variables.</summary>
public static partial class StructLocals
{
    private struct Counter
    {
        public double Total;
        public double Last;

        public Counter(double start)
            : this(start, start * start)
        {
            Last += 0.5;
        }

        public Counter(double total, double last)
        {
            Total = total;
            Last = last;
        }

        public double Scale { get; set; } = 2;

        public double Doubled
        {
            readonly get => 2 * Total;
            set => Total = value / 2;
        }

        public double this[int i]
        {
            readonly get => i == 0 ? Total : Last;
            set
            {
                if (i == 0)
                    Total = value;
                else
                    Last = value;
            }
        }

        public static Counter operator ++(Counter c) => new(c.Total + c.Last, c.Last * c.Total);

        public double Add(double x)
        {
            Total += x * Scale;
            Last = x;
            return Total * Last;
        }
    }

    private readonly struct Line(Vec origin, Vec direction)
    {
        public Vec Origin { get; } = origin;

        public Vec Direction { get; init; } = direction;

        public Vec At(double t) => Origin + Direction * t;
    }

    [Differentiable]
    public static double Operators(double x, double y, double z)
    {
        Vec v = new(x, y, z);
        Vec w = 2 * v - v / 3 + -new Vec(y, x, 1);
        w += v;
        w *= x;
        return w.Dot(v) + w.Length + (double)v;
    }

    [Differentiable]
    public static double Copies(double x, double dt)
    {
        var p = new Particle { Mass = 1 + x, Velocity = new Vec(x, 1, 2), Id = 3 };
        p.Step(dt);
        Particle q = p;
        q.Kick((x, x * x, dt), dt);
        p.Position = p.Position with { Y = q.Position.X };
        return p.Position.Y * q.Position.Y + p.Kinetic * q.Kinetic + q.Id;
    }

    [Differentiable]
    public static double Constructors(double x, double y)
    {
        var c = new Counter(x);
        double r = c.Add(y);
        var d = c;
        c++;
        d[1] = d[0] * y;
        d.Doubled = d.Doubled * x + c[1];
        return r + c.Total * d.Last + d.Total + c.Scale;
    }

    [Differentiable]
    public static double Initialized(double x, double t)
    {
        var line = new Line(new Vec(x, 0, 1), Vec.UnitY) { Direction = new(1, x, t) };
        Line other = line with { Direction = line.Direction.Normalized() };
        return line.At(t).X * other.At(t + x).Y;
    }

    [Differentiable]
    public static double Deconstructed(double x, double y)
    {
        var v = new Vec(x, y, x * y);
        (double a, double b, double c) = v;
        (double planar, double height) = v * 2;
        return a * b + c * planar + height;
    }

    [Differentiable]
    public static double Patterns(double x, double y)
    {
        var v = new Vec(x, y, 1);
        double r = v switch
        {
            { X: > 1 } => v.X * v.Y,
            (var a, > 0.5, _) => a * a * y,
            _ => v.Length,
        };
        return v == new Vec(x, y, 1) ? r : -r;
    }

    [Differentiable]
    public static double InLoop(double x, [Values(4)] int n)
    {
        var p = new Particle { Mass = 1, Position = (1, 0, 0), Velocity = (0, x, 0.1) };
        double action = 0;
        for (int k = 0; k < n; k++)
        {
            double r = p.Position.Length;
            p.Kick(p.Position * (-1 / (r * r * r)), 0.1);
            action += p.Kinetic * 0.1;
            if (action > 100)
                break;
        }
        return action + p.Position.DistanceTo(Vec.Zero) + p.Position.Reflect(Vec.UnitY).Y;
    }

    [Differentiable]
    public static double Conditional(double x, double y, [Values(0, 1)] int which)
    {
        Vec v = which == 0 ? new Vec(x, y, 0) : Vec.Cross(new(x, 1, y), new(y, x, 2));
        Vec w = v.X > 10 ? default : v.Normalized();
        return w.X * 3 + w.Y + v.Z * x;
    }

    [Differentiable]
    public static double NestedTuples(double x, double y)
    {
        ((double A, double B) Pair, Vec V) t = ((x, y), new(y, x, 1));
        t.Pair = (t.Pair.B, t.Pair.A * t.V.X);
        t.V += t.V * t.Pair.A;
        ((_, double b), Vec v) = t;
        return b * v.Length + t.Pair.A;
    }

    [Differentiable]
    public static double Hidden(double degrees, double radians)
    {
        Angle a = Angle.FromDegrees(degrees * 30) + new Angle(radians);
        return a.Sine * a.Radians;
    }

    [Differentiable]
    public static double References(double x, double y)
    {
        var p = new Particle { Mass = x };
        ref double m = ref p.Mass;
        m *= y;
        ref Vec v = ref p.Velocity;
        v = new Vec(m, x, y);
        v += p.Velocity;
        Swap(ref p.Position, ref p.Velocity);
        return p.Position.Length * p.Mass;

        static void Swap(ref Vec a, ref Vec b) => (a, b) = (b, a + new Vec(1, 1, 1));
    }
}
