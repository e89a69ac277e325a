using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Einstein's sums with three dots.</content>
public static partial class OperationCases
{
    private static OperationCase[] Ellipses =>
    [
        Dotted("...ij,...jk->...ik", [4, 2, 3], [4, 3, 2]),
        Dotted("...ij,jk", [2, 1, 2, 3], [3, 2]),
        Dotted("...ij,...jk->...ki", [4, 1, 2, 3], [2, 3, 2]),
        Dotted("...i->i...", [2, 3, 4]),
        Dotted("...i->...", [2, 3, 4]),
        Dotted("i...i->...", [3, 2, 3]),
        Dotted("i...->i", [3, 2, 2]),
        Dotted("...,...->...", [1, 3], [2, 1]),
        Dotted("b...,...", [2, 3], [3]),
    ];

    private static OperationCase Dotted(string equation, params Shape[] shapes) => new($"sum with dots: {equation}", inputs => Tensor.Einsum(equation, inputs), shapes);
}
