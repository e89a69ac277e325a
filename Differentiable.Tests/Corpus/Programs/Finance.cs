using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Prices and their sensitivities.</summary>
public static partial class Finance
{
    [Differentiable]
    public static double BlackScholes([Range(90, 110)] double spot, [Range(95, 105)] double strike, [Range(0.01, 0.05)] double rate,
        [Range(0.1, 0.4)] double volatility, [Range(0.5, 2)] double time, [Values(1, 0)] bool isCall)
    {
        double root = volatility * Math.Sqrt(time);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / root;
        double d2 = d1 - root;
        double discounted = strike * Math.Exp(-rate * time);
        return isCall
            ? spot * NormalCdf(d1) - discounted * NormalCdf(d2)
            : discounted * NormalCdf(-d2) - spot * NormalCdf(-d1);
    }

    /// <summary>Abramowitz and Stegun, 26.2.17.</summary>
    [Differentiable, Samples(4)]
    public static double NormalCdf([Range(-2, 2)] double x)
    {
        if (x < 0)
            return 1 - NormalCdf(-x);
        double k = 1 / (1 + 0.2316419 * x);
        double tail = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        return 1 - Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI) * tail;
    }

    [Differentiable]
    public static double BondPrice([Range(0.01, 0.1)] double yield, double coupon, [Values(10, 0, 1)] int years)
    {
        double price = 0, discount = 1;
        for (int i = 0; i < years; i++)
        {
            discount /= 1 + yield;
            price += coupon * discount;
        }
        return price + 100 * discount;
    }

    [Differentiable]
    public static double ImpliedYield([Range(0.9, 1.1)] double price, [Range(0.04, 0.06)] double coupon)
    {
        double y = 0.05;
        for (int i = 0; i < 12; i++)
        {
            double value = 0, slope = 0, discount = 1;
            for (int t = 1; t <= 5; t++)
            {
                discount /= 1 + y;
                double flow = t == 5 ? coupon + 1 : coupon;
                value += flow * discount;
                slope -= t * flow * discount / (1 + y);
            }
            y -= (value - price) / slope;
        }
        return y;
    }

    [Differentiable]
    public static double BinomialTree([Range(95, 105)] double spot, [Range(0.2, 0.4)] double volatility, [Values(6, 1)] int steps)
    {
        double up = Math.Exp(volatility * Math.Sqrt(1.0 / steps)), down = 1 / up;
        double p = (1.001 - down) / (up - down);
        Span<double> values = stackalloc double[steps + 1];
        double price = spot * Math.Pow(down, steps);
        for (int i = 0; i <= steps; i++)
        {
            values[i] = Math.Max(price - 93, 0);
            price *= up / down;
        }
        for (int level = steps; level > 0; level--)
        {
            for (int i = 0; i < level; i++)
                values[i] = (p * values[i + 1] + (1 - p) * values[i]) / 1.001;
        }
        return values[0];
    }

    [Differentiable]
    public static double MonteCarloPath([Range(90, 110)] double spot, [Range(0.1, 0.3)] double volatility, [NonDifferentiable, Length(5, 0), Range(-1, 1)] ReadOnlySpan<double> normals)
    {
        double price = spot, average = 0;
        foreach (double z in normals)
        {
            price *= Math.Exp((0.02 - 0.5 * volatility * volatility) * 0.1 + volatility * Math.Sqrt(0.1) * z);
            average += price / normals.Length;
        }
        return average > 50 ? average - 50 : 0.1 * price;
    }
}
