using Examples.Plotting;

namespace IrisClassifier;

/// <summary>The picture of the training: how the losses fell, and where the network draws the lines between species.</summary>
internal static class IrisPlot
{
    private static readonly Color[] SpeciesColors = [new(0x0b, 0x6e, 0x99), new(0xd9, 0x5f, 0x0e), new(0x2f, 0x7d, 0x4f)];
    private static readonly Color White = new(0xff, 0xff, 0xff);
    private static readonly Stroke TrainedMean = new("#0b6e99", 2.5), HeldOutMean = new("#d95f0e", 2.5), HeldOut = new("#f0c9ac", 1);

    public static string Draw(CrossValidation validation, DecisionMap map, IReadOnlyList<Flower> flowers)
    {
        SvgWriter svg = new(1240, 580);
        DrawLosses(svg, new Frame(90, 80, 490, 430), validation);
        DrawMap(svg, new Frame(680, 80, 520, 430), map, flowers);
        return svg.ToString();
    }

    private static void DrawLosses(SvgWriter svg, Frame frame, CrossValidation validation)
    {
        Losses[][] curves = [.. validation.Folds.Select(fold => fold.Curve.ToArray())];
        double highest = curves.SelectMany(curve => curve).Max(losses => Math.Max(losses.Trained, losses.HeldOut));
        Panel panel = new(svg, frame, Axis.Around([0, curves[0].Length], "epoch", room: 0.02), new Axis(0, 1.05 * highest, "mean cross-entropy"), "Learning curves");
        foreach (Losses[] curve in curves)
            panel.Curve(Points(epoch => curve[epoch].HeldOut), HeldOut);
        panel.Curve(Points(epoch => curves.Average(curve => curve[epoch].Trained)), TrainedMean);
        panel.Curve(Points(epoch => curves.Average(curve => curve[epoch].HeldOut)), HeldOutMean);

        Legend legend = new(svg, frame.Left, frame.Top - 16);
        legend.Line(TrainedMean, "trained, mean");
        legend.Line(HeldOutMean, "held out, mean");
        legend.Line(HeldOut, $"held out, each of {curves.Length} folds");

        IEnumerable<(double, double)> Points(Func<int, double> loss) => Enumerable.Range(0, curves[0].Length).Select(epoch => ((double)epoch, loss(epoch)));
    }

    private static void DrawMap(SvgWriter svg, Frame frame, DecisionMap map, IReadOnlyList<Flower> flowers)
    {
        Panel panel = new(svg, frame, map.Lengths, map.Widths, "The species by petals, with sepals of mean size");
        foreach (Run run in map.Runs())
            panel.Block(run.Left, run.Bottom, run.Right, run.Top, Color.Mix(White, SpeciesColors[run.Species], 0.25).ToString());
        foreach (Flower flower in flowers)
            panel.Point(flower.Sizes[Flower.PetalLength], flower.Sizes[Flower.PetalWidth], SpeciesColors[flower.Species].ToString(), opacity: 0.75);

        Legend legend = new(svg, frame.Left, frame.Top - 16);
        for (int species = 0; species < SpeciesColors.Length; species++)
            legend.Dot(SpeciesColors[species].ToString(), Flower.SpeciesNames[species]);
    }
}
