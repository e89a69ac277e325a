using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>More outputs than one sweep takes, and still more inputs: Jacobians of these are made by rows, which share a forward sweep where something is kept of it.</summary>
public static partial class ManyOutputs
{
    public readonly record struct Point(double X, double Y, double Z)
    {
        public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        public Point Turned(double angle) => new(X * Math.Cos(angle) - Y * Math.Sin(angle), X * Math.Sin(angle) + Y * Math.Cos(angle), Z);
    }

    /// <summary>The whole of a pose in an array of structs keeps it from several directions at once.</summary>
    private record struct Link(double Length, double Angle);

    [Differentiable]
    public static (double, double, double, double, double, double) StoredInALoop([Length(14, 21)] ReadOnlySpan<double> w)
    {
        double a = w[0], b = w[1], c = w[2];
        foreach (double v in w)
        {
            double next = Math.Tanh(a * v + b);
            b = Math.Sin(c + v) * a;
            c = next * b + v;
            a = next;
        }
        return (a, b, c, a * b, b * c, c * a);
    }

    [Differentiable]
    public static (Point Hand, Point Elbow) Arm([Length(12)] ReadOnlySpan<double> angles, [LengthFrom("angles")] ReadOnlySpan<double> lengths, Point foot)
    {
        Point elbow = foot, hand = foot;
        double angle = 0;
        for (int i = 0; i < angles.Length; i++)
        {
            angle += Math.Sin(angles[i]);
            hand += new Point(lengths[i], 0.1 * i, angle).Turned(angle);
            if (i == angles.Length / 2)
                elbow = hand;
        }
        return (hand, elbow);
    }

    [Differentiable]
    public static (double, double, double, double, double) ThroughCalls([Length(14)] double[] w, double x)
    {
        double first = Accumulate(w, x, out double second), third = Accumulate(w, first * second, out double fourth);
        return (first, second, third, fourth, first * fourth);
    }

    [Differentiable]
    public static double Accumulate([Length(5)] ReadOnlySpan<double> w, double x, out double sum)
    {
        sum = 0;
        foreach (double v in w)
        {
            x = Math.Sin(x * v) + v;
            sum += x * v;
        }
        return x;
    }

    [Differentiable]
    public static (double, double, double, double, double) WithSnapshots([Length(14)] double[] w, double x, [Values(7, 0, 30)] int steps)
    {
        double v = w[0], work = 0;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(3);
            double force = Math.Sin(x * w[i % w.Length]);
            v += 0.1 * force;
            x += 0.1 * v * w[(i + 1) % w.Length];
            work += force * v;
        }
        return (x, v, work, x * v, x * w[1]);
    }

    [Differentiable]
    public static (double, double, double, double, double) ThroughSnapshots([Length(14)] double[] w, double x)
    {
        (double a, double b, double c, double d, _) = WithSnapshots(w, x, 7);
        (double e, _, double f, _, _) = WithSnapshots(w, a, 4);
        return (a * f, b, c * e, d, e);
    }

    [Differentiable]
    public static (double, double, double, double, double) WithoutKeeping([Length(14)] double[] w, double x)
    {
        (double a, double b) = RunTwice(w, x);
        (double c, double d) = RunTwice(w, a * b);
        return (a, b, c, d, b * d);
    }

    [Differentiable, Checkpoint]
    public static (double, double) RunTwice([Length(5)] double[] w, double x)
    {
        double sum = 0;
        foreach (double v in w)
        {
            x = Math.Cos(x * v);
            sum += x * v;
        }
        return (x, sum);
    }

    [Differentiable]
    public static (double, double, double, double, double) Leaves([Length(14)] double[] w, [Range(0.2, 2)] double limit)
    {
        double x = w[0], y = w[1];
        for (int i = 0; i < w.Length; i++)
        {
            x += y * w[i];
            if (x > limit + i)
                return (x, y, x * y * w[i], limit * x, w[i] * y);
            y = Math.Sin(x * w[i]);
            if (y < 0.1)
                break;
        }
        return (y, x, x * x, y * y, limit * y);
    }

    [Differentiable]
    public static (double, double, double, double, double) Until([Length(14)] double[] w, double x)
    {
        double y = 1;
        int i = 0;
        while (x < 6)
        {
            y = y * w[i % w.Length] + Math.Sin(x);
            x += y * y + 0.3;
            i++;
        }
        return (x, y, x * y, y * w[0], x * w[1]);
    }

    [Differentiable]
    public static double InAllWays(ref double x, [Length(15)] double[] w, out double product, ref Point at, out Point turned)
    {
        product = 1;
        turned = at;
        foreach (double v in w)
        {
            x = Math.Sin(x * v + at.X);
            product *= 0.6 + 0.5 * x;
            turned = turned.Turned(product * v);
            at = new(at.Y * v, 0.5 * at.X + x, Math.Sin(at.Z * turned.X));
        }
        return product * x;
    }

    [Differentiable, Allocates("a matrix")]
    public static (double, double, double, double, double) OverWorkArrays([Length(12)] double[] w, [Values(3, 0)] int sweeps)
    {
        double[] u = new double[w.Length];
        double[,] m = new double[2, w.Length];
        for (int k = 0; k < sweeps; k++)
        {
            for (int i = 1; i < u.Length; i++)
            {
                u[i] = Math.Sin(u[i] + u[i - 1] * w[i]) + w[i];
                m[k % 2, i] += u[i] * u[i - 1];
            }
        }
        return (u[^1], u[1] * u[2], m[0, 3], m[1, 4] + w[0], u[5] * m[0, 5]);
    }

    [Differentiable]
    public static (double, double, double, double, double) Straight(
        double a, double b, double c, double d, double e, double f, double g, double h, double i, double j)
    {
        double s = Math.Exp(a * b) + c, t = Math.Sin(s * d) + e, u = Math.Tanh(t * f - g), v = Math.Sqrt(1 + u * u * h), w = Math.Atan(v * i + j);
        return (s * t, t * u, u * v, v * w, w * s);
    }

    [Differentiable]
    public static (float, float, float, float, double) InSinglePrecision([Length(14)] ReadOnlySpan<float> w, float x, double y)
    {
        float sum = 0;
        foreach (float v in w)
        {
            x = MathF.Sin(x * v) + 0.5f;
            sum += x * (float)y;
            y += x * v;
        }
        return (x, sum, x * sum, x * x, y);
    }

    [Differentiable]
    public static (double, double) OneDirection([Length(5)] double[] w, double x)
    {
        Link[] links = new Link[w.Length];
        for (int i = 0; i < w.Length; i++)
            links[i] = new(w[i] * x, Math.Sin(w[i]));
        double angle = 0, sum = 0;
        foreach (Link link in links)
        {
            angle = Math.Tanh(angle + link.Angle);
            sum += link.Length * Math.Cos(angle);
        }
        return (angle, sum);
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float)), TypeArguments(typeof(Half))]
    public static (T, T, T) OfAnyNumber<T>([Length(6)] ReadOnlySpan<T> w, T x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T v in w)
        {
            x = T.Sin(x * v) + v;
            sum += x * v;
        }
        return (x, sum, x * sum);
    }

    [Differentiable, Allocates("it returns an array")]
    public static double[] Returned([Length(20)] double[] w, [Values(5, 2)] int count)
    {
        double[] y = new double[count];
        double x = 1;
        for (int i = 0; i < w.Length; i++)
        {
            x = Math.Sin(x * w[i]) + 1;
            y[i % count] += x * w[i];
        }
        return y;
    }
}
