using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Steps in time: an oscillator by four methods, a top by one for any state, and heat in loops and snapshots of every kind.</summary>
public static partial class Steppers
{
    public enum Method { Euler, Midpoint, Heun, Implicit }

    /// <summary>Van der Pol's equation; the implicit method is Newton's, in a local function that captures the step.</summary>
    [Differentiable]
    public static double Oscillator(double stiffness, double x, double v, [Range(0.05, 0.1)] double h,
        [Values(5, 1, 3, 4)] int steps, [Values(0, 1, 2, 3)] Method method)
    {
        (double X, double V) s = (x, v);
        for (int i = 0; i < steps; i++)
        {
            s = method switch
            {
                Method.Euler => Add(s, Slope(s), h),
                Method.Midpoint => Add(s, Slope(Add(s, Slope(s), h / 2)), h),
                Method.Heun when Slope(s) is var k => Add(Add(s, k, h / 2), Slope(Add(s, k, h)), h / 2),
                Method.Implicit => Solved(s),
                _ => throw new NotSupportedException(),
            };
        }
        return s.X * s.V + s.X;

        (double X, double V) Slope((double X, double V) at) => (at.V, stiffness * (1 - at.X * at.X) * at.V - at.X);

        static (double X, double V) Add((double X, double V) a, (double X, double V) b, double h) => (a.X + h * b.X, a.V + h * b.V);

        (double X, double V) Solved((double X, double V) from)
        {
            var (a, b) = from;
            for (int round = 0; round < 6; round++)
            {
                double r1 = a - from.X - h * b, r2 = b - from.V - h * (stiffness * (1 - a * a) * b - a);
                double j12 = -h, j21 = h * (2 * stiffness * a * b + 1), j22 = 1 - h * stiffness * (1 - a * a), determinant = j22 - j12 * j21;
                double da = (r1 * j22 - r2 * j12) / determinant, db = (r2 - j21 * r1) / determinant;
                (a, b) = (a - da, b - db);
            }
            return (a, b);
        }
    }

    public interface IScaled<TSelf> where TSelf : IScaled<TSelf>
    {
        static abstract TSelf Scale(double h, TSelf s);
    }

    public readonly record struct Spin((double W, double X, double Y, double Z) Turn, (double X, double Y, double Z) Rate)
        : IScaled<Spin>, IAdditionOperators<Spin, Spin, Spin>
    {
        public static Spin operator +(Spin a, Spin b) => new(
            (a.Turn.W + b.Turn.W, a.Turn.X + b.Turn.X, a.Turn.Y + b.Turn.Y, a.Turn.Z + b.Turn.Z),
            (a.Rate.X + b.Rate.X, a.Rate.Y + b.Rate.Y, a.Rate.Z + b.Rate.Z));

        public static Spin Scale(double h, Spin s) => new(
            (h * s.Turn.W, h * s.Turn.X, h * s.Turn.Y, h * s.Turn.Z),
            (h * s.Rate.X, h * s.Rate.Y, h * s.Rate.Z));
    }

    /// <summary>Runge and Kutta's classic step, for any state, of a function that is a value.</summary>
    private static TState Step<TState>(TState s, double h, Func<TState, TState> f) where TState : struct, IAdditionOperators<TState, TState, TState>, IScaled<TState>
    {
        var k1 = f(s);
        var k2 = f(s + TState.Scale(h / 2, k1));
        var k3 = f(s + TState.Scale(h / 2, k2));
        var k4 = f(s + TState.Scale(h, k3));
        return s + TState.Scale(h / 6, k1 + TState.Scale(2, k2) + TState.Scale(2, k3) + k4);
    }

    [Differentiable]
    public static Spin Top(Spin start, (double X, double Y, double Z) inertia, [Range(0.02, 0.05)] double h, [Values(1, 3)] int steps)
    {
        var s = start;
        for (int i = 0; i < steps; i++)
        {
            s = Step(s, h, at =>
            {
                var ((w, x, y, z), (a, b, c)) = at;
                return new Spin(
                    (-0.5 * (x * a + y * b + z * c), 0.5 * (w * a + y * c - z * b), 0.5 * (w * b + z * a - x * c), 0.5 * (w * c + x * b - y * a)),
                    (((inertia.Y - inertia.Z) * b * c + 0.1 * x) / inertia.X, (inertia.Z - inertia.X) * c * a / inertia.Y,
                        (inertia.X - inertia.Y) * a * b / inertia.Z));
            });
            double scale = 1 / Math.Sqrt(s.Turn.W * s.Turn.W + s.Turn.X * s.Turn.X + s.Turn.Y * s.Turn.Y + s.Turn.Z * s.Turn.Z);
            s = s with { Turn = (scale * s.Turn.W, scale * s.Turn.X, scale * s.Turn.Y, scale * s.Turn.Z) };
        }
        return s;
    }

    [Differentiable, Checkpoint]
    public static void Spread([Length(5)] ReadOnlySpan<double> u, [Length(5)] Span<double> next, [Range(0.1, 0.2)] double rate)
    {
        next[0] = u[0];
        next[^1] = u[^1];
        for (int i = 1; i < u.Length - 1; i++)
            next[i] = u[i] + rate * (u[i - 1] - 2 * u[i] + u[i + 1]) * (1 + 0.1 * u[i] * u[i]);
    }

    /// <summary>The loops differ in how the layers change places, in what ends them, and in what is kept of them.</summary>
    [Differentiable, Allocates("layers")]
    public static double Heat([Length(5)] double[] start, [Range(0.1, 0.2)] double rate,
        [Values(7, 7, 6, 7, 7, 3, 4, 5)] int steps, [Values(0, 1, 2, 3, 4, 5, 6, 7)] int kind)
    {
        double[] u = [.. start], next = new double[start.Length];
        switch (kind)
        {
            case 0:
                for (int i = 0; i < steps; i++)
                {
                    Spread(u, next, rate);
                    (u, next) = (next, u);
                }
                break;
            case 1:
                for (int i = 0; i < steps; i++)
                {
                    Checkpoint.Every(3);
                    Spread(u, next, rate);
                    (u, next) = (next, u);
                }
                break;
            case 2:
                for (int i = 0; i < steps; i++)
                {
                    Checkpoint.Logarithmic();
                    Spread(u, next, rate);
                    next.CopyTo(u, 0);
                }
                break;
            case 3:
                int count = 0;
                while (count < steps)
                {
                    Checkpoint.Binomial(2);
                    Spread(u, next, rate);
                    Array.Copy(next, u, u.Length);
                    count++;
                    if (u[1] > 1e3)
                        break;
                }
                break;
            case 4:
                double t = 0;
                do
                {
                    Checkpoint.Every(2);
                    Spread(u, next, rate * (1 + t));
                    for (int k = 0; k < u.Length; k++)
                        (u[k], next[k]) = (next[k], u[k]);
                    t += 0.1;
                    if (t > 0.55)
                        return u[1] * t;
                }
                while (t < steps * 0.1);
                break;
            case 5:
                foreach (double factor in start)
                {
                    Checkpoint.SquareRoot();
                    for (int k = 0; k < steps; k++)
                    {
                        Checkpoint.Every(1);
                        Spread(u, next, rate * factor);
                        next.AsSpan().CopyTo(u);
                        if (k == 1 && factor > 0.8)
                            break;
                    }
                }
                break;
            case 6:
                for (int i = 0; i < steps; i++)
                {
                    var fresh = new double[u.Length];
                    Spread(u, fresh, rate);
                    u = fresh;
                }
                break;
            default:
                double[][] history = new double[steps + 1][];
                history[0] = u;
                for (int i = 0; i < steps; i++)
                {
                    history[i + 1] = new double[u.Length];
                    Spread(history[i], history[i + 1], rate);
                }
                u = history[steps];
                u[2] += history[1][1];
                break;
        }
        double sum = 0;
        for (int i = 0; i < u.Length; i++)
            sum += u[i] * u[i] * (i + 1);
        return sum;
    }
}
