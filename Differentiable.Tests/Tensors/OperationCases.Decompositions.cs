using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Factors at right angles, eigenvalues and singular values, and what is made of them.</content>
public static partial class OperationCases
{
    private static OperationCase[] Decompositions =>
    [
        new("QR(x).Q", x => Tensor.QR(Spread(x)).Q, [4, 3]),
        new("QR(x).R", x => Tensor.QR(Spread(x)).R, [4, 3]),
        new("QR of squares", x => Joined(Tensor.QR(Spread(x))), [3, 3]),
        new("QR of batches", x => Joined(Tensor.QR(Spread(x))), [2, 2, 4, 2]),
        new("QR(x).Q of wide ones", x => Tensor.QR(Spread(x)).Q, [2, 4]),
        new("QR of wide ones", x => Joined(Tensor.QR(Spread(x))), [2, 3, 5]),
        new("LU(x).L", x => Tensor.LU(Swapped(x)).L, [4, 4]),
        new("LU(x).U", x => Tensor.LU(Swapped(x)).U, [3, 3]),
        new("LU of batches", x => Tensor.LU(Swapped(x)) is var (l, u, _) ? l * Tensor.Exp(u / 9) : x, [2, 2, 3, 3]),
        new("EigH(x).Values", x => Tensor.EigH(Symmetric(x)).Values, [4, 4]),
        new("EigH(x).Vectors", x => Tensor.EigH(Symmetric(x)).Vectors, [3, 3]),
        new("EigH(x) of what is not symmetric", x => Tensor.EigH(Spread(x)) is var (values, vectors) ? values * vectors : x, [3, 3]),
        new("EigH of batches", x => Tensor.EigH(Symmetric(x)) is var (values, vectors) ? Tensor.Unsqueeze(values, -1) * vectors : x, [2, 3, 3]),
        new("Svd(x).S", x => Tensor.Svd(Spread(x)).S, [4, 3]),
        new("Svd(x).U", x => Tensor.Svd(Spread(x)).U, [4, 3]),
        new("Svd(x).V", x => Tensor.Svd(Spread(x)).V, [4, 3]),
        new("Svd of squares", x => Joined(Tensor.Svd(Spread(x))), [3, 3]),
        new("Svd of wide ones", x => Joined(Tensor.Svd(Spread(x))), [2, 4]),
        new("Svd of batches", x => Joined(Tensor.Svd(Spread(x))), [2, 2, 3, 2]),
        new("LeastSquares(x, y)", (x, y) => Tensor.LeastSquares(Spread(x), y), [4, 2], [4, 3]),
        new("LeastSquares of squares", (x, y) => Tensor.LeastSquares(Spread(x), y), [3, 3], [3, 1]),
        new("LeastSquares of wide ones", (x, y) => Tensor.LeastSquares(Spread(x), y), [2, 4], [2, 2]),
        new("LeastSquares of a matrix and a batch", (x, y) => Tensor.LeastSquares(Spread(x), y), [3, 2], [2, 3, 2]),
        new("LeastSquares of a batch and one right side", (x, y) => Tensor.LeastSquares(Spread(x), y), [2, 2, 3], [2, 2]),
        new("Kronecker(x, y)", Tensor.Kronecker, [2, 3], [3, 2]),
        new("Kronecker of batches", Tensor.Kronecker, [2, 1, 2, 1], [3, 1, 2]),
    ];

    /// <summary>With a large diagonal, whose elements differ, so that there is full rank and singular values are far apart.</summary>
    internal static Tensor<double> Spread(Tensor<double> x) => x + Tensor.From([.. Enumerable.Range(0, x.Shape[^2] * x.Shape[^1]).Select(i => i / x.Shape[^1] == i % x.Shape[^1] ? 6.0 * (1 + (i % x.Shape[^1])) : 0)], [x.Shape[^2], x.Shape[^1]]);

    /// <summary>With a large diagonal and the rows the other way round, so that each pivot is elsewhere.</summary>
    internal static Tensor<double> Swapped(Tensor<double> x) => Tensor.Reverse(Spread(x), -2);

    internal static Tensor<double> Symmetric(Tensor<double> x) => Spread(x + Tensor.Transpose(x));

    internal static Tensor<double> Joined((Tensor<double> Q, Tensor<double> R) factors) => Tensor.Concatenate([Tensor.Flatten(factors.Q), Tensor.Flatten(factors.R)]);

    internal static Tensor<double> Joined((Tensor<double> U, Tensor<double> S, Tensor<double> V) factors) =>
        Tensor.Concatenate([Tensor.Flatten(factors.U), Tensor.Flatten(factors.S), Tensor.Flatten(factors.V)]);
}
