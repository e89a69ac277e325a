using Differentiable.Tensors;
using static Differentiable.Tensors.TensorPullbacks;

namespace Differentiable.Tests.Tensors;

/// <content>Numbers that go into operations, which tapes do not follow: beside each pullback stands the operation on a tensor without axes.</content>
public static partial class PullbackCases
{
    /// <summary>Those of numbers.</summary>
    public static IReadOnlyList<PullbackCase> Numbers =>
    [
        new(new("Fill(x, 2, 3)", x => Tensor.BroadcastTo(x, [2, 3]), []), [nameof(Fill)], (dy, _, _) => [Fill(dy)]),
        new(new("Range(x, 3)", x => x + Tensor.Range(0.0, 3), []), [nameof(RangeStart)], (dy, _, _) => [RangeStart(dy)]),
        new(
            new("LinSpace(x, y, 5)", (x, y) => x + ((y - x) * Tensor.LinSpace(0.0, 1.0, 5)), [], []),
            [nameof(LinSpaceStart), nameof(LinSpaceEnd)],
            (dy, _, _) => [LinSpaceStart(dy, 5), LinSpaceEnd(dy, 5)]) { Tolerance = 1e-12 },
        new(
            new("LinSpace(x, y, 1)", (x, y) => Tensor.Reshape(x + (0 * y), 1), [], []),
            [nameof(LinSpaceStart), nameof(LinSpaceEnd)],
            (dy, _, _) => [LinSpaceStart(dy, 1), LinSpaceEnd(dy, 1)]),
        new(
            new("LeakyRelu(x, slope)", (x, slope) => Tensor.Where(x > 0.0, x, slope * x), [2, 3], []),
            [nameof(LeakyRelu), nameof(LeakyReluSlope)],
            (dy, x, _) => [LeakyRelu(dy, x[0], x[1].ToScalar()), LeakyReluSlope(dy, x[0])]) { Tolerance = 1e-12 },
        new(
            new("Elu(x, alpha)", (x, alpha) => Tensor.Where(x > 0.0, x, alpha * Tensor.ExpM1(x)), [2, 3], []),
            [nameof(Elu), nameof(EluAlpha)],
            (dy, x, _) => [Elu(dy, x[0], x[1].ToScalar()), EluAlpha(dy, x[0])]) { Tolerance = 1e-12 },
        new(
            new("HuberLoss(x, y, delta)", inputs => HuberLossOf(inputs[0] - inputs[1], inputs[2]), [[2, 3], [2, 3], []], 0.1, 2),
            [nameof(HuberLossPredictions), nameof(HuberLossTargets), nameof(HuberLossDelta)],
            (dy, x, _) =>
            [
                HuberLossPredictions(dy, x[0], x[1], x[2].ToScalar()),
                HuberLossTargets(dy, x[0], x[1], x[2].ToScalar()),
                HuberLossDelta(dy, x[0], x[1], x[2].ToScalar()),
            ]) { Tolerance = 1e-12 },
    ];

    private static Tensor<double> HuberLossOf(Tensor<double> errors, Tensor<double> delta)
    {
        Tensor<double> size = Tensor.Abs(errors);
        return Tensor.Average(Tensor.Where(size <= delta, 0.5 * errors * errors, delta * (size - (0.5 * delta))));
    }
}
