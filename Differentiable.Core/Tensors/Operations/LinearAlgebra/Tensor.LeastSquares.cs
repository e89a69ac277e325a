using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Linear equations with more or fewer unknowns than equations.</content>
public static partial class Tensor
{
    /// <summary>
    /// The X for which the sum of the squares of <c>matrix X - right</c> is smallest; where there are many, the one with the smallest squares itself. By <see cref="QR"/>, so matrices need full
    /// rank: as many independent rows or columns as there are. The axes before the last two are broadcast.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="matrix">In the shape [..., m, n].</param>
    /// <param name="right">In the shape [..., m, k]: each column is a right side.</param>
    /// <returns>In the shape [..., n, k].</returns>
    /// <exception cref="SingularMatrixException">A matrix has not full rank: there is a zero on the diagonal of its triangle. (Where rounding makes it a small number, nothing is said.)</exception>
    /// <exception cref="ShapeMismatchException">The matrices have not as many rows as the right side, or the other axes do not fit.</exception>
    /// <exception cref="ArgumentException">One of both has fewer than two axes.</exception>
    public static Tensor<T> LeastSquares<T>(Tensor<T> matrix, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrices.RequireRows(matrix.Given(), right.Given(), nameof(LeastSquares));
        if (IsOfHalves<T>())
            return Narrowed<T>(LeastSquares(Widened(matrix), Widened(right)));
        return new ApproximateEquations<T>(matrix.Now(), nameof(LeastSquares)).Solve(right, isTransposed: false);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.LeastSquares"/> to the matrices.</summary>
    [PullbackOf(nameof(Tensor.LeastSquares), "matrix")]
    public static Tensor<T> LeastSquaresMatrix<T>(Tensor<T> dy, Tensor<T> matrix, Tensor<T> right, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ApproximateEquations<T> equations = new(matrix.Now(), nameof(Tensor.LeastSquares));
        return equations.ToMatrix(dy, equations.Solve(dy, isTransposed: true), right, y, isTransposed: false);
    }

    /// <summary>The pullback of <see cref="Tensor.LeastSquares"/> to the right side.</summary>
    [PullbackOf(nameof(Tensor.LeastSquares), "right", IsBroadcast = true)]
    public static Tensor<T> LeastSquaresRight<T>(Tensor<T> dy, Tensor<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => new ApproximateEquations<T>(matrix.Now(), nameof(Tensor.LeastSquares)).Solve(dy, isTransposed: true);
}
