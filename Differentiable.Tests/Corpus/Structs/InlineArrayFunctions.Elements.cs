using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Elements of inline arrays, by indices, spans and references.</summary>
public static partial class InlineArrayFunctions
{
    /// <summary>Variable indices, in a loop whose length shows only as it runs.</summary>
    [Differentiable]
    public static double Ring([Length(5)] ReadOnlySpan<double> x, double decay)
    {
        Four last = default;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            last[i % 4] = last[(i + 1) % 4] * decay + x[i];
            sum += last[i % 4] * last[(i + 3) % 4];
        }
        return sum;
    }

    /// <summary>A new one in each round, and one that is carried along.</summary>
    [Differentiable]
    public static double Rounds(Four start, [Values(0, 1, 3)] int n)
    {
        Four state = start;
        for (int k = 0; k < n; k++)
        {
            Four next = default;
            for (int i = 0; i < 4; i++)
                next[i] = Math.Sin(state[i]) + state[(i + 1) % 4] * state[i];
            state = next;
        }
        return state[0] * state[1] + state[2] - state[3];
    }

    /// <summary>Spans over one see what is assigned to it.</summary>
    [Differentiable]
    [Allocates("methods that return inline arrays hand them to generated callers as arrays")]
    public static double Spans(Four b, double x)
    {
        Four c = b;
        Span<double> all = c;
        ReadOnlySpan<double> middle = c[1..3];
        all[1] *= x;
        double before = middle[0] * middle[1];
        c = Scaled(x, b);
        return before + middle[0] * all[0] + Total(c) + Total(c[^2..]) * all.Length;
    }

    [Differentiable]
    public static double Total([Length(3)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
            sum += value * value;
        return sum;
    }

    /// <summary>What the loop writes to the variable, it reads in later rounds.</summary>
    [Differentiable]
    public static double WrittenWhileRead(Four b)
    {
        double sum = 0;
        int i = 0;
        foreach (double value in b)
        {
            sum += value * value;
            if (i < 3)
                b[i + 1] *= value;
            i++;
        }
        return sum + b[3];
    }

    [Differentiable]
    public static double ByReference(Four b, double x)
    {
        foreach (ref double value in b)
            value *= x;
        ref double second = ref b[1];
        second += b[0] * x;
        ref Four same = ref b;
        same[2] = second * x;
        return b[1] * b[2] + b[3];
    }

    /// <summary>One or the other; the choice is a copy.</summary>
    [Differentiable]
    public static double Chosen(Four a, Four b, [Values(0, 1)] int k)
    {
        Four c = k == 0 ? a : b;
        c[0] *= c[1];
        Four d = k switch { 0 => c, _ => a };
        d[3] += c[0];
        return a[0] + b[0] * c[0] + d[3] * d[1];
    }
}
