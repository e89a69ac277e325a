using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What the default of a counterparty costs: paths of a rate, the swap on each of them, and its positive part weighed with probabilities.</summary>
public static partial class CreditExposure
{
    private readonly record struct Swap(double Notional, double FixedRate, int Periods)
    {
        public double ValueAt(int period, double rate, double reversion)
        {
            double annuity = 0, discount = 1;
            for (int k = period + 1; k <= Periods; k++)
            {
                double tenor = k - period;
                double loading = (1 - Math.Exp(-reversion * tenor)) / reversion;
                discount = Math.Exp(-rate * loading);
                annuity += discount;
            }
            return Notional * (1 - discount - FixedRate * annuity);
        }
    }

    private static readonly Swap[] s_book = [new(1, 0.03, 6), new(-0.4, 0.02, 4), new(0.7, 0.04, 5) { Notional = 0.5 }];

    [Differentiable, Allocates("a matrix")]
    public static double Cva([Range(0.02, 0.05)] double rate, [Range(0.2, 0.5)] double reversion, [Range(0.01, 0.02)] double volatility, [Elements(0.01, 0.02, 0.015)] double[] hazards, [Values(4, 5)] int paths)
    {
        const double recovery = 0.4;
        double[,] exposures = Exposures(rate, reversion, volatility, paths, periods: 6);
        double cva = 0, survival = 1;
        for (int t = 1; t < exposures.GetLength(1); t++)
        {
            double expected = 0;
            for (int p = 0; p < paths; p++)
                expected += exposures[p, t] / paths;
            double next = survival * Math.Exp(-hazards[Math.Min(t / 2, hazards.Length - 1)]);
            cva += (1 - recovery) * expected * (survival - next);
            survival = next;
        }
        return cva;
    }

    private static double[,] Exposures(double rate, double reversion, double volatility, int paths, int periods)
    {
        var exposures = new double[paths, periods];
        double deviation = volatility * Math.Sqrt((1 - Math.Exp(-2 * reversion)) / (2 * reversion));
        for (int p = 0; p < paths; p++)
        {
            double r = rate, account = 1;
            for (int t = 0; t < periods; t++)
            {
                double value = 0;
                foreach (var swap in s_book)
                    if (t < swap.Periods)
                        value += swap.ValueAt(t, r, reversion);
                exposures[p, t] = value > 0 ? value / account : 0;
                account *= 1 + r;
                r = rate + (r - rate) * Math.Exp(-reversion) + deviation * Math.Sin(17.0 * p + 5.3 * t);
            }
        }
        return exposures;
    }
}

/// <summary>Swaptions in a curve of forwards, and the rate at which a bond is worth as much less: a root whose derivative is a rule of its own.</summary>
public static partial class CallableBond
{
    private static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    private static double Probability(double z)
    {
        double t = 1 / (1 + 0.2316419 * Math.Abs(z));
        double tail = Density(z) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }

    private static double Black(double forward, double strike, double deviation)
    {
        double d = Math.Log(forward / strike) / deviation + deviation / 2;
        return forward * Probability(d) - strike * Probability(d - deviation);
    }

    /// <summary>At which rate does a bond cost that much?</summary>
    [CustomGradient(nameof(YieldPullback)), CustomGradient(nameof(YieldTangent))]
    private static double Yield(double price, double coupon, int periods)
    {
        (double low, double high) = (-1, 4);
        for (int i = 0; i < 80; i++)
        {
            double middle = (low + high) / 2;
            if (Bond(middle, coupon, periods).Price > price)
                low = middle;
            else
                high = middle;
        }
        return low;
    }

    private static (double Price, double Annuity, double Slope) Bond(double rate, double coupon, int periods)
    {
        double annuity = 0, slope = 0;
        for (int t = 1; t <= periods; t++)
        {
            double discount = Math.Exp(-rate * t);
            annuity += discount;
            slope -= t * (t == periods ? 1 + coupon : coupon) * discount;
        }
        return (coupon * annuity + Math.Exp(-rate * periods), annuity, slope);
    }

    private static (double price, double coupon) YieldPullback(double coupon, int periods, double dresult, double result)
    {
        var (_, annuity, slope) = Bond(result, coupon, periods);
        return (dresult / slope, -dresult * annuity / slope);
    }

    [Differentiable]
    private static (double value, double valueDot) YieldTangent(double price, double coupon, int periods, double priceDot, double couponDot)
    {
        double rate = Yield(price, coupon, periods);
        var (_, annuity, slope) = Bond(rate, coupon, periods);
        return (rate, (priceDot - annuity * couponDot) / slope);
    }

    [Differentiable]
    public static double Cost([Range(0.02, 0.05)][Length(5, 6)] double[] forwards, [Range(0.02, 0.04)] double strike, [Range(0.2, 0.4)] double volatility, [Range(0.5, 2)] double expiry)
    {
        List<double> discounts = [];
        double discount = 1;
        foreach (var f in forwards)
            discounts.Add(discount /= 1 + f);
        double annuity = discounts.Skip(1).Sum();
        double swapRate = (discounts.First() - discounts[^1]) / annuity;
        double price = Black(swapRate, strike, volatility * Math.Sqrt(expiry));
        double rate = Yield(1 - price, strike, forwards.Length);
        return rate * annuity + price;
    }
}

/// <summary>A put that may be exercised early, by implicit steps on a grid: each is relaxed until it holds still, and never below what exercise gives.</summary>
public static partial class ProjectedRelaxation
{
    [Differentiable]
    public static double Put([Range(0.95, 1.05)] double spot, [Range(0.02, 0.04)] double rate, [Range(0.25, 0.35)] double volatility, [Values(3, 4)] int steps)
    {
        const int n = 9;
        const double width = 0.2;
        double[] payoff = [.. Enumerable.Range(0, n).Select(i => Math.Max(1 - spot * Math.Exp((i - n / 2) * width), 0))];
        double[] v = payoff[..];
        double dt = 1.0 / steps;
        double a = volatility * volatility / (2 * width * width), b = (rate - volatility * volatility / 2) / (2 * width);
        var (down, middle, up) = (-dt * (a - b), 1 + dt * (2 * a + rate), -dt * (a + b));
        for (int t = 0; t < steps; t++)
        {
            ReadOnlySpan<double> known = [.. v];
            double change;
            int sweeps = 0;
            do
            {
                change = 0;
                for (int i = 1; i < n - 1; i++)
                {
                    double residual = known[i] - down * v[i - 1] - middle * v[i] - up * v[i + 1];
                    double next = Math.Max(payoff[i], v[i] + 1.2 * residual / middle);
                    change = Math.Max(change, Math.Abs(next - v[i]));
                    v[i] = next;
                }
            }
            while (change > 1e-9 && ++sweeps < 12);
        }
        return v[n / 2];
    }
}
