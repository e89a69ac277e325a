using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Linear equations.</content>
public static partial class Tensor
{
    /// <summary>
    /// The X with <c>matrix X = right</c>, by elimination with partial pivoting. The axes before the last two are broadcast. The derivatives solve the
    /// equations of the transpose with the same factors.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="matrix">In the shape [..., n, n].</param>
    /// <param name="right">In the shape [..., n, k]: each column is a right side.</param>
    /// <returns>In the shape [..., n, k].</returns>
    /// <exception cref="SingularMatrixException">A matrix is singular: a pivot is exactly zero.</exception>
    /// <exception cref="ShapeMismatchException">The matrices are not square or have not as many rows as the right side, or the other axes do not fit.</exception>
    /// <exception cref="ArgumentException">One of both has fewer than two axes.</exception>
    public static Tensor<T> Solve<T>(Tensor<T> matrix, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrices.RequireEquations(matrix.Given(), right.Given(), nameof(Solve));
        return new Equations<T>(matrix.Now(), nameof(Solve)).Solve(right, isTransposed: false);
    }

    /// <summary>The inverses of matrices: the last two axes are the rows and columns.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>In the same shape.</returns>
    /// <exception cref="SingularMatrixException">A matrix is singular: a pivot is exactly zero.</exception>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> Inverse<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => new Equations<T>(x.Now(), nameof(Inverse)).Inverse(isTransposed: false);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Solve"/> to the matrices.</summary>
    [PullbackOf(nameof(Tensor.Solve), "matrix")]
    public static Tensor<T> SolveMatrix<T>(Tensor<T> dy, Tensor<T> matrix, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Equations<T> equations = new(matrix.Now(), nameof(Tensor.Solve));
        return equations.ToMatrix(equations.Solve(dy, isTransposed: true), y, isTransposed: false);
    }

    /// <summary>The pullback of <see cref="Tensor.Solve"/> to the right side.</summary>
    [PullbackOf(nameof(Tensor.Solve), "right", IsBroadcast = true)]
    public static Tensor<T> SolveRight<T>(Tensor<T> dy, Tensor<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => new Equations<T>(matrix.Now(), nameof(Tensor.Solve)).Solve(dy, isTransposed: true);

    /// <summary>The pullback of <see cref="Tensor.Inverse"/>.</summary>
    [PullbackOf(nameof(Tensor.Inverse), "x")]
    public static Tensor<T> Inverse<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => SolveMatrix(dy, x, y);
}
