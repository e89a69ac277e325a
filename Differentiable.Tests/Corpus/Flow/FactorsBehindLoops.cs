using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Sums that something is done to behind their loop: its derivative needs the sum, that of the loop does not.</summary>
public static partial class FactorsBehindLoops
{
    [Differentiable]
    public static double DiscountedPayoff([Length(6)] double[] normals, double spot, double rate, double volatility)
    {
        double sum = 0;
        foreach (double normal in normals)
            sum += Math.Max(spot * Math.Exp(rate - 0.5 * volatility * volatility + volatility * normal) - 0.9, 0);
        return Math.Exp(-rate) * sum / normals.Length;
    }

    [Differentiable]
    public static double TwoSums([Length(4)] double[] a, double w)
    {
        double first = 0, second = 0;
        for (int i = 0; i < a.Length; i++)
            first += a[i] * a[i] * w;
        for (int i = 0; i < a.Length; i++)
            second += Math.Exp(a[i] * w);
        return first * w + second / w;
    }

    /// <summary>The factor of one sum is the other: neither waits.</summary>
    [Differentiable]
    public static double ProductOfSums([Length(4)] double[] a, double w)
    {
        double first = 0, second = 0;
        for (int i = 0; i < a.Length; i++)
            first += a[i] * a[i] * w;
        for (int i = 0; i < a.Length; i++)
            second += Math.Exp(a[i] * w);
        return first * second;
    }

    /// <summary>What waits is needed by the reverse of what stands in front of the loop.</summary>
    [Differentiable]
    public static double FactorOfWhatIsComputedBefore([Length(4)] double[] a, double w)
    {
        double factor = w * w;
        double exp = Math.Exp(factor);
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += Math.Sin(a[i] * factor);
        double scaled = sum * exp;
        return scaled + factor * exp + w;
    }

    [Differentiable]
    public static double InEachRound([Length(3)] double[] a, [Length(4)] double[] b, double w)
    {
        double total = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double sum = 0;
            for (int k = 0; k < b.Length; k++)
                sum += Math.Sqrt(1 + a[i] * a[i] * b[k]);
            total += sum * Math.Exp(w * a[i]);
        }
        return total * w;
    }

    [Differentiable]
    public static double InRoundsWithSnapshots([Length(4)] double[] b, double y, [Values(6, 0, 1)] int n)
    {
        for (int i = 0; i < n; i++)
        {
            Checkpoint.Every(2);
            double sum = 0;
            for (int k = 0; k < b.Length; k++)
                sum += Math.Sin(b[k] * y);
            y += 0.1 * sum * Math.Cos(y);
        }
        return y * y;
    }

    [Differentiable]
    public static double FactorInABranch([Length(4)] double[] a, double w)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * a[i];
        double result = w;
        if (w > 1)
            result = sum * w;
        return result + w * sum;
    }

    [Differentiable]
    public static double IntoAnElement([Length(4)] double[] a, double w)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += Math.Exp(a[i]);
        a[0] = w * sum;
        return a[0] * a[1];
    }

    [Differentiable]
    public static double EveryPair([Length(7, 1, 2)] double[] a, double w)
    {
        double sum = 0;
        for (int i = 0; i + 1 < a.Length; i += 2)
            sum += a[i] * a[i + 1] * w;
        return sum * w;
    }

    /// <summary>What is added behind the loop is decided by its result, inside a branch.</summary>
    [Differentiable]
    public static double ComparedInABranch(double x, double y, [Values(0, 2)] int n)
    {
        double z = 0;
        for (int i = 0; i < 3; i++)
            z += x * x;
        return n == 0 ? Math.Min(z, y) * y : -0.75 * x;
    }

    /// <summary>The sum decides how often a loop runs, whose reverse reads nothing else.</summary>
    [Differentiable]
    public static double DecidingTrips([Length(3), Range(0.4, 0.5)] double[] a, double x, double y)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * a[i];
        for (int k = 1; k < 5000 * sum; k *= 100)
            y += x;
        return y + sum;
    }

    /// <summary>The same in a branch, inside rounds.</summary>
    [Differentiable]
    public static double DecidingTripsInABranch([Length(3), Range(0.4, 0.5)] double[] a, double x, double y, [Values(2, 0)] int n)
    {
        double total = 0;
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += a[i] * a[i];
            if (j > 0)
            {
                for (int k = 1; k < 5000 * sum; k *= 100)
                    y += x;
            }
            total += sum;
        }
        return y + total;
    }
}
