using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Spans of arguments; what is taken and given back.</summary>
public static partial class Collecting
{
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
