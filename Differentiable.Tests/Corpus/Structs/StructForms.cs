using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Less usual ways to write and to use structs.</summary>
public static partial class StructForms
{
    private struct Mutable
    {
        private double _c;
        public double A;

        public Mutable(double a)
            : this()
        {
            A = a;
            B = a * a;
            C = a;
        }

        public double B { get; set; }

        public double C
        {
            readonly get => _c;
            set => _c = value * 2;
        }

        public static implicit operator Mutable(double x) => new(x);

        public static Mutable operator --(Mutable m)
        {
            m.A -= 1;
            return m;
        }

        public static bool operator >(Mutable left, Mutable right) => left.A > right.A;

        public static bool operator <(Mutable left, Mutable right) => left.A < right.A;

        public void Scale(double s)
        {
            A *= s;
            B *= s;
            Shift(ref A, s);
        }

        public Mutable Chain(double s)
        {
            Scale(s);
            return this;
        }

        public readonly Mutable With(double s)
        {
            Mutable copy = this;
            copy.Scale(s);
            return copy;
        }

        public void AddTwice(in Mutable other)
        {
            A += other.A;
            A += other.A;
        }

        private static void Shift(ref double x, double s) => x += s;
    }

    private record struct Sized(double X, double Y = 2)
    {
        public double Sum { get; init; } = X + Y;

        public readonly double Volume => X * Y * Sum;
    }

    private struct Layer
    {
        public double[] Weights;
        public double Bias;

        public readonly double Run(double x)
        {
            double s = Bias;
            for (int i = 0; i < Weights.Length; i++)
                s += Weights[i] * x;
            return s;
        }
    }

    private struct Named
    {
        public double Mass;
        public string Name;
    }

    private static readonly Vec s_up = new(0, 1, 0);

    [Differentiable]
    public static double ChangesItself(double x, double y)
    {
        Mutable m = x;
        Mutable n = m;
        n.Scale(y);
        n.Chain(2).Scale(3);
        m--;
        m.C += y;
        Mutable k = m.With(x);
        k.AddTwice(in k);
        return (m > n ? m.A : n.B) * m.C + k.B + n.A * k.A;
    }

    [Differentiable]
    public static double Records(double x)
    {
        var r = new Sized(x);
        Sized q = r with { Y = x * x };
        return r.Volume * q.Volume + q.Sum;
    }

    [Differentiable]
    public static double ReadOnlyReceiver(in Particle p, double dt)
    {
        p.Step(dt);                                     // on a copy
        Particle q = p;
        q.Step(dt);
        return q.Position.X * p.Position.X;
    }

    [Differentiable]
    public static double InLoopHeader(Vec v)
    {
        double s = 0;
        for (Vec p = v; p.Length > 0.1; p *= 0.5)
            s += p.X * p.Y;
        return s;
    }

    [Differentiable]
    public static double TakenNames(Vec value, double dresult, Vec p, double pX, double dp) => value.X * dresult + p.X * pX + p.Y * dp;

    [Differentiable]
    public static double Defaults(Vec p = default, double y = 1) => p.X * y + p.Z;

    [Differentiable]
    public static Vec Switched([Range(-1, 2)] double t) => t switch
    {
        < 0 => Vec.Zero + new Vec(t, 0, 1),
        < 1 => new(t, t * t, 1),
        _ => new Vec(1, 1, 1) * t,
    };

    [Differentiable]
    public static double ArrayInside([Length(3)] double[] w, double x)
    {
        var layer = new Layer { Weights = w, Bias = x };
        layer.Weights[0] = x * x;
        Layer other = layer;
        other.Bias = 2;
        return layer.Run(x) * other.Run(2 * x);
    }

    [Differentiable, Allocates("a string")]
    public static double TextInside(double mass)
    {
        var n = new Named { Mass = mass, Name = "n" };
        Named m = n;
        m.Name += "m";
        m.Mass *= m.Name.Length;
        return m.Mass * n.Mass;
    }

    [Differentiable]
    public static double TupleArray(double x, [Values(4)] int n)
    {
        var t = new (double A, Vec V)[n];
        for (int i = 0; i < n; i++)
            t[i] = (x * i, new Vec(i, x, 1));
        double s = 0;
        foreach ((double a, Vec v) in t)
            s += a * v.Y;
        t[0].V = t[1].V;
        t[0].A++;
        return s + t[0].V.Y * t[0].A;
    }

    [Differentiable]
    public static double Aliases([Length(3)] Vec[] v, [Values(0, 1)] int i, [Values(1)] int j)
    {
        ref readonly Vec a = ref v[i];
        ref Vec b = ref v[j];
        b = a * 2 + new Vec(a.Y, 0, 0);
        return a.X * b.Y;
    }

    [Differentiable]
    public static double SelfReferences([Length(2)] Vec[] v, double s)
    {
        v[0] = new Vec(v[0].Y * s, v[0].X, v[0].X * v[0].Y);
        v[1] = s_up * v[0].Z + new Vec(v[1].Z, v[1].X, v[1].Y);
        if (v[0].Equals(v[1]) || v[0] == s_up)
            throw new ArgumentException($"{v[0]} is {s_up}", nameof(v));
        return v[0].Length + v[1].Dot(v[0]);
    }
}
