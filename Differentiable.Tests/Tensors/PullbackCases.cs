using Differentiable.Tensors;
using static Differentiable.Tensors.TensorPullbacks;

namespace Differentiable.Tests.Tensors;

/// <summary>The named pullbacks, each called for an operation that it belongs to.</summary>
public static partial class PullbackCases
{
    /// <summary>All of them, by the names of the operations.</summary>
    public static IReadOnlyDictionary<string, PullbackCase> All { get; } =
        new[]
        {
            Arithmetic, Functions, SpecialFunctions, Activations, Losses, Reductions, OrderStatistics, Shapes, Parts, Selections, SegmentsAndBands, Products, Sums, LinearAlgebra,
            Windows, TransposedConvolutions, Decompositions,
        }.SelectMany(cases => cases).ToDictionary(row => row.Operation.Name);

    private static PullbackCase[] Arithmetic =>
    [
        Of("column + row", nameof(Add), nameof(Add), (dy, _, _) => [Add(dy), Add(dy)]),
        Of("x - column", nameof(SubtractLeft), nameof(SubtractRight), (dy, _, _) => [SubtractLeft(dy), SubtractRight(dy)]),
        Of("middle * outer", nameof(MultiplyLeft), nameof(MultiplyRight), (dy, x, _) => [MultiplyLeft(dy, x[1]), MultiplyRight(dy, x[0])]),
        Of("row / x", nameof(DivideLeft), nameof(DivideRight), (dy, x, _) => [DivideLeft(dy, x[1]), DivideRight(dy, x[0], x[1])]),
        new(
            new("x % row", Tensor.Remainder, [2, 3], [3], 0.5, 2),
            [nameof(RemainderLeft), nameof(RemainderRight)],
            (dy, x, _) => [RemainderLeft(dy), RemainderRight(dy, x[0], x[1])]),
        Of("-x", nameof(Negate), (dy, _, _) => Negate(dy)),
        Of("Square(x)", nameof(Square), (dy, x, _) => Square(dy, x)),
        Of("Abs(x)", nameof(Abs), (dy, x, _) => Abs(dy, x)),
        Of("Max(x, y)", nameof(MaxLeft), nameof(MaxRight), (dy, x, _) => [MaxLeft(dy, x[0], x[1]), MaxRight(dy, x[0], x[1])]),
        Of("Min(x, row)", nameof(MinLeft), nameof(MinRight), (dy, x, _) => [MinLeft(dy, x[0], x[1]), MinRight(dy, x[0], x[1])]),
        new(
            new("Clamp(x, y, z)", inputs => Tensor.Clamp(inputs[0], inputs[1], inputs[2]), [[2, 3], [3], [2, 1]]),
            [nameof(ClampX), nameof(ClampMin), nameof(ClampMax)],
            (dy, x, _) => [ClampX(dy, x[0], x[1], x[2]), ClampMin(dy, x[0], x[1], x[2]), ClampMax(dy, x[0], x[1], x[2])]),
        new(
            new("Where(condition, x, row)", (x, y) => Tensor.Where(s_condition, x, y), [2, 3], [3]),
            [nameof(WhereWhenTrue), nameof(WhereWhenFalse)],
            (dy, _, _) => [WhereWhenTrue(dy, s_condition), WhereWhenFalse(dy, s_condition)]),
    ];

    private static PullbackCase[] Functions =>
    [
        OfResult("Exp(x)", nameof(Exp), Exp),
        OfInput("ExpM1(x)", nameof(ExpM1), ExpM1),
        OfInput("Log(x)", nameof(Log), Log),
        OfInput("LogP1(x)", nameof(LogP1), LogP1),
        OfResult("Sqrt(x)", nameof(Sqrt), Sqrt),
        OfInput("Sin(x)", nameof(Sin), Sin),
        OfInput("Cos(x)", nameof(Cos), Cos),
        OfResult("Tan(x)", nameof(Tan), Tan),
        OfInput("Asin(x)", nameof(Asin), Asin),
        OfInput("Acos(x)", nameof(Acos), Acos),
        OfInput("Atan(x)", nameof(Atan), Atan),
        OfInput("Sinh(x)", nameof(Sinh), Sinh),
        OfInput("Cosh(x)", nameof(Cosh), Cosh),
        OfResult("Tanh(x)", nameof(Tanh), Tanh),
        OfInput("Log2(x)", nameof(Log2), Log2),
        OfInput("Log10(x)", nameof(Log10), Log10),
        OfResult("Exp2(x)", nameof(Exp2), Exp2),
        OfResult("Cbrt(x)", nameof(Cbrt), Cbrt),
        OfResult("ReciprocalSqrt(x)", nameof(ReciprocalSqrt), ReciprocalSqrt),
        OfInput("Asinh(x)", nameof(Asinh), Asinh),
        OfInput("Acosh(x)", nameof(Acosh), Acosh),
        OfInput("Atanh(x)", nameof(Atanh), Atanh),
        OfInput("Erf(x)", nameof(Erf), Erf),
        OfInput("Erfc(x)", nameof(Erfc), Erfc),
        Of("Pow(x, y)", nameof(PowLeft), nameof(PowRight), (dy, x, _) => [PowLeft(dy, x[0], x[1]), PowRight(dy, x[0], x[1])]),
        Of("Atan2(y, x)", nameof(Atan2Y), nameof(Atan2X), (dy, x, _) => [Atan2Y(dy, x[0], x[1]), Atan2X(dy, x[0], x[1])]),
        Of("Hypot(x, y)", nameof(HypotX), nameof(HypotY), (dy, x, _) => [HypotX(dy, x[0], x[1]), HypotY(dy, x[0], x[1])]),
        Of("XLogY(x, y)", nameof(XLogYX), nameof(XLogYY), (dy, x, _) => [XLogYX(dy, x[0], x[1]), XLogYY(dy, x[0], x[1])]),
        Of("MultiplyNoNaN(x, y)", nameof(MultiplyNoNaNLeft), nameof(MultiplyNoNaNRight), (dy, x, _) => [MultiplyNoNaNLeft(dy, x[1]), MultiplyNoNaNRight(dy, x[0])]),
        Of("DivideNoNaN(x, y)", nameof(DivideNoNaNLeft), nameof(DivideNoNaNRight), (dy, x, _) => [DivideNoNaNLeft(dy, x[1]), DivideNoNaNRight(dy, x[0], x[1])]),
    ];

    private static PullbackCase[] Activations =>
    [
        OfResult("Sigmoid(x)", nameof(Sigmoid), Sigmoid),
        OfInput("Softplus(x)", nameof(Softplus), Softplus),
        OfResult("Relu(x)", nameof(Relu), Relu),
        Of("LeakyRelu(x)", nameof(LeakyRelu), (dy, x, _) => LeakyRelu(dy, x, null)),
        Of("LeakyRelu(x, 0.01)", nameof(LeakyRelu), (dy, x, _) => LeakyRelu(dy, x, 0.01)),
        Of("Elu(x)", nameof(Elu), (dy, x, _) => Elu(dy, x, null)),
        Of("Elu(x, 0.5)", nameof(Elu), (dy, x, _) => Elu(dy, x, 0.5)),
        OfInput("Silu(x)", nameof(Silu), Silu),
        Of("Gelu(x)", nameof(Gelu), (dy, x, _) => Gelu(dy, x, false)),
        Of("Gelu(x, approximate)", nameof(Gelu), (dy, x, _) => Gelu(dy, x, true)),
        new(new("Relu6(x) in part", Tensor.Relu6, [8], -4, 10), [nameof(Relu6)], (dy, _, y) => [Relu6(dy, y)]),
        new(new("HardSigmoid(x) in part", Tensor.HardSigmoid, [8], -5, 5), [nameof(HardSigmoid)], (dy, _, y) => [HardSigmoid(dy, y)]),
        new(new("HardSwish(x) in part", Tensor.HardSwish, [8], -5, 5), [nameof(HardSwish)], (dy, x, _) => [HardSwish(dy, x[0])]),
        OfInput("Selu(x)", nameof(Selu), Selu),
        OfInput("Mish(x)", nameof(Mish), Mish),
        OfInput("SoftSign(x)", nameof(SoftSign), SoftSign),
        Of("SoftMax(x)", nameof(SoftMax), (dy, _, y) => SoftMax(dy, y, -1)),
        Of("SoftMax(x, 0)", nameof(SoftMax), (dy, _, y) => SoftMax(dy, y, 0)),
        Of("LogSoftMax(x)", nameof(LogSoftMax), (dy, _, y) => LogSoftMax(dy, y, -1)),
        Of("LogSoftMax(x, 1)", nameof(LogSoftMax), (dy, _, y) => LogSoftMax(dy, y, 1)),
    ];

    private static PullbackCase[] Losses =>
    [
        Of(
            "SoftMaxCrossEntropy(x, y)",
            nameof(SoftMaxCrossEntropyLogits),
            nameof(SoftMaxCrossEntropyLabels),
            (dy, x, _) => [SoftMaxCrossEntropyLogits(dy, x[0], x[1]), SoftMaxCrossEntropyLabels(dy, x[0])]),
        Of("SparseSoftMaxCrossEntropy(x, classes)", nameof(SparseSoftMaxCrossEntropy), (dy, x, _) => SparseSoftMaxCrossEntropy(dy, x, [2, 0, 2, 1])),
        Of(
            "SigmoidCrossEntropy(x, y)",
            nameof(SigmoidCrossEntropyLogits),
            nameof(SigmoidCrossEntropyLabels),
            (dy, x, _) => [SigmoidCrossEntropyLogits(dy, x[0], x[1]), SigmoidCrossEntropyLabels(dy, x[0])]),
        Of(
            "MeanSquaredError(x, y)",
            nameof(MeanSquaredErrorPredictions),
            nameof(MeanSquaredErrorTargets),
            (dy, x, _) => [MeanSquaredErrorPredictions(dy, x[0], x[1]), MeanSquaredErrorTargets(dy, x[0], x[1])]),
        Of(
            "MeanAbsoluteError(x, y)",
            nameof(MeanAbsoluteErrorPredictions),
            nameof(MeanAbsoluteErrorTargets),
            (dy, x, _) => [MeanAbsoluteErrorPredictions(dy, x[0], x[1]), MeanAbsoluteErrorTargets(dy, x[0], x[1])]),
        Of(
            "HuberLoss(x, y, 0.5)",
            nameof(HuberLossPredictions),
            nameof(HuberLossTargets),
            (dy, x, _) => [HuberLossPredictions(dy, x[0], x[1], 0.5), HuberLossTargets(dy, x[0], x[1], 0.5)]),
        Of(
            "HuberLoss(x, y)",
            nameof(HuberLossPredictions),
            nameof(HuberLossTargets),
            (dy, x, _) => [HuberLossPredictions(dy, x[0], x[1], null), HuberLossTargets(dy, x[0], x[1], null)]),
    ];

    private static readonly Tensor<bool> s_condition = Tensor.From([true, false, true, true, false, false], [2, 3]);

    private static PullbackCase Of(string operation, string method, Func<Tensor<double>, Tensor<double>, Tensor<double>, Tensor<double>> pullback) =>
        new(OperationCases.All[operation], [method], (dy, x, y) => [pullback(dy, x[0], y)]);

    private static PullbackCase Of(string operation, string left, string right, Pullbacks pullbacks) => new(OperationCases.All[operation], [left, right], pullbacks);

    private static PullbackCase OfInput(string operation, string method, Func<Tensor<double>, Tensor<double>, Tensor<double>> pullback) =>
        Of(operation, method, (dy, x, _) => pullback(dy, x));

    private static PullbackCase OfResult(string operation, string method, Func<Tensor<double>, Tensor<double>, Tensor<double>> pullback) =>
        Of(operation, method, (dy, _, y) => pullback(dy, y));
}
