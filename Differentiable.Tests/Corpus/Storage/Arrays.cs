using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>One-dimensional arrays and spans: reading, making, filling.</summary>
public static partial class Arrays
{
    [Differentiable]
    public static double Dot([Length(4, 0, 1)] double[] a, [LengthFrom("a")] double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    [Differentiable]
    public static double FirstAndLast([Length(3, 1)] ReadOnlySpan<double> a) => a[0] * a[^1] + a[0];

    [Differentiable]
    public static double ForEachOverASpan([Length(4, 0, 1)] Span<double> a)
    {
        double y = 1;
        foreach (double v in a)
            y = y * 0.5 + v * v;
        return y;
    }

    [Differentiable]
    public static double ForEachOverAnArray([Length(4, 0, 1)] double[] a)
    {
        double y = 1;
        foreach (var v in a)
        {
            if (v > 1)
                continue;
            y *= v;
        }
        return y;
    }

    [Differentiable]
    public static double LocalArray(double x, [Values(4, 1)] int n)
    {
        double[] powers = new double[n];
        powers[0] = x;
        for (int i = 1; i < n; i++)
            powers[i] = powers[i - 1] * x;
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += powers[i] / (i + 1);
        return sum;
    }

    [Differentiable]
    public static double ArrayLiterals(double x, double y)
    {
        double[] a = [x, y, x * y];
        double[] b = { 1, x, 2 };
        double[] c = new double[] { y, y };
        return a[0] * b[1] + a[2] * c[0] + a[1] * b[2];
    }

    [Differentiable]
    public static double StackAlloc(double x, [Values(4, 1)] int n)
    {
        Span<double> t = stackalloc double[n];
        t[0] = x;
        for (int i = 1; i < t.Length; i++)
            t[i] = Math.Sin(t[i - 1]) + x;
        return t[^1] * t[0];
    }

    [Differentiable]
    public static double StackAllocOfConstantSize(double x, double y)
    {
        Span<double> t = stackalloc double[3];
        t[0] = x;
        t[1] = t[0] * y;
        t[2] = t[1] * t[0];
        return t[0] + t[1] * t[2];
    }

    [Differentiable]
    public static double UntouchedElementsAreZero(double x)
    {
        double[] t = new double[3];
        t[1] = x;
        return (t[0] + 1) * t[1] * (t[2] + x);
    }

    [Differentiable]
    public static double CopyByToArray([Length(4, 0)] ReadOnlySpan<double> a)
    {
        double[] copy = a.ToArray();
        for (int i = 1; i < copy.Length; i++)
            copy[i] *= copy[i - 1];
        double sum = 0;
        for (int i = 0; i < copy.Length; i++)
            sum += copy[i] * a[i];
        return sum;
    }

    [Differentiable]
    public static double IndirectIndices([Length(4)] ReadOnlySpan<double> a, [NonDifferentiable, Elements(2, 0, 2, 3, 0)] ReadOnlySpan<int> order)
    {
        double y = 1;
        for (int i = 0; i < order.Length; i++)
            y = y * a[order[i]] + i;
        return y;
    }

    [Differentiable]
    public static double Scatter([Length(5)] ReadOnlySpan<double> a, [NonDifferentiable, Elements(1, 0, 1, 1, 0)] int[] bins)
    {
        Span<double> sums = stackalloc double[2];
        for (int i = 0; i < bins.Length; i++)
            sums[bins[i]] += a[i] * a[i];
        return sums[0] * sums[1];
    }

    [Differentiable]
    public static double IndexWithSideEffects(double x)
    {
        double[] a = new double[4];
        int i = 0;
        a[i++] = x;
        a[i++] = a[0] * x;
        a[++i] = a[i - 2] + x;
        a[i--] *= 2;
        a[i] += a[3];
        return a[0] + a[1] * a[2] + a[3] * i;
    }

    [Differentiable]
    public static double CompoundOnAnElementWithMovingIndex([Length(4)] ReadOnlySpan<double> a)
    {
        double[] t = a.ToArray();
        int i = 0;
        while (i < t.Length - 1)
            t[i++] *= t[i] + a[i];
        return t[0] * t[1] + t[2];
    }

    [Differentiable]
    public static double IntegerScratch([Length(5, 0)] ReadOnlySpan<double> a)
    {
        int[] counts = new int[3];
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            counts[i % 3]++;
            sum += counts[i % 3] * a[i] * a[i];
        }
        return sum;
    }

    [Differentiable]
    public static double ArrayMadeInALoop(double x, [Values(3, 0)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            double[] t = new double[2];
            t[0] = y * x;
            t[1] = Math.Sin(t[0]);
            y = t[0] * t[1] + t[1];
        }
        return y;
    }

    [Differentiable]
    public static double ArrayVariableReassigned([Length(3)] double[] a, [Length(3)] double[] b)
    {
        double[] current = a;
        double y = current[0] * current[1];
        current = b;
        y *= current[0];
        current = a;
        return y + current[2] * b[1];
    }

    [Differentiable]
    public static double FilledAndCleared([Length(3)] ReadOnlySpan<double> a, double x)
    {
        Span<double> t = stackalloc double[3];
        t.Fill(x);
        double y = t[0] * t[1] * a[0];
        t.Clear();
        y += t[2] * a[1];
        a.CopyTo(t);
        return y + t[0] * t[2] * x;
    }

    [Differentiable]
    public static double LengthsAsNumbers([Length(4, 1)] ReadOnlySpan<double> a)
    {
        double mean = 0;
        foreach (double v in a)
            mean += v / a.Length;
        return mean * mean;
    }

    [Differentiable]
    public static double Convolution([Length(6, 3)] ReadOnlySpan<double> signal, [Length(3, 1)] ReadOnlySpan<double> kernel)
    {
        double energy = 0;
        for (int i = 0; i + kernel.Length <= signal.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < kernel.Length; j++)
                sum += signal[i + j] * kernel[kernel.Length - 1 - j];
            energy += sum * sum;
        }
        return energy;
    }

    [Differentiable]
    public static double RunningMaximum([Elements(0.3, 0.9, 0.5, 1.4, 1.1)] ReadOnlySpan<double> a)
    {
        double max = double.NegativeInfinity, sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > max)
                max = a[i];
            sum += max * max;
        }
        return sum;
    }
}
