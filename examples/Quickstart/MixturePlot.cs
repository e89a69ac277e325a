using System.Globalization;
using Examples.Plotting;

namespace Quickstart;

/// <summary>The picture of a fit: the data with both components, and how the log-likelihood climbed.</summary>
internal static class MixturePlot
{
    private static readonly Color FirstColor = new(0x0b, 0x6e, 0x99), SecondColor = new(0xd9, 0x5f, 0x0e);
    private static readonly Stroke ClimbStroke = new("#2f7d4f", 2), MaximumStroke = new("#777777", 1, "5 4");

    public static string Draw(DataSet data, Mixture mixture, Fit fit)
    {
        SvgWriter svg = new(1240, 580);
        DrawComponents(svg, new Frame(90, 80, 560, 430), data, mixture);
        DrawClimb(svg, new Frame(780, 80, 420, 430), fit);
        return svg.ToString();
    }

    private static void DrawComponents(SvgWriter svg, Frame frame, DataSet data, Mixture mixture)
    {
        (double X, double Y)[] outline = [.. mixture.First.Ellipse(2), .. mixture.Second.Ellipse(2)];
        Panel panel = new(svg, frame,
            Axis.Around([.. data.X.Values, .. outline.Select(point => point.X)], data.X.Name),
            Axis.Around([.. data.Y.Values, .. outline.Select(point => point.Y)], data.Y.Name),
            "Data and fitted components");
        foreach ((double x, double y) in data.X.Values.Zip(data.Y.Values))
            panel.Point(x, y, Color.Mix(SecondColor, FirstColor, mixture.FirstProbability(x, y)).ToString(), opacity: 0.5);
        DrawEllipses(panel, mixture.First, FirstColor);
        DrawEllipses(panel, mixture.Second, SecondColor);

        Legend legend = new(svg, frame.Left, frame.Top - 16);
        legend.Dot(FirstColor.ToString(), $"component 1, {Percent(mixture.First)}");
        legend.Dot(SecondColor.ToString(), $"component 2, {Percent(mixture.Second)}");
        legend.Line(OneSigma("#333333"), "1 sigma");
        legend.Line(TwoSigma("#333333"), "2 sigma");
    }

    private static void DrawEllipses(Panel panel, Gaussian component, Color color)
    {
        panel.Curve(component.Ellipse(1), OneSigma(color.ToString()), closed: true);
        panel.Curve(component.Ellipse(2), TwoSigma(color.ToString()), closed: true);
    }

    /// <summary>The best value so far; the line search also tries points far below, which say nothing about the climb.</summary>
    private static void DrawClimb(SvgWriter svg, Frame frame, Fit fit)
    {
        List<Step> improvements = [fit.Climb[0]];
        foreach (Step step in fit.Climb)
            if (step.LogLikelihood > improvements[^1].LogLikelihood)
                improvements.Add(step);

        Panel panel = new(svg, frame,
            Axis.Around([0, .. fit.Climb.Select(step => (double)step.Evaluation)], "evaluations of value and gradient", room: 0.02),
            Axis.Around([.. improvements.Select(step => step.LogLikelihood)], "log-likelihood", room: 0.1),
            "The climb of the log-likelihood");
        panel.HorizontalLine(fit.LogLikelihood, MaximumStroke);
        string maximum = fit.LogLikelihood.ToString("F2", CultureInfo.InvariantCulture).Replace('-', '−');
        panel.LabelAbove(fit.LogLikelihood, $"maximum {maximum}", new TextStyle(13));
        panel.Curve(improvements.Select(step => ((double)step.Evaluation, step.LogLikelihood)), ClimbStroke);
        foreach (Step step in improvements)
            panel.Point(step.Evaluation, step.LogLikelihood, ClimbStroke.Color);
        new Legend(svg, frame.Left, frame.Top - 16).Line(ClimbStroke, "best so far");
    }

    private static Stroke OneSigma(string color) => new(color, 2.2);

    private static Stroke TwoSigma(string color) => new(color, 1.6, "6 4");

    private static string Percent(Gaussian component) => component.Weight.ToString("0.0 %", CultureInfo.InvariantCulture);
}
