using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A library of formulas that knows nothing of derivatives: overloads, defaults, tuples, and errors for what makes no sense.</summary>
internal static class Pricing
{
    public readonly record struct Market(double Spot, double Volatility, double Rate = 0.02);

    public static double Discount(double rate, double years) => Exp(-rate * years);

    public static double Discount(in Market market, double years) => Discount(market.Rate, years);

    public static double Forward(in Market market, double years) => market.Spot / Discount(market, years);

    /// <summary>The distribution function of the normal distribution, by Zelen and Severo's polynomial.</summary>
    public static double Normal(double x)
    {
        if (x < 0)
            return 1 - Normal(-x);
        double t = 1 / (1 + 0.2316419 * x);
        return 1 - Density(x) * Horner(t, 0, 0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429);
    }

    public static double Call(in Market market, double strike, double years = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(strike);
        double forward = Forward(market, years);
        (double d1, double d2) = Distances(forward, strike, market.Volatility * Sqrt(years));
        return Discount(market, years) * (forward * Normal(d1) - strike * Normal(d2));
    }

    public static double Call(double spot, double volatility, double strike) => Call(new Market(spot, volatility), strike);

    public static double Put(in Market market, double strike, double years = 1) =>
        Call(market, strike, years) - market.Spot + strike * Discount(market, years);

    public static double Spread(in Market market, double lower, double upper) => Call(market, lower) - Call(market, upper);

    private static (double D1, double D2) Distances(double forward, double strike, double deviation)
    {
        double d1 = Log(forward / strike) / deviation + deviation / 2;
        return (d1, d1 - deviation);
    }

    private static double Density(double x) => Exp(-x * x / 2) / Sqrt(2 * PI);

    private static double Horner(double x, params ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }
}

public static partial class Portfolio
{
    [Differentiable]
    public static double Value([Range(0.8, 1.2)] double spot, [Range(0.1, 0.4)] double volatility, [Range(0.01, 0.05)] double rate)
    {
        Pricing.Market market = new(spot, volatility, rate);
        return 2 * Pricing.Spread(market, 0.9, 1.1) + Pricing.Put(market, strike: 0.95, years: 2) - Pricing.Call(spot, volatility, 1.05);
    }
}
