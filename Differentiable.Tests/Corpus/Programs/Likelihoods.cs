using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What statisticians of markets and of lives fit: variances that cluster, survival with censoring, losses of tranches, and quantiles.</summary>
public static partial class Likelihoods
{
    public enum Tails { Normal, Student }

    /// <summary>Glosten, Jagannathan and Runkle 1993, with tails of either kind.</summary>
    [Differentiable]
    public static double Clustered(double omega, [Range(0.1, 0.2)] double alpha, [Range(0.5, 0.6)] double beta,
        [Range(0.05, 0.1)] double gamma, [Range(4, 6)] double freedom,
        [NonDifferentiable, Elements(1, -2, 1.5, -3, 0.5, 2)] double[] returns, [Values(0, 1)] Tails tails)
    {
        if (omega <= 0 || alpha is < 0 or >= 1 || beta < 0)
            return double.NegativeInfinity;
        double h = omega / (1 - alpha - beta - gamma / 2), likelihood = 0, last = 0;
        for (var (t, first) = (0, true); t < returns.Length; t++, first = false)
        {
            if (!first)
                h = omega + (alpha + (last < 0 ? gamma : 0)) * last * last + beta * h;
            double e = last = returns[t];
            likelihood += tails switch
            {
                Tails.Normal => -0.5 * (Math.Log(2 * Math.PI * h) + e * e / h),
                Tails.Student => LogGamma((freedom + 1) / 2) - LogGamma(freedom / 2) - 0.5 * Math.Log(Math.PI * (freedom - 2) * h)
                    - (freedom + 1) / 2 * double.LogP1(e * e / (h * (freedom - 2))),
                _ => double.NaN,
            };
        }
        return likelihood;
    }

    private static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    private static double LogGamma(double x)
    {
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        x -= 1;
        double a = s_lanczos[0], t = x + 7.5;
        for (int i = 1; i < s_lanczos.Length; i++)
            a += s_lanczos[i] / (x + i);
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(a);
    }

    public readonly record struct Life(double Time, bool HasEnded, double Dose, double Age);

    private static readonly Life[] s_lives = [new(1.2, true, 1, 0.3), new(0.7, false, 0, 1.3), new(2.2, true, 1, -0.3), new(1.2, true, 0, 0.1)];

    /// <summary>Weibull's distribution, in pairs that a sequence makes.</summary>
    [Differentiable, Allocates("a sequence")]
    public static double Weibull([Length(2), Range(-0.5, 0.5)] double[] beta, [Range(-0.3, 0.3)] double logarithmOfShape)
    {
        double shape = Math.Exp(logarithmOfShape);
        return s_lives.Select(life => (life, eta: life.Dose * beta[0] + life.Age * beta[1])).Sum(p =>
            (p.life.HasEnded ? Math.Log(shape) + (shape - 1) * Math.Log(p.life.Time) + p.eta : 0) - Math.Pow(p.life.Time, shape) * Math.Exp(p.eta));
    }

    /// <summary>Cox's partial likelihood, with Efron's rule for those who die at once.</summary>
    [Differentiable, Allocates("the order")]
    public static double Partial([Length(2), Range(-0.5, 0.5)] double[] beta)
    {
        var sorted = s_lives.OrderByDescending(life => life.Time).ToArray();
        double risk = 0, likelihood = 0;
        for (int i = 0; i < sorted.Length;)
        {
            int j = i, deaths = 0;
            double sum = 0, tied = 0;
            for (; j < sorted.Length && sorted[j].Time == sorted[i].Time; j++)
            {
                double eta = sorted[j].Dose * beta[0] + sorted[j].Age * beta[1], weight = Math.Exp(eta);
                risk += weight;
                if (sorted[j].HasEnded)
                {
                    sum += eta;
                    deaths++;
                    tied += weight;
                }
            }
            for (int k = 0; k < deaths; k++)
                likelihood -= Math.Log(risk - (double)k / deaths * tied);
            likelihood += sum;
            i = j;
        }
        return likelihood;
    }

    private static double Below(double x) => 1 / (1 + Math.Exp(-1.702 * x));

    /// <summary>Newton's method with steps that are limited.</summary>
    private static double Quantile(double p)
    {
        double x = 0;
        for (int i = 0; i < 60; i++)
        {
            double below = Below(x), step = (below - p) / (1.702 * below * (1 - below));
            x -= Math.Clamp(step, -1, 1);
            if (i > 4 && Math.Abs(step) < 1e-12)
                break;
        }
        return x;
    }

    /// <summary>A distribution of losses that is built up in place, in each state of a common factor.</summary>
    [Differentiable]
    public static double Tranche([Length(3), Range(0.1, 0.2)] double[] defaults, [Length(3)] double[] losses, [Range(0.2, 0.4)] double correlation,
        [Range(0.1, 0.2)] double attachment, [Range(1.3, 1.4)] double detachment)
    {
        ReadOnlySpan<double> nodes = [-1.7, 0, 1.7], weights = [1 / 6.0, 4 / 6.0, 1 / 6.0];
        double expected = 0;
        Span<double> p = stackalloc double[defaults.Length + 1];
        for (int q = 0; q < nodes.Length; q++)
        {
            p.Clear();
            p[0] = 1;
            double average = 0;
            for (int i = 0; i < defaults.Length; i++)
            {
                double c = Below((Quantile(defaults[i]) - Math.Sqrt(correlation) * nodes[q]) / Math.Sqrt(1 - correlation));
                average += losses[i] / defaults.Length;
                for (int k = i + 1; k > 0; k--)
                    p[k] = p[k] * (1 - c) + p[k - 1] * c;
                p[0] *= 1 - c;
            }
            for (int k = 0; k <= defaults.Length; k++)
                expected += weights[q] * p[k] * (Math.Min(k * average, detachment) - Math.Min(k * average, attachment));
        }
        return expected / (detachment - attachment);
    }

    /// <summary>A quantile between two outcomes, and the mean of what is worse, by keys that are sorted along with places.</summary>
    [Differentiable, Allocates("the order")]
    public static (double Quantile, double Shortfall) Risk([Length(2)] double[] weights, [Range(0.3, 0.4)] double level)
    {
        double[,] outcomes = { { 0.1, -0.2 }, { -0.3, 0.1 }, { 0.2, 0.3 }, { -0.5, 0.25 }, { 0.05, -0.15 } };
        int n = outcomes.GetLength(0);
        double[] gains = new double[n];
        int[] places = new int[n];
        for (int i = 0; i < n; i++)
        {
            places[i] = i;
            for (int j = 0; j < weights.Length; j++)
                gains[i] += weights[j] * outcomes[i, j];
        }
        double[] keys = (double[])gains.Clone();
        Array.Sort(keys, places);
        double position = level * (n - 1), sum = 0;
        int k = (int)position;
        double f = position - k;
        for (int i = 0; i <= k; i++)
            sum += gains[places[i]];
        return (-(keys[k] * (1 - f) + keys[k + 1] * f), -sum / (k + 1));
    }
}
