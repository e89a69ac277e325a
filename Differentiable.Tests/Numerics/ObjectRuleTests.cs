using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Numerics;

/// <summary>Methods of objects of others whose only rule is a tangent rule that is differentiable itself: it gives reverse mode of arrays, and second order. The same formulas without rules say what is right.</summary>
public partial class ObjectRuleTests
{
    private static readonly Curve s_curve = new([1, 2, -0.5]);

    [Fact]
    public void Rules_of_numbers_give_all_modes()
    {
        (double x, double y) = OnNumbersGradient(0.7, -1.2);
        (double plainX, double plainY) = PlainNumbersGradient(0.7, -1.2);
        Agreement.Close([plainX, plainY], [x, y], 1e-13, "gradient");
        Agreement.Close([PlainNumbersJvp(0.7, -1.2, 2, 3).valueDot], [OnNumbersJvp(0.7, -1.2, 2, 3).valueDot], 1e-13, "tangent");
        Agreement.Close([.. PlainNumbersHessian(0.7, -1.2).Cast<double>()], [.. OnNumbersHessian(0.7, -1.2).Cast<double>()], 1e-13, "Hessian");
    }

    [Fact]
    public void Rules_of_spans_give_all_modes()
    {
        double[] at = [0.5, -0.8, 1.1];
        (double[] x, double scale) = OnSpansGradient(at, 1.3);
        (double[] plainX, double plainScale) = PlainSpansGradient(at, 1.3);
        Agreement.Close([.. plainX, plainScale], [.. x, scale], 1e-13, "gradient");
        Agreement.Close([.. PlainSpansJacobian(at, 1.3).Cast<double>()], [.. OnSpansJacobian(at, 1.3).Cast<double>()], 1e-13, "Jacobian");
        Agreement.Close([.. PlainSpansHessian(at, 1.3).Cast<double>()], [.. OnSpansHessian(at, 1.3).Cast<double>()], 1e-13, "Hessian");
    }

    [Differentiable]
    internal static double OnNumbers(double x, double y) => s_curve.At(x * y) * s_curve.At(y);

    [Differentiable]
    internal static double PlainNumbers(double x, double y) => (x * y * x * y + 2 * x * y) * (y * y + 2 * y);

    [Differentiable]
    internal static double OnSpans(double[] x, double scale)
    {
        Span<double> y = stackalloc double[3];
        s_curve.Fill(x, y);
        y[1] *= scale;
        s_curve.Fill(y, y);
        return y[0] * y[1] + y[2];
    }

    [Differentiable]
    internal static double PlainSpans(double[] x, double scale)
    {
        double a = x[0] * x[0], b = 2 * x[1] * x[1] * scale, c = -0.5 * x[2] * x[2];
        return a * a * 2 * b * b - 0.5 * c * c;
    }

    [DerivativeOf(typeof(Curve), nameof(Curve.At)), Differentiable]
    private static (double value, double valueDot) AtTangent([NonDifferentiable] Curve self, double x, double xDot) =>
        (x * x * self.Weight(0) + x * self.Weight(1), 2 * x * self.Weight(0) * xDot + self.Weight(1) * xDot);

    [DerivativeOf(typeof(Curve), nameof(Curve.Fill)), Differentiable]
    private static void FillTangent([NonDifferentiable] Curve self, ReadOnlySpan<double> x, Span<double> y, ReadOnlySpan<double> xDot, Span<double> yDot)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i], w = self.Weight(i);
            yDot[i] = 2 * w * v * xDot[i];
            y[i] = w * v * v;
        }
    }

    /// <summary>What knows nothing of derivatives.</summary>
    internal sealed class Curve(double[] weights)
    {
        public double Weight(int i) => weights[i];

        public double At(double x) => x * x * weights[0] + x * weights[1];

        public void Fill(ReadOnlySpan<double> x, Span<double> y)
        {
            for (int i = 0; i < x.Length; i++)
                y[i] = weights[i] * x[i] * x[i];
        }
    }
}
