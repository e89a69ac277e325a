using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Calls of methods that write what they are given, or return storage: what their arguments were, and what is left.</summary>
public static partial class CallsThatWrite
{
    [Differentiable]
    public static double DoublesAndShifts([Values(1, 0)] int place, double x, [Length(3)] Span<double> a)
    {
        a[place] = x * a[place] * a[2];
        a[2] *= a[2];
        return a[place] + Math.Sin(x);
    }

    /// <summary>Its value does not come from what it writes.</summary>
    [Differentiable]
    public static double AddsAndPassesThrough(double x, [NonDifferentiable] double y, [Length(3)] Span<double> a, [Values(2, 0)] int depth)
    {
        if (depth > 0)
            AddsAndPassesThrough(x, y, a, depth - 1);
        a[1] += a[2] * x;
        return y;
    }

    [Differentiable]
    public static double[] Scaled(double x, [Length(3)] Span<double> a)
    {
        double y = a[1] * x;
        for (int i = 0; i < a.Length; i++)
            y = Math.Sin(y) * a[1] * y;
        a[0] *= y;
        return [y, a[0], x];
    }

    [Differentiable]
    public static double SumOfPart([Length(3)] Span<double> a) => a[0] * a[1] + a[^1];

    [Differentiable]
    public static double ElementAsArgument([Length(3)] Span<double> a) =>
        DoublesAndShifts(1, a[1], a) * DoublesAndShifts(0, Math.Max(a[2], 0.1 * a[1]), a);

    [Differentiable]
    public static double ElementDecidesInTheCallee([Length(3)] Span<double> a)
    {
        double y = DoublesAndShifts(a[0] > a[2] ? 0 : 1, a[0], a);
        return y * a[1];
    }

    [Differentiable]
    public static double ResultIsNotWhatMatters(double x, double y, [Length(3)] Span<double> a)
    {
        x = AddsAndPassesThrough(x, y, a, 1);
        return y * y;
    }

    [Differentiable, Allocates("the callee returns an array")]
    public static double ReturnedArrayIsNotUsed(double x, [Length(3)] Span<double> a)
    {
        double[] unused = Scaled(x, a);
        Scaled(x * a[0], a);
        return x * a[0];
    }

    [Differentiable, Allocates("the callee returns an array")]
    public static double ReturnedArrayBehindAReturn(double x, [Length(3)] double[] a)
    {
        a[0] += a[1] * a[0];
        if (a[0] > 100)
            return x;
        double[] scaled = Scaled(x, [a[0], a[1], x]);
        return scaled[0] * x + scaled[1];
    }

    [Differentiable, Allocates("the callee returns an array")]
    public static double HalvesThatRunTwice(double x, double y) =>
        ReturnedArrayBehindAReturn(x + y, [y * x, x, x]) * ReturnedArrayBehindAReturn(x, [y, y, x]);

    [Differentiable]
    public static double ReadsThroughWritableSpans([Length(3)] double[] a, double x)
    {
        Span<double> part = a.AsSpan(), copy = a.AsSpan().ToArray();
        ReadOnlySpan<double> view = copy;
        return SumOfPart(part) * SumOfPart(a) * part[1] * view[2] * x;
    }

    [Differentiable]
    public static double CopyIsReadThroughAView([Length(3)] double[] a, double x)
    {
        double[] copy = (double[])a.Clone();
        ReadOnlySpan<double> view = copy.AsSpan();
        return x * view[1];
    }

    [Differentiable]
    public static double CallsWhatReads([Length(3)] double[] a, double x) =>
        ReadsThroughWritableSpans(a, x) * CopyIsReadThroughAView(a, x) + CopyIsReadThroughAView(a, a[0]);
}
