using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Factors, solutions, inverses and determinants of matrices.</content>
public static partial class OperationCases
{
    private static OperationCase[] LinearAlgebra =>
    [
        new("Cholesky(x xᵀ + I)", x => Tensor.Cholesky(Positive(x)), [3, 4]),
        new("Cholesky of batches", x => Tensor.Cholesky(Positive(x)), [2, 2, 3, 3]),
        new("SolveTriangular(x, y)", (x, y) => Tensor.SolveTriangular(x, y), [3, 3], [3, 2], 0.5, 2),
        new("SolveTriangular(x, y) above", (x, y) => Tensor.SolveTriangular(x, y, isLower: false), [3, 3], [3, 2], 0.5, 2),
        new("SolveTriangular of batches", (x, y) => Tensor.SolveTriangular(x, y), [2, 3, 3], [2, 3, 2], 0.5, 2),
        new("SolveTriangular of a matrix and a batch", (x, y) => Tensor.SolveTriangular(x, y), [3, 3], [4, 3, 1], 0.5, 2),
        new("SolveTriangular of a batch and one right side", (x, y) => Tensor.SolveTriangular(x, y), [2, 1, 3, 3], [4, 3, 1], 0.5, 2),
        new("Solve(x, y)", (x, y) => Tensor.Solve(Regular(x), y), [4, 4], [4, 2]),
        new("Solve of batches", (x, y) => Tensor.Solve(Regular(x), y), [2, 3, 3], [2, 3, 1]),
        new("Solve of a matrix and a batch", (x, y) => Tensor.Solve(Regular(x), y), [3, 3], [2, 3, 2]),
        new("Solve of a batch and one right side", (x, y) => Tensor.Solve(Regular(x), y), [2, 3, 3], [3, 2]),
        new("Inverse(x)", x => Tensor.Inverse(Regular(x)), [3, 3]),
        new("Inverse of batches", x => Tensor.Inverse(Regular(x)), [2, 2, 2, 2]),
        new("Determinant(x)", x => Tensor.Determinant(Regular(x)), [3, 3]),
        new("Determinant of batches", x => Tensor.Determinant(Regular(x)), [2, 2, 3, 3]),
        new("LogDeterminant(x)", x => Tensor.LogDeterminant(Regular(x)).LogAbs, [3, 3]),
        new("Fft(x)", Tensor.Fft, [2, 6, 2]),
        new("InverseFft(x)", Tensor.InverseFft, [4, 2]),
        new("RealFft(x)", Tensor.RealFft, [2, 5]),
        new("RealFft of an even length", Tensor.RealFft, [6]),
        new("InverseRealFft(x, 5)", x => Tensor.InverseRealFft(x, 5), [2, 3, 2]),
        new("InverseRealFft(x, 4)", x => Tensor.InverseRealFft(x, 4), [3, 2]),
        new("MatrixExponential(x)", x => Tensor.MatrixExponential(x), [3, 3]),
        new("MatrixExponential of batches", x => Tensor.MatrixExponential(0.1 * x), [2, 2, 2, 2]),
        new("LogDeterminant of batches", x => Tensor.LogDeterminant(Regular(x)).LogAbs, [2, 3, 3]),
    ];

    private static Tensor<double> Positive(Tensor<double> x) => Tensor.MatMul(x, Tensor.Transpose(x)) + Tensor.Eye<double>(x.Shape[^2]);

    /// <summary>With large elements that are not on the diagonal, so that rows are swapped.</summary>
    private static Tensor<double> Regular(Tensor<double> x)
    {
        int size = x.Shape[^1];
        return x + (8 * Tensor.Stack([.. Enumerable.Range(0, size).Select(row => Tensor.OneHot<double>((row + 1) % size, size))]));
    }
}
