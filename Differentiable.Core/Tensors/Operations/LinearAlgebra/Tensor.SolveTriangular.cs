using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Linear equations whose matrix is a triangle.</content>
public static partial class Tensor
{
    /// <summary>
    /// The X with <c>matrix X = right</c>, where the matrix is triangular. What stands in its other triangle is not read and has the derivative zero. The
    /// axes before the last two are broadcast.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="matrix">In the shape [..., n, n].</param>
    /// <param name="right">In the shape [..., n, k]: each column is a right side.</param>
    /// <param name="isLower">Is it the triangle below the diagonal that is read, or the one above?</param>
    /// <returns>In the shape [..., n, k].</returns>
    /// <exception cref="SingularMatrixException">There is a zero on the diagonal of a matrix.</exception>
    /// <exception cref="ShapeMismatchException">The matrices are not square or have not as many rows as the right side, or the other axes do not fit.</exception>
    /// <exception cref="ArgumentException">One of both has fewer than two axes.</exception>
    public static Tensor<T> SolveTriangular<T>(Tensor<T> matrix, Tensor<T> right, bool isLower = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (matrix, right) = (matrix.Now(), right.Now());
        Tensor<T> x = TriangularSolution.Of(matrix, right, isLower, nameof(SolveTriangular));
        return Recorder.Many(nameof(SolveTriangular), x, [matrix, right], (matrix, x, right.Shape, isLower), static (dy, kept, inputs) =>
        {
            Tensor<T> dRight = TensorPullbacks.SolveTriangularRight(dy, kept.matrix, kept.isLower);
            return
            [
                inputs.Needs(0) ? TensorPullbacks.ToTriangle(dRight, kept.matrix.Shape, kept.x, kept.isLower) : null,
                inputs.Needs(1) ? SumTo(dRight, kept.Shape) : null,
            ];
        });
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.SolveTriangular"/> to the matrices.</summary>
    [PullbackOf(nameof(Tensor.SolveTriangular), "matrix")]
    public static Tensor<T> SolveTriangularMatrix<T>(Tensor<T> dy, Tensor<T> matrix, Tensor<T> y, bool isLower)
        where T : unmanaged, IFloatingPointIeee754<T> => ToTriangle(SolveTriangularRight(dy, matrix, isLower), matrix.Shape, y, isLower);

    /// <summary>The pullback of <see cref="Tensor.SolveTriangular"/> to the right side.</summary>
    [PullbackOf(nameof(Tensor.SolveTriangular), "right", IsBroadcast = true)]
    public static Tensor<T> SolveTriangularRight<T>(Tensor<T> dy, Tensor<T> matrix, bool isLower)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.SolveTriangular(Tensor.Transpose(matrix), dy, !isLower);

    /// <summary>The cotangent of the matrix, from that of the right side and the solution.</summary>
    internal static Tensor<T> ToTriangle<T>(Tensor<T> dRight, Shape matrix, Tensor<T> solution, bool isLower)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Where(Matrices.Triangle(matrix[^1], isLower), SumTo(-Tensor.MatMul(dRight, Tensor.Transpose(solution)), matrix), T.Zero);
}
