using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A transform in place that calls itself on the first half.</summary>
public static partial class Wavelets
{
    [Differentiable]
    public static double Sparsity([Length(8)] double[] signal, double a, double b)
    {
        Span<double> work = stackalloc double[8];
        signal.AsSpan().CopyTo(work);
        Transform(work, low: in a, high: in b);
        double sum = 0;
        for (int i = 1; i < work.Length; i++)
            sum += Math.Sqrt(work[i] * work[i] + 1e-2);
        return sum + work[0];
    }

    [Differentiable]
    private static void Transform(Span<double> s, in double low, in double high)
    {
        if (s.Length < 2)
            return;
        int half = s.Length / 2;
        double[] t = new double[s.Length];
        for (int i = 0; i < half; i++)
        {
            t[i] = low * s[2 * i] + high * s[2 * i + 1];
            t[half + i] = high * s[2 * i] - low * s[2 * i + 1];
        }
        t.CopyTo(s);
        Transform(s[..half], low, high);
    }
}

/// <summary>A sum over what a call wrote, in a value that reads an element of it as well: behind the reverse half of the call that element is another.</summary>
public static partial class InPlaceCalls
{
    [Differentiable]
    private static void Step([Length(4)] Span<double> s, double rate)
    {
        for (int i = 1; i < s.Length; i++)
            s[i] = s[i] * s[i - 1] + rate * Math.Sin(s[i]);
    }

    [Differentiable]
    public static double LastAndSum([Length(5)] double[] x, double rate)
    {
        double[] s = [.. x];
        Step(s, rate);
        double sum = 0;
        for (int i = 0; i < s.Length; i++)
            sum += s[i] * s[i];
        return sum * s[^1] + s[0];
    }

    [Differentiable]
    public static double Inner([Length(5)] double[] x, double rate)
    {
        double total = 0;
        for (int k = 0; k < 3; k++)
        {
            double[] s = [.. x];
            s[0] += k;
            Step(s, rate);
            double sum = 0;
            for (int i = 0; i < s.Length; i++)
                sum += Math.Cosh(s[i]);
            total += Math.Log(sum + s[2]) * s[1];
        }
        return total;
    }

    [Differentiable]
    public static (double Sum, double First) Both([Length(5)] double[] x, double rate)
    {
        double[] s = [.. x];
        Step(s, rate);
        double sum = 0;
        foreach (double v in s) sum += v * v;
        return (sum + s[1], s[2] * sum);
    }

    [Differentiable]
    public static double Written([Length(5)] Span<double> s, double rate)
    {
        Step(s, rate);
        double sum = 0;
        foreach (double v in s) sum += v * v * v;
        return sum - s[2];
    }
}
