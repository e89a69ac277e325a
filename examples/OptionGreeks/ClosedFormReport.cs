using Examples;
using Spectre.Console;

namespace OptionGreeks;

/// <summary>The Greeks of a call and a put, generated, and how far they are off the formulas.</summary>
internal static class ClosedFormReport
{
    private static readonly (Greek Greek, Func<BlackScholesGreeks, double> Pick)[] Rows =
    [
        (Greek.Price, greeks => greeks.Price),
        (Greek.Delta(), greeks => greeks.Delta),
        (Greek.StrikeDelta, greeks => greeks.StrikeDelta),
        (Greek.Rho, greeks => greeks.Rho),
        (Greek.DividendRho(), greeks => greeks.DividendRho),
        (Greek.Vega(), greeks => greeks.Vega),
        (Greek.Theta, greeks => greeks.Theta),
        (Greek.Gamma(), greeks => greeks.Gamma),
        (Greek.Vanna, greeks => greeks.Vanna),
        (Greek.Volga, greeks => greeks.Volga),
        (Greek.Charm, greeks => greeks.Charm),
    ];

    public static void Show(OptionTerms terms)
    {
        Terminal.Heading("1. Black-Scholes: generated derivatives of the price against the formulas of the textbooks");
        Terminal.Out.WriteLine($"spot {terms.Spot}, strike {terms.Strike}, rate {Percent(terms.Rate)}, "
            + $"dividend yield {Percent(terms.DividendYield)}, volatility {Percent(terms.Volatility)}, maturity {terms.Maturity} years");
        Table table = Terminal.NewTable().AddColumns("Greek", "unit").AddNumbers("call", "off by", "put", "off by");
        Pair call = new(OptionKind.Call, terms), put = new(OptionKind.Put, terms);
        foreach ((Greek greek, Func<BlackScholesGreeks, double> pick) in Rows)
            table.AddRow([greek.Name, greek.Unit, .. call.Cells(greek, pick), .. put.Cells(greek, pick)]);
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine();
    }

    private static string Percent(double value) => $"{100 * value:0.##} %";

    /// <summary>The same Greeks both ways.</summary>
    private sealed class Pair(OptionKind kind, OptionTerms terms)
    {
        private readonly BlackScholesGreeks generated = BlackScholesGreeks.Generated(kind, terms);
        private readonly BlackScholesGreeks formulas = BlackScholesGreeks.Formulas(kind, terms);

        public string[] Cells(Greek greek, Func<BlackScholesGreeks, double> pick)
        {
            double difference = Math.Abs(pick(generated) - pick(formulas));
            return [$"{greek.Scale * pick(generated):F10}", $"{greek.Scale * difference:0.0e+00}"];
        }
    }
}
