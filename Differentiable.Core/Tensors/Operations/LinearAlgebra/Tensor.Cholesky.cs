using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Factors of positive definite matrices.</content>
public static partial class Tensor
{
    /// <summary>
    /// The lower triangles L with <c>x = L Lᵀ</c>, of symmetric positive definite matrices: the last two axes are the rows and columns. Only the triangle
    /// below the diagonal is read; the derivative is that of a matrix that stays symmetric, half of it in either triangle (Murray, "Differentiation of the
    /// Cholesky decomposition", 2016, section 3.1). A matrix with NaN has a factor with NaN.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>In the same shape, with zeros above the diagonals.</returns>
    /// <exception cref="NotPositiveDefiniteException">A matrix is not positive definite.</exception>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> Cholesky<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        Tensor<T> factor = CholeskyFactor.Of(x);
        return Recorder.Unary(nameof(Cholesky), factor, x, factor, TensorPullbacks.Cholesky);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Cholesky"/>.</summary>
    [PullbackOf(nameof(Tensor.Cholesky), "x")]
    public static Tensor<T> Cholesky<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> transpose = Tensor.Transpose(y), inner = HalfTriangle(Tensor.MatMul(transpose, dy));
        Tensor<T> outer = Tensor.SolveTriangular(transpose, Tensor.Transpose(Tensor.SolveTriangular(transpose, inner, isLower: false)), isLower: false);
        return (outer + Tensor.Transpose(outer)) / (T.One + T.One);
    }

    /// <summary>The lower triangle with half of the diagonal; Murray's Φ.</summary>
    private static Tensor<T> HalfTriangle<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = x.Shape[^1];
        return Tensor.Where(Matrices.Triangle(size, isLower: true), x, T.Zero) / (Tensor.Eye<T>(size) + T.One);
    }
}
