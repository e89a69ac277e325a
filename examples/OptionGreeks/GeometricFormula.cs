namespace OptionGreeks;

/// <summary>
/// The call on a geometric basket in closed form, with its Greeks derived by hand: what the generated ones are held against. The product of
/// lognormal prices is lognormal, with mean m and standard deviation s of its logarithm.
/// </summary>
internal sealed class GeometricFormula
{
    private readonly Market market;
    private readonly double[] weights;
    private readonly double s, discountedForward, probability, density;

    public GeometricFormula(Market market, double[] weights)
    {
        (this.market, this.weights) = (market, weights);
        double rate = market[market.Rate], maturity = market[market.Maturity], strike = market[market.Strike];
        double m = Sum(i => weights[i] * (Math.Log(market[market.Spot(i)]) + Drift(i) * maturity));
        s = Math.Sqrt(maturity * Sum(i => VolatilityTimesWeight(i) * Covariance(i)));
        double d1 = (m + s * s - Math.Log(strike)) / s;
        double discount = Math.Exp(-rate * maturity);
        discountedForward = discount * Math.Exp(m + s * s / 2);
        (probability, density) = (Normal.Cdf(d1), Normal.Density(d1));
        ByStrike = -discount * Normal.Cdf(d1 - s);
        Price = discountedForward * probability + strike * ByStrike;
    }

    public double Price { get; }

    private double ByStrike { get; }

    /// <summary>∂Price/∂m and ∂Price/∂s; everything else follows from these by the chain rule.</summary>
    private double ByMean => discountedForward * probability;

    private double ByDeviation => discountedForward * (s * probability + density);

    /// <summary>In the order of the market's vector.</summary>
    public double[] Gradient()
    {
        double[] gradient = new double[market.Count];
        double maturity = market[market.Maturity];
        for (int i = 0; i < market.Assets; i++)
        {
            gradient[market.Spot(i)] = ByMean * weights[i] / market[market.Spot(i)];
            gradient[market.Volatility(i)] = weights[i] * maturity
                * (ByDeviation * Covariance(i) / s - ByMean * market[market.Volatility(i)]);
            gradient[market.DividendYield(i)] = -ByMean * weights[i] * maturity;
            for (int j = 0; j < i; j++)
                gradient[market.Correlate(i, j)] = ByDeviation * maturity * VolatilityTimesWeight(i) * VolatilityTimesWeight(j) / s;
        }
        gradient[market.Rate] = maturity * (ByMean * weights.Sum() - Price);
        gradient[market.Maturity] =
            ByMean * Sum(i => weights[i] * Drift(i)) + ByDeviation * s / (2 * maturity) - market[market.Rate] * Price;
        gradient[market.Strike] = ByStrike;
        return gradient;
    }

    /// <summary>∂²/∂spot ∂spot.</summary>
    public double Gamma(int i, int j)
    {
        double mixed = discountedForward * (probability + density / s) * weights[i] * weights[j];
        double own = i == j ? ByMean * weights[i] : 0;
        return (mixed - own) / (market[market.Spot(i)] * market[market.Spot(j)]);
    }

    private double Drift(int i) =>
        market[market.Rate] - market[market.DividendYield(i)] - market[market.Volatility(i)] * market[market.Volatility(i)] / 2;

    private double VolatilityTimesWeight(int i) => weights[i] * market[market.Volatility(i)];

    /// <summary>Of an asset's logarithm, over its volatility, with that of the basket, in a year.</summary>
    private double Covariance(int i) => Sum(j => market.CorrelationOf(i, j) * VolatilityTimesWeight(j));

    private double Sum(Func<int, double> term) => Enumerable.Range(0, market.Assets).Sum(term);
}
