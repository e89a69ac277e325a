using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Matrices from their diagonals.</content>
public static partial class Tensor
{
    /// <summary>Square matrices with these diagonals and zeros elsewhere: what <see cref="Diagonal{T}(Tensor{T})"/> takes out of them.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n].</param>
    /// <returns>In the shape [..., n, n].</returns>
    /// <exception cref="ShapeMismatchException">The tensor has no axis.</exception>
    public static Tensor<T> DiagonalMatrix<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => x.Given().Rank > 0
            ? Undiagonal(x, [.. x.Shape, x.Shape[^1]], [.. Enumerable.Range(0, x.Rank), x.Rank - 1])
            : throw new ShapeMismatchException($"{nameof(DiagonalMatrix)}: shape {x.Shape} has no axis.");
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.DiagonalMatrix"/>.</summary>
    [PullbackOf(nameof(Tensor.DiagonalMatrix), "x")]
    public static Tensor<T> DiagonalMatrix<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => Tensor.Diagonal(dy);
}
