using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Slices and ranges: other names of the same storage.</summary>
public static partial class Slices
{
    [Differentiable]
    public static double HalfByHalf([Length(6, 2)] ReadOnlySpan<double> a)
    {
        int half = a.Length / 2;
        ReadOnlySpan<double> left = a[..half], right = a[half..];
        double sum = 0;
        for (int i = 0; i < half; i++)
            sum += left[i] * right[i];
        return sum;
    }

    [Differentiable]
    public static double OverlappingReads([Length(5)] ReadOnlySpan<double> a)
    {
        ReadOnlySpan<double> head = a.Slice(0, a.Length - 1), tail = a.Slice(1);
        double sum = 0;
        for (int i = 0; i < head.Length; i++)
            sum += head[i] * tail[i] * tail[i];
        return sum;
    }

    [Differentiable]
    public static double OverlappingWrites([Length(5)] Span<double> a)
    {
        Span<double> head = a[..^1], tail = a[1..];
        for (int i = 0; i < head.Length; i++)
        {
            tail[i] *= head[i];
            head[i] += tail[i] * tail[i];
        }
        double sum = 0;
        foreach (double v in a)
            sum += v;
        return sum;
    }

    [Differentiable]
    public static double WriteThroughAnAlias([Length(4)] Span<double> a, double x)
    {
        Span<double> view = a.Slice(1, 2);
        double before = a[1] * x;
        view[0] = view[1] * x;
        a[2] = view[0] * a[1];
        return before + view[1] * a[0];
    }

    [Differentiable]
    public static double SliceOfASlice([Length(6)] ReadOnlySpan<double> a)
    {
        ReadOnlySpan<double> inner = a[1..^1][1..^1];
        return inner[0] * inner[^1] * a[0];
    }

    [Differentiable]
    public static double RowsOfAFlatMatrix([LengthFrom("rows", "columns")] ReadOnlySpan<double> m, [Values(3, 0)] int rows, [Values(2)] int columns)
    {
        double y = 1;
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<double> row = m.Slice(i * columns, columns);
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
                sum += row[j] * row[j];
            y *= sum;
        }
        return y;
    }

    [Differentiable]
    public static double ShrinkingSpan([Length(4, 0, 1)] ReadOnlySpan<double> a)
    {
        double y = 1;
        while (!a.IsEmpty)
        {
            y = y * a[0] + 1;
            a = a[1..];
        }
        return y;
    }

    [Differentiable]
    public static double SpanOfAnArray([Length(4)] double[] a, double x)
    {
        Span<double> view = a.AsSpan(1, 2);
        view[0] += x * a[0];
        Span<double> all = a;
        all[3] = view[0] * view[1];
        return a[1] * a[3];
    }

    [Differentiable]
    public static double ArrayRangeCopies([Length(5)] double[] a, double x)
    {
        double[] middle = a[1..^1];
        middle[0] = x * middle[1];
        return middle[0] * a[1] + a[2] * middle[2];
    }

    [Differentiable]
    public static double SlidingWindow([Length(5, 2)] Span<double> a)
    {
        for (int i = 0; i + 1 < a.Length; i++)
        {
            Span<double> window = a.Slice(i, 2);
            double t = window[0] * window[1];
            window[0] = t;
            window[1] += t;
        }
        return a[0] * a[^1];
    }

    [Differentiable]
    public static double SliceChosenByBranch([Length(4)] Span<double> a, [Values(0, 1)] bool left)
    {
        Span<double> part = left ? a[..2] : a[2..];
        part[0] *= part[1];
        return a[0] * a[2] + part[0];
    }

    [Differentiable]
    public static double EmptySlices([Length(3, 0)] ReadOnlySpan<double> a, double x)
    {
        ReadOnlySpan<double> nothing = a[a.Length..];
        double sum = x;
        foreach (double v in nothing)
            sum += v;
        for (int i = 0; i < a[..0].Length; i++)
            sum *= a[i];
        return sum * x;
    }

    [Differentiable]
    public static double FromTheEnd([Length(4)] Span<double> a)
    {
        a[^1] = a[^2] * a[^3];
        a[^4] += a[^1] * a[^1];
        return a[0];
    }

    [Differentiable]
    public static double ScratchCutInTwo(double x, double y)
    {
        Span<double> scratch = stackalloc double[4];
        Span<double> p = scratch[..2], q = scratch[2..];
        p[0] = x;
        p[1] = y * x;
        q[0] = p[0] * p[1];
        q[1] = q[0] + scratch[1];
        return scratch[2] * scratch[3];
    }
}
