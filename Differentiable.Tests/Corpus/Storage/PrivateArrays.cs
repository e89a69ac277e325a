using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays made before a loop that each round uses anew, and their nearest neighbours that it does not.</summary>
public static partial class PrivateArrays
{
    /// <summary>The log-likelihood of points under a mixture: a score for each component, then their log-sum-exp.</summary>
    [Differentiable]
    public static double Mixture(
        [Length(3)] ReadOnlySpan<double> weights, [Length(3)] ReadOnlySpan<double> means, [NonDifferentiable, Length(5)] ReadOnlySpan<double> points)
    {
        double[] scores = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < points.Length; i++)
        {
            for (int k = 0; k < weights.Length; k++)
            {
                double r = points[i] - means[k];
                scores[k] = weights[k] - 0.5 * r * r;
            }
            double largest = scores[0];
            for (int k = 1; k < weights.Length; k++)
                largest = Math.Max(largest, scores[k]);
            double total = 0;
            for (int k = 0; k < weights.Length; k++)
                total += Math.Exp(scores[k] - largest);
            sum += largest + Math.Log(total);
        }
        return sum;
    }

    [Differentiable]
    public static double OverwrittenWithinTheRound([Length(4)] ReadOnlySpan<double> a, [Values(3)] int rounds, double x)
    {
        double[] u = new double[a.Length];
        double sum = 0;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 0; i < u.Length; i++)
                u[i] = a[i] * x + r;
            for (int i = 1; i < u.Length; i++)
                u[i] = u[i] * u[i - 1];
            sum += u[^1] * u[0];
        }
        return sum;
    }

    /// <summary>The first element survives from round to round.</summary>
    [Differentiable]
    public static double NotFilledAtTheStart([Length(4)] ReadOnlySpan<double> a, [Values(3)] int rounds, double x)
    {
        double[] u = new double[a.Length];
        u[0] = x;
        double sum = 0;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 1; i < u.Length; i++)
                u[i] = a[i] * u[0];
            u[0] = u[^1] + u[1] * x;
            sum += u[0] * u[2];
        }
        return sum;
    }

    [Differentiable]
    public static double ReadBehindTheLoop([Length(4)] ReadOnlySpan<double> a, [Values(3, 0)] int rounds, double x)
    {
        double[] u = new double[a.Length];
        double sum = 0;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 0; i < u.Length; i++)
                u[i] = Math.Sin(a[i] * x + r);
            sum += u[1] * u[2];
        }
        return sum * (1 + u[3] * x);
    }

    [Differentiable]
    public static double FilledOnOneBranch([Length(4)] ReadOnlySpan<double> a, [Values(4)] int rounds, double x)
    {
        double[] u = new double[a.Length];
        double sum = 0;
        for (int r = 0; r < rounds; r++)
        {
            if (r % 2 == 0)
            {
                for (int i = 0; i < u.Length; i++)
                    u[i] = a[i] * x * r;
            }
            for (int i = 0; i < u.Length; i++)
                sum += u[i] * u[i] * x;
        }
        return sum;
    }

    [Differentiable]
    public static double PartOfEachRound([Length(4)] ReadOnlySpan<double> a, [Values(4)] int rounds, double x)
    {
        double[] u = new double[a.Length];
        double sum = 0;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 0; i < r; i++)
                u[i] = a[i] * x + i;
            for (int i = 0; i < u.Length; i++)
                sum += u[i] * u[i] * a[r];
        }
        return sum;
    }

    [Differentiable]
    public static double PrivateInTwoLoops([Length(4)] ReadOnlySpan<double> a, [Values(2)] int outer, [Values(3)] int inner, double x)
    {
        double[] u = new double[a.Length];
        double sum = 0;
        for (int p = 0; p < outer; p++)
        {
            for (int q = 0; q < inner; q++)
            {
                for (int i = 0; i < a.Length; i++)
                    u[i] = a[i] * x + p - q;
                for (int i = 0; i < a.Length; i++)
                    sum += Math.Tanh(u[i]) * u[i];
            }
        }
        return sum;
    }
}
