using Examples.Plotting;

namespace OptionGreeks;

/// <summary>Delta and gamma when all spots move together: the baskets by Monte Carlo, and the formula of the geometric one.</summary>
internal static class GreeksPlot
{
    private const double Lowest = 0.6, Highest = 1.5;
    private const int Points = 19, PointsOfCurve = 120;
    private const string ArithmeticColor = "#d95f0e", GeometricColor = "#0b6e99";

    private static readonly Stroke ErrorBar = new(ArithmeticColor, 1.5), Formula = new(GeometricColor, 2);

    public static string Draw(Market market, double[] weights, Simulation simulation)
    {
        Sweep[] arithmetic = Measure(BasketPrice.Arithmetic), geometric = Measure(BasketPrice.Geometric);
        Sweep[] formula = [.. Factors(PointsOfCurve).Select(factor => Sweep.ByFormula(market, factor, weights))];
        SvgWriter svg = new(1240, 580);
        DrawPanel(svg, 90, "Delta: the value of 1 % more on all spots", arithmetic, geometric, formula, sweep => sweep.Delta);
        DrawPanel(svg, 710, "Gamma: what 1 % more adds to this delta", arithmetic, geometric, formula, sweep => sweep.Gamma);
        return svg.ToString();

        Sweep[] Measure(BasketPrice price) =>
            [.. Factors(Points).Select(factor => Sweep.Measure(price, market, factor, weights, simulation))];
    }

    private static void DrawPanel(SvgWriter svg, double left, string title, Sweep[] arithmetic, Sweep[] geometric, Sweep[] formula,
        Func<Sweep, Measured> pick)
    {
        Frame frame = new(left, 80, 490, 430);
        Panel panel = new(svg, frame,
            Axis.Around([100 * Lowest, 100 * Highest], "spots, in % of today's", room: 0.02),
            Axis.Around([.. arithmetic.Concat(geometric).Select(sweep => pick(sweep).Value)], "", room: 0.08), title);
        panel.Curve(formula.Select(sweep => (100 * sweep.Factor, pick(sweep).Value)), Formula);
        foreach (Sweep sweep in geometric)
            panel.Point(100 * sweep.Factor, pick(sweep).Value, GeometricColor);
        foreach (Sweep sweep in arithmetic)
        {
            (double value, double error) = pick(sweep);
            panel.Curve([(100 * sweep.Factor, value - 2 * error), (100 * sweep.Factor, value + 2 * error)], ErrorBar);
            panel.Point(100 * sweep.Factor, value, ArithmeticColor);
        }
        Legend legend = new(svg, frame.Left, frame.Top - 16);
        legend.Dot(ArithmeticColor, "arithmetic, ± 2 standard errors");
        legend.Dot(GeometricColor, "geometric");
        legend.Line(Formula, "its formula");
    }

    private static IEnumerable<double> Factors(int count) =>
        Enumerable.Range(0, count).Select(i => Lowest + i * (Highest - Lowest) / (count - 1));
}
