using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Patterns that ask for properties with code, and for what a <c>Deconstruct</c> gives.</summary>
public static partial class ComputedPatterns
{
    public readonly struct Segment(double a, double b)
    {
        public double A { get; } = a;
        public double B { get; } = b;
        public double Length => B - A;
        public bool IsEmpty => B <= A;
        public void Deconstruct(out double middle, out double length) => (middle, length) = ((A + B) / 2, Length);
    }

    [Differentiable]
    public static double Clip([Range(0.1, 0.3)] double a, [Range(1, 2)] double b, double scale)
    {
        var s = new Segment(a, b * scale);
        double first = s switch
        {
            { IsEmpty: true } => 0,
            { Length: < 0.5 and var l } => l * l,
            { Length: > 0.5 and < 1 } => scale,
            ( > 0 and var m, var l) => m * l * l,
            _ => a,
        };
        if (s is (var middle, > 0.2 and { } length) && s is { A: > 0 and var start, Length: var again })
            first += middle * length + start * again;
        return first;
    }
}
