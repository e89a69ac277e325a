using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What is estimated of random paths: the draws are of a struct whose state is an integer.</summary>
public static partial class PathEstimators
{
    private struct Draws(ulong seed)
    {
        private ulong _state = seed;

        public double Uniform()
        {
            _state = _state * 6364136223846793005UL + 1442695040888963407UL;
            return (_state >> 11) * (1.0 / (1UL << 53));
        }

        public double Normal()
        {
            double u = 1 - Uniform(), v = Uniform();
            return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
        }

        public void Skip(int count)
        {
            for (int i = 0; i < count; i++)
                Uniform();
        }
    }

    /// <summary>A call that is lost where its path goes below a barrier.</summary>
    [Differentiable]
    public static double Barrier([Range(1.05, 1.1)] double spot, [Range(0.15, 0.25)] double volatility, [Range(0.02, 0.04)] double rate)
    {
        const int paths = 8, steps = 5;
        Draws draws = new(42);
        draws.Skip(10);
        double sum = 0;
        for (int p = 0; p < paths; p++)
        {
            double s = spot;
            bool alive = true;
            for (int t = 0; t < steps && alive; t++)
            {
                s *= Math.Exp((rate - 0.5 * volatility * volatility) / steps + volatility * Math.Sqrt(1.0 / steps) * draws.Normal());
                alive = s > 0.7;
            }
            sum += alive ? Math.Max(s - 1, 0) : 0;
        }
        return Math.Exp(-rate) * sum / paths;
    }

    /// <summary>A put that is exercised where a regression on the paths says that it pays (Longstaff and Schwartz 2001).</summary>
    [Differentiable]
    public static double Regressed([Range(0.95, 1.05)] double spot, [Range(0.2, 0.3)] double volatility)
    {
        const int n = 12;
        double[] s = new double[n], cash = new double[n];
        Draws draws = new(7);
        for (int i = 0; i < n; i++)
        {
            s[i] = spot * Math.Exp(-0.5 * volatility * volatility + volatility * draws.Normal());
            cash[i] = Math.Max(1.05 - s[i] * Math.Exp(volatility * 0.3 * draws.Normal()), 0);
        }
        double sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int i = 0; i < n; i++)
        {
            sx += s[i];
            sy += cash[i];
            sxx += s[i] * s[i];
            sxy += s[i] * cash[i];
        }
        double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx), intercept = (sy - slope * sx) / n, value = 0;
        for (int i = 0; i < n; i++)
        {
            double exercised = Math.Max(1.05 - s[i], 0);
            value += exercised > intercept + slope * s[i] ? exercised : cash[i];
        }
        return value / n;
    }
}

/// <summary>What is estimated of data that is sorted, counted or drawn from.</summary>
public static partial class RobustEstimators
{
    /// <summary>The mean of the worst outcomes, whose places are sorted by what a lambda reads there.</summary>
    [Differentiable, Allocates("places, and their sort")]
    public static double ExpectedShortfall([Length(6, 9)] double[] outcomes, [Range(0.05, 0.2)][Length(6, 9)] double[] weights, [NonDifferentiable] double level)
    {
        int[] places = [.. Enumerable.Range(0, outcomes.Length)];
        Array.Sort(places, (a, b) => outcomes[a].CompareTo(outcomes[b]));
        double sum = 0, total = 0;
        foreach (int i in places)
        {
            if (total >= 0.4 * level)
                break;
            sum += weights[i] * outcomes[i];
            total += weights[i];
        }
        return sum / total;
    }

    [Differentiable, Allocates("a comparer")]
    public static double Median([Length(5, 6)] double[] x)
    {
        double[] sorted = [.. x.Select(v => v * v)];
        Array.Sort(sorted, Comparer<double>.Create((a, b) => b.CompareTo(a)));
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : 0.5 * (sorted[sorted.Length / 2] + sorted[sorted.Length / 2 - 1]);
    }

    [Differentiable, Allocates("a sort by a function")]
    public static double BestScores([Length(6)] double[] x, [Values(2, 3)] int count)
    {
        List<(double Score, int Place)> items = [];
        for (int i = 0; i < x.Length; i++)
            items.Add((x[i] * Math.Sin(i + 1), i));
        items.Sort((p, q) => q.Score.CompareTo(p.Score));
        double sum = 0;
        for (int i = 0; i < count; i++)
            sum += items[i].Score * items[i].Score * (1 + items[i].Place);
        return sum;
    }

    /// <summary>The line through two points, drawn by a generator that starts alike in each run, that most others lie on.</summary>
    [Differentiable, Allocates("a random generator")]
    public static double Consensus([Elements(0.1, 0.4, 0.75, 1.2, 1.5, 2.1)] double[] x, [Length(6)] double[] y)
    {
        Random random = new(5);
        double best = double.MaxValue;
        for (int draw = 0; draw < 4; draw++)
        {
            int i = random.Next(x.Length), j = (i + 1 + random.Next(x.Length - 1)) % x.Length;
            double slope = (y[j] - y[i]) / (x[j] - x[i]), intercept = y[i] - slope * x[i], error = 0;
            for (int k = 0; k < x.Length; k++)
                error += k == i || k == j ? 0 : Math.Min(Math.Abs(y[k] - slope * x[k] - intercept), 0.5);
            if (error < best)
                best = error;
        }
        return best;
    }

    /// <summary>Samples weighed with how many of their bin came before, in a dictionary.</summary>
    [Differentiable, Allocates("a dictionary")]
    public static double Binned([Length(5)] double[] x)
    {
        Dictionary<int, int> counts = [];
        double sum = 0;
        foreach (double v in x)
        {
            int bin = (int)Math.Floor(v * 4);
            counts[bin] = counts.TryGetValue(bin, out int seen) ? seen + 1 : 1;
            sum += v * v * counts[bin];
        }
        switch (counts.Count)
        {
            case 1:
                sum *= 2;
                goto case 3;
            case 2:
                sum += 1;
                break;
            case 3:
                sum -= x[0];
                break;
            default:
                sum *= x[1];
                break;
        }
        return sum;
    }
}
