using Differentiable;

namespace OptionGreeks;

internal enum OptionKind
{
    Call = 1,
    Put = -1,
}

/// <summary>European options on one lognormal price. The formula is all that there is: its Greeks are generated.</summary>
internal static partial class BlackScholes
{
    /// <summary>The price today.</summary>
    /// <param name="kind">Call or put.</param>
    /// <param name="spot">The price of the underlying today.</param>
    /// <param name="strike">The price at which it may be bought or sold at maturity.</param>
    /// <param name="rate">Of interest, continuously compounded, a year.</param>
    /// <param name="dividendYield">Likewise.</param>
    /// <param name="volatility">The standard deviation of the logarithmic return, in a year.</param>
    /// <param name="maturity">In years.</param>
    [Differentiable]
    public static double Price(
        OptionKind kind, double spot, double strike, double rate, double dividendYield, double volatility, double maturity)
    {
        double forward = spot * Math.Exp((rate - dividendYield) * maturity);
        return Math.Exp(-rate * maturity) * Expected(kind, forward, strike, volatility * Math.Sqrt(maturity));
    }

    /// <summary>What the option is expected to pay (F. Black, "The pricing of commodity contracts", 1976).</summary>
    /// <param name="kind">Call or put.</param>
    /// <param name="forward">The mean of the price at maturity.</param>
    /// <param name="strike">More than zero.</param>
    /// <param name="deviation">The standard deviation of its logarithm, more than zero.</param>
    [Differentiable]
    public static double Expected(OptionKind kind, double forward, double strike, double deviation)
    {
        int sign = (int)kind;
        double d1 = Math.Log(forward / strike) / deviation + deviation / 2;
        double d2 = d1 - deviation;
        return sign * (forward * Normal.Cdf(sign * d1) - strike * Normal.Cdf(sign * d2));
    }
}
