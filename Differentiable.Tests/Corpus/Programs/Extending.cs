using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A point without members of its own.</summary>
public record struct Spot(double X, double Y);

/// <summary>What the point can do nevertheless.</summary>
public static class SpotExtensions
{
    extension(Spot p)
    {
        public double Norm => Math.Sqrt(p.X * p.X + p.Y * p.Y);

        public Spot Turned(double angle)
        {
            var (s, c) = Math.SinCos(angle);
            return new(c * p.X - s * p.Y, s * p.X + c * p.Y);
        }

        public static Spot Polar(double radius, double angle) => new(radius * Math.Cos(angle), radius * Math.Sin(angle));

        public static Spot Unit => new(1, 0);

        public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

        public static Spot operator -(Spot a) => new(-a.X, -a.Y);

        public static Spot operator *(double s, Spot a) => new(s * a.X, s * a.Y);
    }

    extension(ref Spot p)
    {
        public void Push(double by) => p = new(p.X + by, p.Y - by * p.X);

        public void operator *=(double s) => p = new(p.X * s, p.Y * s);
    }

    extension<T>(ReadOnlySpan<T> values) where T : System.Numerics.IFloatingPointIeee754<T>
    {
        public T Mean
        {
            get
            {
                T sum = T.Zero;
                foreach (T v in values)
                    sum += v;
                return sum / T.CreateChecked(values.Length);
            }
        }

        public T Moment(int order)
        {
            T mean = values.Mean, sum = T.Zero;
            foreach (T v in values)
                sum += T.Pow(v - mean, T.CreateChecked(order));
            return sum / T.CreateChecked(values.Length);
        }
    }

    extension(double x)
    {
        public double Squared => x * x;

        public static double Softplus(double v) => Math.Log(1 + Math.Exp(v));
    }

    extension(Math)
    {
        public static double Gauss(double v) => Math.Exp(-v * v / 2);
    }
}

/// <summary>Members that extend numbers, spans, structs and classes from outside.</summary>
public static partial class Extending
{
    [Differentiable]
    public static double Walk(Spot start, double angle, [Values(3)] int steps)
    {
        Spot at = start + Spot.Unit;
        for (int k = 0; k < steps; k++)
        {
            at = at.Turned(angle * k) + -(0.2 * Spot.Polar(at.Norm, angle));
            at.Push(0.1 * angle);
            at *= 1 + 0.1 * at.X;
        }
        return at.Norm.Squared + double.Softplus(at.X) * Math.Gauss(at.Y);
    }

    [Differentiable]
    public static double Skewness([Length(5)] ReadOnlySpan<double> x) => x.Moment(4) / x.Moment(2).Squared + x.Mean;

    /// <summary>Arguments are collected in spans, and what is taken is given back.</summary>
    [Differentiable]
    public static double Collected(double a, double b, [Length(3)] ReadOnlySpan<double> rest)
    {
        double sum = Smooth(a, b, a * b) + Smooth() + Smooth([.. rest, a]);
        Meter meter = new() { Level = a };
        try
        {
            using (var scope = meter.Open(b))
            {
                if (scope.Width > 1)
                    return sum * scope.Width;
                sum += scope.Width * Smooth(rest);
            }
            using Scope last = meter.Open(sum);
            sum *= last.Width;
        }
        finally
        {
            sum += meter.Level;
            meter.Level *= 2;
        }
        return sum * meter.Level;
    }

    private static double Smooth(params ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
            sum += Math.Exp(v);
        return Math.Log(1 + sum);
    }

    private struct Meter
    {
        public double Level;

        public readonly Scope Open(double width) => new(width * Level);
    }

    private readonly ref struct Scope(double width) : IDisposable
    {
        public double Width { get; } = width / (1 + width);

        public void Dispose()
        {
        }
    }
}
