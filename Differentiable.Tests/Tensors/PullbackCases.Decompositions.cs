using Differentiable.Tensors;
using static Differentiable.Tensors.TensorPullbacks;

namespace Differentiable.Tests.Tensors;

/// <content>Of what is made of factors. The factors themselves have several results, and rules like those of users.</content>
public static partial class PullbackCases
{
    private static PullbackCase[] Decompositions =>
    [
        LeastSquares("LeastSquares(matrix, y)", [4, 2], [4, 3]),
        LeastSquares("LeastSquares(square matrix, y)", [3, 3], [3, 1]),
        LeastSquares("LeastSquares(wide matrices, y)", [2, 2, 4], [2, 2]),
        Of("Kronecker(x, y)", nameof(KroneckerLeft), nameof(KroneckerRight), (dy, x, _) => [KroneckerLeft(dy, x[0].Shape, x[1]), KroneckerRight(dy, x[0], x[1].Shape)]),
        Of("Kronecker of batches", nameof(KroneckerLeft), nameof(KroneckerRight), (dy, x, _) => [KroneckerLeft(dy, x[0].Shape, x[1]), KroneckerRight(dy, x[0], x[1].Shape)]),
    ];

    private static PullbackCase LeastSquares(string name, Shape matrix, Shape right) => new(
        new(name, Tensor.LeastSquares, matrix, right),
        [nameof(LeastSquaresMatrix), nameof(LeastSquaresRight)],
        (dy, x, y) => [LeastSquaresMatrix(dy, x[0], x[1], y), LeastSquaresRight(dy, x[0])])
    {
        Tolerance = 1e-11,
    };
}
