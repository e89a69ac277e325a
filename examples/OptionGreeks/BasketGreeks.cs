namespace OptionGreeks;

/// <summary>A Greek by Monte Carlo.</summary>
internal readonly record struct Measured(double Value, double StandardError)
{
    public static Measured operator *(double scale, Measured measured) =>
        new(scale * measured.Value, Math.Abs(scale) * measured.StandardError);
}

/// <summary>The price of a basket with all its Greeks of first order, and the second derivatives with respect to the spots.</summary>
internal sealed class BasketGreeks
{
    private readonly Market market;
    private readonly Estimate first, second;

    public BasketGreeks(BasketPrice price, Market market, double[] weights, Simulation simulation)
    {
        this.market = market;
        int assets = market.Assets;
        first = simulation.Estimate(1 + market.Count, (normals, results) =>
            results[0] = price.ValueAndGradient(market.Values, weights, normals, results[1..]));
        double[] product = new double[market.Count];
        second = simulation.Estimate(assets * assets, (normals, results) =>
        {
            for (int i = 0; i < assets; i++)
            {
                price.HessianTimes(market.Values, weights, normals, market.Unit(market.Spot(i)), product);
                product.AsSpan(0, assets).CopyTo(results[(i * assets)..]);
            }
        });
    }

    public Measured Price => first[0];

    /// <summary>The derivative with respect to one number of the market.</summary>
    public Measured this[int position] => first[1 + position];

    public Measured Gamma(int i, int j) => second[i * market.Assets + j];
}
