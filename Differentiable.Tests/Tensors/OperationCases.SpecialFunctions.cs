using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>The gamma and beta functions and their relatives, the inverse error function, Bessel functions.</content>
public static partial class OperationCases
{
    private static OperationCase[] SpecialFunctions =>
    [
        new("LogGamma(x)", Tensor.LogGamma, [2, 3], 0.5, 4),
        new("LogGamma(x) of negative numbers", Tensor.LogGamma, [3], -2.8, -2.2),
        new("Digamma(x)", Tensor.Digamma, [2, 3], 0.5, 4),
        new("Digamma(x) of negative numbers", Tensor.Digamma, [3], -1.7, -1.3),
        new("Polygamma(1, x)", x => Tensor.Polygamma(1, x), [4], 0.6, 3),
        new("Polygamma(2, x) of negative numbers", x => Tensor.Polygamma(2, x), [3], -0.65, -0.35),
        new("IncompleteGamma(a, x)", Tensor.IncompleteGamma, [2, 3], [3], 0.5, 4),
        new("IncompleteGamma(a, x) far to the right", (a, x) => Tensor.IncompleteGamma(a, x + 8), [2, 1], [3], 2, 4),
        new("IncompleteGamma(a, x) of large orders", (a, x) => Tensor.IncompleteGamma(a + 14, x + 14), [2, 3], [2, 3], 0.5, 4),
        new("IncompleteGammaComplement(a, x)", Tensor.IncompleteGammaComplement, [3], [2, 3], 0.5, 4),
        new("IncompleteBeta(a, b, x)", x => Tensor.IncompleteBeta(x[0], x[1], x[2]), [[2, 3], [3], [2, 1]], 0.2, 0.8),
        new("IncompleteBeta(a, b, x) of large parameters", x => Tensor.IncompleteBeta(x[0] + 13, x[1] + 15, x[2]), [[3], [2, 3], []], 0.3, 0.6),
        new("ErfInverse(x)", Tensor.ErfInverse, [2, 3], -0.8, 0.8),
        new("BesselI0e(x)", Tensor.BesselI0e, [4], 0.5, 3),
        new("BesselI0e(x) of negative numbers", Tensor.BesselI0e, [4], -12, -6),
        new("BesselI1e(x)", Tensor.BesselI1e, [4], 0.5, 3),
        new("BesselI1e(x) of negative numbers", Tensor.BesselI1e, [4], -12, -6),
    ];
}
