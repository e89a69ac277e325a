namespace OptionGreeks;

/// <summary>
/// What the price of a basket depends on, in one vector, so that the Greeks are one vector, too:
/// <code>
/// spots            one an asset
/// volatilities     one an asset
/// dividend yields  one an asset
/// correlations     of each asset with those before it
/// rate, maturity, strike
/// </code>
/// </summary>
internal sealed record Market(int Assets, double[] Values)
{
    public int Count => CountFor(Assets);

    public int Rate => Count - 3;

    public int Maturity => Count - 2;

    public int Strike => Count - 1;

    public double this[int position] => Values[position];

    /// <summary>Four assets with a strike at the money.</summary>
    public static Market Example { get; } = new(4,
    [
        90, 110, 120, 80,
        0.20, 0.30, 0.25, 0.40,
        0.02, 0.00, 0.01, 0.03,
        0.50,
        0.30, 0.40,
        0.20, 0.35, 0.25,
        0.03, 1.0, 100,
    ]);

    public static int CountFor(int assets) => 3 * assets + Correlation.CountFor(assets) + 3;

    public int Spot(int asset) => asset;

    public int Volatility(int asset) => Assets + asset;

    public int DividendYield(int asset) => 2 * Assets + asset;

    public int Correlate(int asset, int other) =>
        asset > other ? 3 * Assets + Correlation.CountFor(asset) + other : Correlate(other, asset);

    public double CorrelationOf(int asset, int other) => asset == other ? 1 : Values[Correlate(asset, other)];

    public static string Name(int asset) => ((char)('A' + asset)).ToString();

    public static string Pair(int asset, int other) => Name(asset) + Name(other);

    /// <summary>The terms of the option on one asset alone.</summary>
    public OptionTerms TermsOf(int asset) => new(
        this[Spot(asset)], this[Strike], this[Rate], this[DividendYield(asset)], this[Volatility(asset)], this[Maturity]);

    /// <summary>The same market but for one number.</summary>
    public Market With(int position, double value) => this with { Values = [.. Values.Select((old, i) => i == position ? value : old)] };

    /// <summary>The same market with all spots moved by a factor.</summary>
    public Market WithSpotsTimes(double factor) => this with { Values = [.. Values.Select((old, i) => i < Assets ? factor * old : old)] };

    /// <summary>The direction in which one number changes, for second derivatives.</summary>
    public double[] Unit(int position)
    {
        double[] direction = new double[Count];
        direction[position] = 1;
        return direction;
    }
}
