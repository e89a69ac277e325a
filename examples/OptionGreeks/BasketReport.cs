using Examples;
using Spectre.Console;

namespace OptionGreeks;

/// <summary>What the simulations give: first where formulas are known, then where there are none.</summary>
internal static class BasketReport
{
    private const string Smoothing = """
        The payoff has a kink, and path by path no gamma. So the last asset's part is not drawn, here and above, but averaged by
        Black's formula: a smooth function with the same mean, whose second derivatives are those of the price, without a bias.
        """;

    public static void Compare(string title, IReadOnlyList<Comparison> comparisons)
    {
        Terminal.Heading(title);
        Table table = Terminal.NewTable().AddColumns("Greek", "unit").AddNumbers("Monte Carlo", "standard error", "formula", "off by");
        foreach (Comparison row in comparisons)
        {
            table.AddRow(row.Greek.Name, row.Greek.Unit,
                Number(row.Measured.Value), Number(row.Measured.StandardError), Number(row.Formula), $"{row.Off:F1} errors");
        }
        Terminal.Out.Write(table);
        int far = comparisons.Count(row => Math.Abs(row.Off) > 2);
        Terminal.Out.WriteLine($"{far} of {comparisons.Count} are more than two standard errors off. One in twenty may be.");
        Terminal.Out.WriteLine();
    }

    public static void Show(Market market, double[] weights, BasketGreeks greeks)
    {
        Terminal.Heading("4. The arithmetic basket, for which there is no formula (± one standard error)");
        Terminal.Out.WriteLine(Smoothing);
        Terminal.Out.Write(Totals(market, greeks));
        Terminal.Out.Write(ByAsset(market, weights, greeks));
        Terminal.Out.WriteLine("Correlations, in brackets, and the value of 0.01 more of each:");
        Terminal.Out.Write(Triangle(market, diagonal: false, (i, j) =>
            $"({market.CorrelationOf(i, j):F2}) {PlusMinus(Greek.Correlation("").Scale * greeks[market.Correlate(i, j)])}"));
        Terminal.Out.WriteLine("Gamma, the change of a row's delta when a column's spot rises by 1:");
        Terminal.Out.Write(Triangle(market, diagonal: true, (i, j) => PlusMinus(greeks.Gamma(i, j))));
        Terminal.Out.WriteLine();
    }

    public static void Show(Timing timing, int paths, int greeks)
    {
        Terminal.Heading($"5. The cost of the Greeks, for {paths} paths of the arithmetic basket");
        Table table = Terminal.NewTable().AddColumns("computed").AddNumbers("time", "÷ price");
        Row("the price", timing.Price);
        Row($"the price and all {greeks} Greeks of first order, in one call", timing.FirstOrder);
        Row("all gammas, one product with the Hessian an asset", timing.Gammas);
        Terminal.Out.Write(table);

        void Row(string what, double milliseconds) => table.AddRow(what, $"{milliseconds:F1} ms", $"{milliseconds / timing.Price:F1}");
    }

    private static Table Totals(Market market, BasketGreeks greeks)
    {
        Table table = Terminal.NewTable().AddColumns("Greek", "unit").AddNumbers("value");
        Row(Greek.Price, greeks.Price);
        Row(Greek.Rho, greeks[market.Rate]);
        Row(Greek.Theta, -1 * greeks[market.Maturity]);
        Row(Greek.StrikeDelta, greeks[market.Strike]);
        return table;

        void Row(Greek greek, Measured derivative) => table.AddRow(greek.Name, greek.Unit, PlusMinus(greek.Scale * derivative));
    }

    private static Table ByAsset(Market market, double[] weights, BasketGreeks greeks)
    {
        (Greek delta, Greek vega, Greek dividendRho) = (Greek.Delta(), Greek.Vega(), Greek.DividendRho());
        Table table = Terminal.NewTable().AddColumns("asset").AddNumbers("weight", "spot", "volatility", "yield");
        foreach (Greek greek in new[] { delta, vega, dividendRho })
            table.AddNumbers($"{greek.Name}\n{greek.Unit}");
        for (int i = 0; i < market.Assets; i++)
        {
            table.AddRow(Market.Name(i), $"{weights[i]:F2}", $"{market[market.Spot(i)]:F2}",
                $"{100 * market[market.Volatility(i)]:F0} %", $"{100 * market[market.DividendYield(i)]:F0} %",
                PlusMinus(delta.Scale * greeks[market.Spot(i)]),
                PlusMinus(vega.Scale * greeks[market.Volatility(i)]),
                PlusMinus(dividendRho.Scale * greeks[market.DividendYield(i)]));
        }
        return table;
    }

    /// <summary>The lower half of a symmetric matrix.</summary>
    private static Table Triangle(Market market, bool diagonal, Func<int, int, string> cell)
    {
        string[] names = [.. Enumerable.Range(0, market.Assets).Select(Market.Name)];
        Table table = Terminal.NewTable().AddColumns("").AddNumbers(diagonal ? names : names[..^1]);
        for (int i = diagonal ? 0 : 1; i < market.Assets; i++)
            table.AddRow([names[i], .. Enumerable.Range(0, diagonal ? i + 1 : i).Select(j => cell(i, j))]);
        return table;
    }

    private static string PlusMinus(Measured measured) => $"{Number(measured.Value)} ± {Number(measured.StandardError)}";

    private static string Number(double value) => $"{value:F7}";
}
