namespace OptionGreeks;

/// <summary>
/// The derivatives of a price as textbooks list them (J. C. Hull, "Options, Futures, and Other Derivatives", chapter 19).
/// </summary>
/// <param name="Price">The value of the option.</param>
/// <param name="Delta">∂/∂spot.</param>
/// <param name="StrikeDelta">∂/∂strike.</param>
/// <param name="Rho">∂/∂rate.</param>
/// <param name="DividendRho">∂/∂dividend yield.</param>
/// <param name="Vega">∂/∂volatility.</param>
/// <param name="Theta">What the passing of a year would add: −∂/∂maturity.</param>
/// <param name="Gamma">∂²/∂spot².</param>
/// <param name="Vanna">∂²/∂spot ∂volatility.</param>
/// <param name="Volga">∂²/∂volatility².</param>
/// <param name="Charm">What the passing of a year would add to delta: −∂²/∂spot ∂maturity.</param>
internal sealed record BlackScholesGreeks(double Price, double Delta, double StrikeDelta, double Rho, double DividendRho, double Vega,
    double Theta, double Gamma, double Vanna, double Volga, double Charm)
{
    /// <summary>Where the inputs stand in the gradient and the Hessian.</summary>
    private const int Spot = 0, Volatility = 4, Maturity = 5;

    /// <summary>By the generated gradient and Hessian.</summary>
    public static BlackScholesGreeks Generated(OptionKind kind, OptionTerms terms)
    {
        (double spot, double strike, double rate, double dividendYield, double volatility, double maturity) = terms;
        var first = BlackScholes.PriceValueAndGradient(kind, spot, strike, rate, dividendYield, volatility, maturity);
        double[,] second = BlackScholes.PriceHessian(kind, spot, strike, rate, dividendYield, volatility, maturity);
        return new BlackScholesGreeks(
            first.value, first.spot, first.strike, first.rate, first.dividendYield, first.volatility, -first.maturity,
            second[Spot, Spot], second[Spot, Volatility], second[Volatility, Volatility], -second[Spot, Maturity]);
    }

    /// <summary>By the formulas that people derived.</summary>
    public static BlackScholesGreeks Formulas(OptionKind kind, OptionTerms terms)
    {
        (double spot, double strike, double rate, double dividendYield, double volatility, double maturity) = terms;
        int sign = (int)kind;
        double root = Math.Sqrt(maturity), deviation = volatility * root;
        double d1 = (Math.Log(spot / strike) + (rate - dividendYield + volatility * volatility / 2) * maturity) / deviation;
        double d2 = d1 - deviation;
        double paid = Math.Exp(-dividendYield * maturity), discount = Math.Exp(-rate * maturity);
        double asset = sign * paid * Normal.Cdf(sign * d1), cash = sign * discount * Normal.Cdf(sign * d2);
        double density = paid * Normal.Density(d1);
        double vega = spot * density * root;
        return new BlackScholesGreeks(
            Price: spot * asset - strike * cash,
            Delta: asset,
            StrikeDelta: -cash,
            Rho: strike * maturity * cash,
            DividendRho: -spot * maturity * asset,
            Vega: vega,
            Theta: -spot * density * volatility / (2 * root) - rate * strike * cash + dividendYield * spot * asset,
            Gamma: density / (spot * deviation),
            Vanna: -density * d2 / volatility,
            Volga: vega * d1 * d2 / volatility,
            Charm: dividendYield * asset - density * (2 * (rate - dividendYield) * maturity - d2 * deviation) / (2 * maturity * deviation));
    }
}

/// <summary>The numbers that a price is made from.</summary>
internal sealed record OptionTerms(double Spot, double Strike, double Rate, double DividendYield, double Volatility, double Maturity);
