using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

public static partial class OperationCases
{
    private static OperationCase[] MoreFunctions =>
    [
        new("Log2(x)", Tensor.Log2, [3], 0.5, 3),
        new("Log10(x)", Tensor.Log10, [3], 0.5, 3),
        new("Exp2(x)", Tensor.Exp2, [2, 3]),
        new("Cbrt(x)", Tensor.Cbrt, [3], 0.5, 3),
        new("ReciprocalSqrt(x)", Tensor.ReciprocalSqrt, [3], 0.5, 3),
        new("Asinh(x)", Tensor.Asinh, [4]),
        new("Acosh(x)", Tensor.Acosh, [4], 1.5, 4),
        new("Atanh(x)", Tensor.Atanh, [4], -0.8, 0.8),
        new("Atan2(y, x)", Tensor.Atan2, [2, 3], [2, 3], 0.5, 2),
        new("Atan2(column, -row)", (y, x) => Tensor.Atan2(y, -x), [2, 1], [3], 0.5, 2),
        new("Hypot(x, y)", Tensor.Hypot, [2, 3], [3]),
        new("XLogY(x, y)", Tensor.XLogY, [2, 3], [3], 0.5, 3),
        new("MultiplyNoNaN(x, y)", Tensor.MultiplyNoNaN, [2, 3], [3]),
        new("DivideNoNaN(x, y)", Tensor.DivideNoNaN, [3], [2, 3], 0.5, 3),
        new("Erf(x)", Tensor.Erf, [2, 3]),
        new("Erfc(x)", Tensor.Erfc, [2, 3]),
        new("Cast<double, double>(x * x)", x => Tensor.Cast<double, double>(x * x), [3]),
    ];

    private static OperationCase[] MoreActivations =>
    [
        new("LeakyRelu(x)", x => Tensor.LeakyRelu(x), [6]),
        new("LeakyRelu(x, 0.01)", x => Tensor.LeakyRelu(x, 0.01), [2, 3]),
        new("Elu(x)", x => Tensor.Elu(x), [6]),
        new("Elu(x, 0.5)", x => Tensor.Elu(x, 0.5), [2, 3]),
        new("Silu(x)", Tensor.Silu, [2, 3]),
        new("Gelu(x)", x => Tensor.Gelu(x), [2, 3]),
        new("Gelu(x, approximate)", x => Tensor.Gelu(x, approximate: true), [2, 3]),
        new("Relu6(3 x)", x => Tensor.Relu6(x * 3.0), [8]),
        new("HardSigmoid(2 x)", x => Tensor.HardSigmoid(x * 2.0), [2, 4]),
        new("HardSwish(2 x)", x => Tensor.HardSwish(x * 2.0), [8]),
        new("Selu(x)", Tensor.Selu, [2, 3]),
        new("Mish(x)", Tensor.Mish, [2, 3]),
        new("SoftSign(x)", Tensor.SoftSign, [6]),
        new("SoftMax(x)", x => Tensor.SoftMax(x), [2, 3]),
        new("SoftMax(x, 0)", x => Tensor.SoftMax(x, 0), [4, 2, 3]),
        new("LogSoftMax(x)", x => Tensor.LogSoftMax(x), [2, 3]),
        new("LogSoftMax(x, 1)", x => Tensor.LogSoftMax(x, 1), [2, 3, 2]),
    ];

    private static OperationCase[] Losses =>
    [
        new("SoftMaxCrossEntropy(x, y)", Tensor.SoftMaxCrossEntropy, [2, 3], [2, 3]),
        new("SparseSoftMaxCrossEntropy(x, classes)", x => Tensor.SparseSoftMaxCrossEntropy(x, [2, 0, 2, 1]), [4, 3]),
        new("SparseSoftMaxCrossEntropy(x, one class)", x => Tensor.SparseSoftMaxCrossEntropy(x, 1), [3]),
        new("SigmoidCrossEntropy(x, y)", Tensor.SigmoidCrossEntropy, [2, 3], [2, 3]),
        new("MeanSquaredError(x, y)", Tensor.MeanSquaredError, [2, 3], [2, 3]),
        new("MeanAbsoluteError(x, y)", Tensor.MeanAbsoluteError, [2, 3], [2, 3]),
        new("HuberLoss(x, y)", (x, y) => Tensor.HuberLoss(x, y), [2, 5], [2, 5]),
        new("HuberLoss(x, y, 0.5)", (x, y) => Tensor.HuberLoss(x, y, 0.5), [2, 5], [2, 5]),
    ];
}
