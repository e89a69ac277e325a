using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Inline arrays in structs, and structs in them.</summary>
public static partial class InlineArrayFunctions
{
    [Differentiable]
    public static double InField(Filter filter, double x)
    {
        filter.Taps[1] *= x;
        Filter other = filter;
        other.Taps[2] = filter.Taps[1] * other.Gain;
        other.Gain *= x;
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += filter.Taps[i] * other.Taps[3 - i];
        return sum * other.Gain + Norm(other.Taps);
    }

    [Differentiable]
    public static Filter Tuned(Filter filter, double x)
    {
        filter.Gain *= filter.Taps[2];
        filter.Taps[0] = x * filter.Gain;
        return filter;
    }

    [Differentiable]
    public static void Retuned(ref Filter filter, double x, out Filter other)
    {
        filter.Gain *= filter.Taps[2];
        filter.Taps[0] = x * filter.Gain;
        other = new Filter { Gain = x, Taps = filter.Taps };
        other.Taps[1] *= filter.Gain;
    }

    [Differentiable]
    [Allocates("methods that return inline arrays hand them to generated callers as arrays")]
    public static double CallsWithFields(Filter filter, double x)
    {
        Filter tuned = Tuned(filter, x);
        Retuned(ref tuned, x * x, out Filter other);
        return tuned.Gain * other.Taps[1] + other.Gain * InField(tuned, filter.Taps[3]);
    }

    [Differentiable]
    public static double InProperty(Sampled s)
    {
        double sum = 0;
        foreach (double value in s.Values)
            sum += value * value * s.Rate;
        return sum;
    }

    [Differentiable]
    public static Sampled Resampled(Sampled s, double x)
    {
        Four values = s.Values;
        values[2] *= x * s.Rate;
        return s with { Rate = s.Rate * x, Values = values };
    }

    /// <summary>Members of the struct itself.</summary>
    [Differentiable]
    public static double Members(Four b, double x)
    {
        double before = b.Sum();
        b.Scale(x * b[0]);
        return before * b.Sum() * b[2];
    }

    /// <summary>Elements that are structs.</summary>
    [Differentiable]
    public static double Area(Triangle t)
    {
        double twice = 0;
        for (int i = 0; i < 3; i++)
        {
            InlinePoint a = t[i], b = t[(i + 1) % 3];
            twice += a.X * b.Y - b.X * a.Y;
        }
        t[1].X *= twice;
        return 0.5 * twice + t[1].X;
    }

    [Differentiable]
    public static Triangle Moved(Triangle t, double x)
    {
        Triangle moved = t;
        for (int i = 0; i < 3; i++)
            moved[i] = new InlinePoint { X = t[i].X + x, Y = t[i].Y * t[(i + 2) % 3].X };
        return moved;
    }

    [Differentiable]
    public static double FromTuple((Four A, double B) t)
    {
        (Four A, double B) u = t;
        u.A[1] *= u.B;
        return u.A[1] * t.A[1] + t.A[0];
    }
}
