using System.Numerics;

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
        Tensor<T> x = TriangularSolution.Of(matrix, right, isLower);
        return Recorder.Many(nameof(SolveTriangular), x, [matrix, right], (matrix, x, right.Shape, isLower), static (dy, kept, inputs) =>
        {
            Shape shape = kept.matrix.Shape;
            Tensor<T> dRight = SolveTriangular(Transpose(kept.matrix), dy, !kept.isLower);
            return
            [
                inputs.Needs(0) ? Where(Matrices.Triangle(shape[^1], kept.isLower), SumTo(-MatMul(dRight, Transpose(kept.x)), shape), T.Zero) : null,
                inputs.Needs(1) ? SumTo(dRight, kept.Shape) : null,
            ];
        });
    }
}
