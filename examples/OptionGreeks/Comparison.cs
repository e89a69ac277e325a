namespace OptionGreeks;

/// <summary>One Greek by Monte Carlo beside its formula, both in the Greek's unit.</summary>
internal sealed record Comparison(Greek Greek, Measured Measured, double Formula)
{
    /// <summary>In standard errors. Of a hundred right ones, about five are more than two off.</summary>
    public double Off => (Measured.Value - Formula) / Measured.StandardError;

    /// <summary>Everything on the last asset: a call on one price, though the paths of the others still steer it.</summary>
    public static IReadOnlyList<Comparison> OfOneAsset(Market market, Simulation simulation)
    {
        int last = market.Assets - 1;
        market = market.With(market.Strike, market[market.Spot(last)]);
        double[] weights = new double[market.Assets];
        weights[last] = 1;
        BasketGreeks measured = new(BasketPrice.Arithmetic, market, weights, simulation);
        BlackScholesGreeks formulas = BlackScholesGreeks.Formulas(OptionKind.Call, market.TermsOf(last));
        return
        [
            Of(Greek.Price, measured.Price, formulas.Price),
            Of(Greek.Delta(Market.Name(last)), measured[market.Spot(last)], formulas.Delta),
            Of(Greek.Vega(Market.Name(last)), measured[market.Volatility(last)], formulas.Vega),
            Of(Greek.DividendRho(Market.Name(last)), measured[market.DividendYield(last)], formulas.DividendRho),
            .. Enumerable.Range(0, last).Select(i => Of(Greek.Correlation(Market.Pair(last, i)), measured[market.Correlate(last, i)], 0)),
            Of(Greek.Rho, measured[market.Rate], formulas.Rho),
            Of(Greek.Theta, -1 * measured[market.Maturity], formulas.Theta),
            Of(Greek.StrikeDelta, measured[market.Strike], formulas.StrikeDelta),
            Of(Greek.Gamma(Market.Pair(last, last)), measured.Gamma(last, last), formulas.Gamma),
        ];
    }

    public static IReadOnlyList<Comparison> OfGeometricBasket(Market market, double[] weights, Simulation simulation)
    {
        BasketGreeks measured = new(BasketPrice.Geometric, market, weights, simulation);
        GeometricFormula formula = new(market, weights);
        double[] gradient = formula.Gradient();
        int[] assets = [.. Enumerable.Range(0, market.Assets)];
        return
        [
            Of(Greek.Price, measured.Price, formula.Price),
            .. assets.Select(i => First(Greek.Delta(Market.Name(i)), market.Spot(i))),
            .. assets.Select(i => First(Greek.Vega(Market.Name(i)), market.Volatility(i))),
            .. assets.Select(i => First(Greek.DividendRho(Market.Name(i)), market.DividendYield(i))),
            .. assets.SelectMany(i => assets[..i].Select(j => First(Greek.Correlation(Market.Pair(i, j)), market.Correlate(i, j)))),
            First(Greek.Rho, market.Rate),
            Of(Greek.Theta, -1 * measured[market.Maturity], -gradient[market.Maturity]),
            First(Greek.StrikeDelta, market.Strike),
            .. assets.SelectMany(i => assets[..(i + 1)].Select(j => Second(i, j))),
        ];

        Comparison First(Greek greek, int position) => Of(greek, measured[position], gradient[position]);

        Comparison Second(int i, int j) => Of(Greek.Gamma(Market.Pair(i, j)), measured.Gamma(i, j), formula.Gamma(i, j));
    }

    private static Comparison Of(Greek greek, Measured derivative, double formula) =>
        new(greek, greek.Scale * derivative, greek.Scale * formula);
}
