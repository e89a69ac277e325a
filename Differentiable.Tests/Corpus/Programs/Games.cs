using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A camera on a spline that it goes along at even speed, by a table of lengths.</summary>
public static partial class CameraPath
{
    public readonly record struct Point(double X, double Y, double Z)
    {
        public static readonly Point Up = new(0, 1, 0);
        public double Length { get => Math.Sqrt(this | this); }
        public Point Direction => 1 / Length * this;
        public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
        public static Point operator -(Point a, Point b) => a + -1 * b;
        public static Point operator *(double s, Point a) => new(s * a.X, s * a.Y, s * a.Z);
        public static double operator |(Point a, Point b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;
        public static Point operator ^(Point a, Point b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
        public static implicit operator Point((double X, double Y, double Z) p) => new(p.X, p.Y, p.Z);
    }

    private static Point At(ReadOnlySpan<Point> knots, double t)
    {
        int segment = Math.Clamp((int)t, 0, knots.Length - 4);
        double u = t - segment;
        return knots.Slice(segment, 4) is [var a, var b, var c, var d]
            ? 0.5 * (2 * b + u * (c - a) + u * u * (2 * a - 5 * b + 4 * c - d) + u * u * u * (3 * (b - c) + d - a))
            : throw new ArgumentException("Too few knots.", nameof(knots));
    }

    [Differentiable]
    public static double View([Length(5, 6)] Point[] knots, [Range(0.3, 0.6)] double fraction, Point target)
    {
        const int pieces = 8;
        double end = knots.Length - 3;
        Span<double> lengths = stackalloc double[pieces + 1];
        Point last = At(knots, 0);
        for (int i = 1; i < lengths.Length; i++)
        {
            Point next = At(knots, end * i / pieces);
            lengths[i] = lengths[i - 1] + (next - last).Length;
            last = next;
        }
        double wanted = fraction * lengths[^1];
        int low = 0, high = pieces;
        while (high - low > 1)
        {
            int middle = (low + high) >>> 1;
            (low, high) = lengths[middle] <= wanted ? (middle, high) : (low, middle);
        }
        double t = end / pieces * (low + (wanted - lengths[low]) / (lengths[high] - lengths[low]));
        Point eye = At(knots, t), forward = (target + (5, 1, 2) - eye).Direction, right = (forward ^ Point.Up).Direction;
        return (right | last) + 2 * ((right ^ forward) | knots[0]) + eye.Z;
    }
}

/// <summary>Soft bodies held together by constraints of several kinds, which are objects, and told apart by patterns.</summary>
public static partial class SoftBody
{
    public abstract record Constraint
    {
        public sealed record Distance(int A, int B, double Rest, double Stiffness = 0.5) : Constraint;
        public sealed record Pin(int A, double X, double Y) : Constraint;
        public sealed record Floor(double Height) : Constraint;
        public sealed record Angle(int A, int B, int C) : Constraint;
    }

    private static readonly IReadOnlyList<Constraint> s_constraints =
    [
        new Constraint.Pin(0, 0.1, 1.2),
        new Constraint.Distance(0, 1, 0.4),
        new Constraint.Distance(1, 2, 0.5, Stiffness: 0.3),
        new Constraint.Angle(0, 1, 2),
        new Constraint.Floor(-0.2),
    ];

    [Differentiable]
    public static double Settle([Length(3)] (double X, double Y)[] nodes, [Range(0.3, 0.6)] double gravity, [Values(2, 3)] int steps)
    {
        var now = nodes.ToArray();
        var before = ((double X, double Y)[])now.Clone();
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < now.Length; i++)
            {
                var ((x, y), (oldX, oldY)) = (now[i], before[i]);
                before[i] = now[i];
                now[i] = (x + 0.98 * (x - oldX), y + 0.98 * (y - oldY) - 0.1 * gravity);
            }
            foreach (Constraint constraint in s_constraints)
                Apply(constraint, now);
        }
        return now.Select((p, i) => (i + 1) * p.X * p.Y).Sum() + now[^1].Y;
    }

    private static void Apply(Constraint constraint, Span<(double X, double Y)> nodes)
    {
        switch (constraint)
        {
            case Constraint.Pin { A: var a } pin:
                nodes[a] = (0.5 * (nodes[a].X + pin.X), 0.5 * (nodes[a].Y + pin.Y));
                break;
            case Constraint.Distance(var a, var b, var rest, var stiffness):
                double dx = nodes[b].X - nodes[a].X, dy = nodes[b].Y - nodes[a].Y, length = Math.Sqrt(dx * dx + dy * dy);
                double shift = stiffness * 0.5 * (length - rest) / length;
                nodes[a].X += shift * dx;
                nodes[a].Y += shift * dy;
                nodes[b].X -= shift * dx;
                nodes[b].Y -= shift * dy;
                break;
            case Constraint.Angle angle:
                ref var middle = ref nodes[angle.B];
                middle.X = 0.9 * middle.X + 0.05 * (nodes[angle.A].X + nodes[angle.C].X);
                middle.Y = 0.9 * middle.Y + 0.05 * (nodes[angle.A].Y + nodes[angle.C].Y);
                break;
            case Constraint.Floor floor:
                foreach (ref var p in nodes)
                    if (p.Y < floor.Height)
                        p.Y = floor.Height;
                break;
            default:
                throw new NotSupportedException(constraint.ToString());
        }
    }
}
