using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A property returns each parameter of the primary constructor that the struct keeps, so generated code can take it apart and make it.</summary>
public readonly partial struct Interval(double lo, double hi)
{
    public double Lo => lo;

    public double Hi
    {
        get { return hi; }
    }

    public double Length => hi - lo;

    [Differentiable]
    public double At(double t) => lo + t * Length;

    [Differentiable]
    public static Interval Hull(Interval a, Interval b) => new(Math.Min(a.Lo, b.Lo) * a.Length, Math.Max(a.Hi, b.Hi) * b.Length);
}

/// <summary>Such structs as parameters, results and elements.</summary>
public static partial class SeenParameters
{
    [Differentiable]
    public static double Mean(Interval interval, double weight) => (weight * interval.Lo + interval.Hi) / (1 + weight) * interval.Length;

    [Differentiable]
    public static Interval Scaled(Interval interval, double factor)
    {
        double middle = interval.At(0.5);
        return new(middle - factor * interval.Length, middle + factor * interval.Length);
    }

    [Differentiable]
    public static double Total(ReadOnlySpan<Interval> intervals, double t)
    {
        double total = 0;
        foreach (Interval interval in intervals)
            total += interval.At(t) * interval.Length;
        return total;
    }

    [Differentiable]
    public static void Move([Length(4)] Span<Interval> intervals, [Length(4)] ReadOnlySpan<double> by)
    {
        for (int i = 0; i < intervals.Length; i++)
            intervals[i] = new(intervals[i].Lo + by[i], intervals[i].Hi * by[i]);
    }
}
