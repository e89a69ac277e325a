using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Steps that are accepted or halved (Bogacki and Shampine 1989), of a field that is a type parameter.</summary>
public static partial class AdaptiveSteps
{
    private interface IField { static abstract (double dx, double dv) At(double t, double x, double v, double p); }

    private readonly struct VanDerPol : IField
    {
        public static (double dx, double dv) At(double t, double x, double v, double mu) => (v, mu * (1 - x * x) * v - x + 0.1 * Cos(t));
    }

    [Differentiable]
    public static double Final(double x, double v, double mu, [NonDifferentiable][Range(0.01, 0.02)] double tolerance)
    {
        return Integrate<VanDerPol>(x, v, mu, 1, tolerance);

        static double Integrate<TField>(double x, double v, double p, double end, double tolerance) where TField : IField
        {
            double t = 0, h = 0.25;
            int rejected = 0;
            do
            {
                if (t + h > end)
                    h = end - t;
                var (k1x, k1v) = TField.At(t, x, v, p);
                var (k2x, k2v) = TField.At(t + h / 2, x + h / 2 * k1x, v + h / 2 * k1v, p);
                var (k3x, k3v) = TField.At(t + 3 * h / 4, x + 3 * h / 4 * k2x, v + 3 * h / 4 * k2v, p);
                double nx = x + h / 9 * (2 * k1x + 3 * k2x + 4 * k3x), nv = v + h / 9 * (2 * k1v + 3 * k2v + 4 * k3v);
                var (k4x, k4v) = TField.At(t + h, nx, nv, p);
                double ex = h * (-5.0 / 72 * k1x + k2x / 12 + k3x / 9 - k4x / 8), ev = h * (-5.0 / 72 * k1v + k2v / 12 + k3v / 9 - k4v / 8);
                double error = Differentiate.StopGradient(Sqrt(ex * ex + ev * ev) / tolerance);
                if (error > 1 && rejected < 50)
                {
                    h *= 0.5;
                    rejected++;
                    continue;
                }
                t += h;
                (x, v) = (nx, nv);
                if (error < 0.1)
                    h *= 1.5;
            }
            while (t < end - 1e-12);
            return x * x + v;
        }
    }
}

/// <summary>What can be added and scaled.</summary>
public interface IVector<TSelf> where TSelf : struct, IVector<TSelf>
{
    static abstract TSelf operator +(TSelf a, TSelf b);
    static abstract TSelf operator *(double s, TSelf a);
}

/// <summary>A vector of the plane.</summary>
public readonly record struct Planar(double X, double Y) : IVector<Planar>
{
    public static Planar operator +(Planar a, Planar b) => new(a.X + b.X, a.Y + b.Y);
    public static Planar operator *(double s, Planar a) => new(s * a.X, s * a.Y);
}

/// <summary>Runge-Kutta steps for any such type, of pairs that a lambda takes.</summary>
public static partial class GenericOrbits
{
    [Differentiable]
    public static double Orbit([Range(0.8, 1.2)] double x, double vy, double mu, [Values(3, 6)] int steps)
    {
        var (p, v) = (new Planar(x, 0), new Planar(0, vy));
        for (int i = 0; i < steps; i++)
        {
            (p, v) = Rk4((p, v), 0.1, s => (s.Item2, -mu / Math.Pow(s.Item1.X * s.Item1.X + s.Item1.Y * s.Item1.Y, 1.5) * s.Item1));
        }
        return p.X * v.Y - p.Y * v.X + p.X;

        static (TV, TV) Rk4<TV>((TV, TV) y, double h, Func<(TV, TV), (TV, TV)> f) where TV : struct, IVector<TV>
        {
            static (TV, TV) Axpy((TV, TV) y, double h, (TV, TV) k) => (y.Item1 + h * k.Item1, y.Item2 + h * k.Item2);
            var k1 = f(y);
            var k2 = f(Axpy(y, h / 2, k1));
            var k3 = f(Axpy(y, h / 2, k2));
            var k4 = f(Axpy(y, h, k3));
            return Axpy(Axpy(Axpy(Axpy(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
        }
    }
}

/// <summary>Implicit steps, each by as many rounds of Newton as it takes.</summary>
public static partial class StiffSteps
{
    [Differentiable]
    public static double Robertson([Range(0.5, 1)] double k1, [Range(2, 3)] double k2, [Range(1, 2)] double k3, [Values(2, 4)] int steps)
    {
        (double a, double b) y = (1, 0);
        const double h = 0.1;
        int newton = 0;
        for (int n = 0; n < steps; n++)
        {
            var z = y;
            while (true)
            {
                var (fa, fb) = F(z);
                double ra = z.a - y.a - h * fa, rb = z.b - y.b - h * fb;
                if (Math.Abs(ra) + Math.Abs(rb) < 1e-14 || newton > 100)
                    break;
                double j11 = 1 + h * k1, j12 = -h * 2 * k2 * z.b, j21 = -h * k1, j22 = 1 + h * (2 * k2 * z.b + k3);
                double det = j11 * j22 - j12 * j21;
                z = (z.a - (j22 * ra - j12 * rb) / det, z.b - (j11 * rb - j21 * ra) / det);
                newton++;
            }
            y = z;
        }
        return y.a * y.b + y.b;

        (double, double) F((double a, double b) s) => (-k1 * s.a + k2 * s.b * s.b, k1 * s.a - k2 * s.b * s.b - k3 * s.b);
    }
}
