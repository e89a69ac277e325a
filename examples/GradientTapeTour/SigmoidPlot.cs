using Differentiable.Tensors;
using Examples.Plotting;

namespace GradientTapeTour;

/// <summary>The picture of the sigmoid and its derivative.</summary>
internal static class SigmoidPlot
{
    private static readonly Stroke Value = new("#0b6e99", 2.5), Slope = new("#d95f0e", 2.5);

    public static string Draw((Tensor<float> X, Tensor<float> Y, Tensor<float> Derivative) sample)
    {
        SvgWriter svg = new(820, 560);
        Frame frame = new(90, 80, 690, 410);
        Panel panel = new(svg, frame, new Axis(-10, 10, "x"), new Axis(-0.05, 1.05, "y and dy/dx"), "The sigmoid, and its derivative by the tape");
        panel.Curve(Points(sample.X, sample.Y), Value);
        panel.Curve(Points(sample.X, sample.Derivative), Slope);

        Legend legend = new(svg, frame.Left, frame.Top - 16);
        legend.Line(Value, "y = Tensor.Sigmoid(x)");
        legend.Line(Slope, "tape.Gradient(y, x)");
        return svg.ToString();
    }

    private static IEnumerable<(double X, double Y)> Points(Tensor<float> x, Tensor<float> y) =>
        x.ToArray().Zip(y.ToArray(), (horizontal, vertical) => ((double)horizontal, (double)vertical));
}
