using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Rational curves by their knots, basis functions that call themselves, a natural spline, and the length of a curve by adaptive quadrature.</summary>
public static partial class Splines
{
    public record struct Point(double X, double Y, double Z)
    {
        public readonly double Norm => Math.Sqrt(X * X + Y * Y + Z * Z);
        public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
        public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        public static Point operator *(double s, Point a) => new(s * a.X, s * a.Y, s * a.Z);
    }

    public record struct Weighted(double X, double Y, double Z, double W)
    {
        public static implicit operator Weighted((Point At, double Weight) p) => new(p.At.X * p.Weight, p.At.Y * p.Weight, p.At.Z * p.Weight, p.Weight);
        public static Weighted operator *(double s, Weighted p) => new(s * p.X, s * p.Y, s * p.Z, s * p.W);
        public static Weighted operator +(Weighted a, Weighted b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.W + b.W);
        public readonly Point Project() => 1 / W * new Point(X, Y, Z);
    }

    private static int Piece(ReadOnlySpan<double> knots, int degree, double t)
    {
        int low = degree, high = knots.Length - degree - 1;
        if (t >= knots[high])
        {
            while (knots[high - 1] == knots[high])
                high--;
            return high - 1;
        }
        while (high - low > 1)
        {
            int middle = (low + high) >>> 1;
            if (knots[middle] <= t)
                low = middle;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>De Boor's scheme, on points with weights.</summary>
    [Differentiable]
    public static Point Rational([Length(5)] Point[] control, [Length(5)] double[] weights, [Elements(-0.3, -0.2, -0.1, 0, 0.4, 1, 1.1, 1.25, 1.3)] double[] knots,
        [Range(0.1, 0.9)] double t)
    {
        const int degree = 3;
        int k = Piece(knots, degree, t);
        Span<Weighted> d = stackalloc Weighted[degree + 1];
        for (int j = 0; j <= degree; j++)
            d[j] = (control[j + k - degree], weights[j + k - degree]);
        for (int r = 1; r <= degree; r++)
        {
            for (int j = degree; j >= r; j--)
            {
                double width = knots[j + 1 + k - r] - knots[j + k - degree], a = width == 0 ? 0 : (t - knots[j + k - degree]) / width;
                d[j] = (1 - a) * d[j - 1] + a * d[j];
            }
        }
        return d[^1].Project();
    }

    /// <summary>Cox and de Boor's recursion.</summary>
    [Differentiable]
    public static double Basis([Elements(-0.3, -0.2, -0.1, 0, 0.4, 1, 1.1, 1.25, 1.3)] double[] knots,
        [Values(2, 3)] int i, [Values(3, 2)] int degree, [Range(0.1, 0.3)] double t)
    {
        if (degree == 0)
            return knots[i] <= t && t < knots[i + 1] ? 1 : 0;
        double rising = knots[i + degree] > knots[i] ? (t - knots[i]) / (knots[i + degree] - knots[i]) * Basis(knots, i, degree - 1, t) : 0;
        return rising + (knots[i + degree + 1] > knots[i + 1]
            ? (knots[i + degree + 1] - t) / (knots[i + degree + 1] - knots[i + 1]) * Basis(knots, i + 1, degree - 1, t)
            : 0);
    }

    [Differentiable, Allocates("local arrays")]
    public static double Natural([Elements(0, 0.7, 1.5, 2.2, 3)] double[] x, [Length(5)] double[] y, [Range(1.6, 1.9)] double at)
    {
        int n = x.Length;
        if (n == 0)
            return 0;
        double[] h = x[1..].Zip(x, (b, a) => b - a).ToArray(), m = new double[n], c = new double[n], d = new double[n];
        for (int i = 1; i < n - 1; i++)
        {
            double b = 2 * (h[i - 1] + h[i]) - h[i - 1] * c[i - 1];
            c[i] = h[i] / b;
            d[i] = (6 * ((y[i + 1] - y[i]) / h[i] - (y[i] - y[i - 1]) / h[i - 1]) - h[i - 1] * d[i - 1]) / b;
        }
        for (int i = n - 2; i > 0; i--)
            m[i] = d[i] - c[i] * m[i + 1];
        int piece = Math.Clamp(Array.FindLastIndex(x, v => v <= at), 0, n - 2);
        double left = (x[piece + 1] - at) / h[piece], right = 1 - left;
        double bend = (left * left * left - left) * m[piece] + (right * right * right - right) * m[piece + 1];
        return left * y[piece] + right * y[piece + 1] + bend * h[piece] * h[piece] / 6;
    }

    /// <summary>The speed along each piece is a lambda with what it captures, and the quadrature calls itself.</summary>
    [Differentiable]
    public static double Length([Length(5, 3)] ReadOnlySpan<Point> points, [Range(0.4, 0.6)] double tension, double scale)
    {
        double total = scale * points[0].X;
        for (int i = 1; i + 2 < points.Length; i++)
        {
            Point b = points[i], c = points[i + 1], leaving = tension * (c - points[i - 1]), arriving = tension * (points[i + 2] - b);
            total += scale * Simpson(t => Speed(b, c, leaving, arriving, t), 0, 1, 1e-4, 2);
        }
        return total;
    }

    private static double Speed(Point b, Point c, Point leaving, Point arriving, double t) =>
        ((6 * t * t - 6 * t) * b + (3 * t * t - 4 * t + 1) * leaving + (6 * t - 6 * t * t) * c + (3 * t * t - 2 * t) * arriving).Norm;

    private static double Simpson(Func<double, double> f, double a, double b, double tolerance, int depth)
    {
        double c = (a + b) / 2, whole = (b - a) / 6 * (f(a) + 4 * f(c) + f(b));
        double left = (c - a) / 6 * (f(a) + 4 * f((a + c) / 2) + f(c)), right = (b - c) / 6 * (f(c) + 4 * f((c + b) / 2) + f(b));
        if (depth <= 0 || Math.Abs(left + right - whole) < 15 * tolerance)
            return left + right;
        return Simpson(f, a, c, tolerance / 2, depth - 1) + Simpson(f, c, b, tolerance / 2, depth - 1);
    }
}
