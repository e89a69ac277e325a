using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Singular values.</content>
public static partial class Tensor
{
    /// <summary>
    /// The singular values and vectors of matrices, <c>x = U S Vᵀ</c>: the last two axes are the rows and columns. Vectors have the length 1, and the sign that makes positive the first element of
    /// the left one that is at least half as great as the greatest. Derivatives of the vectors, and second ones of the values, ask for singular values that differ, and if the matrix is not square,
    /// for none of 0; elsewhere they are not finite (Townsend, "Differentiating the singular value decomposition", 2016). The results for a matrix with an infinite element or NaN are NaN.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <returns>
    /// The left vectors as columns, in the shape [..., m, k] with the smaller one of m and n for k; the values in descending order, in the shape [..., k]; and the right vectors as columns, in the shape
    /// [..., n, k].
    /// </returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static (Tensor<T> U, Tensor<T> S, Tensor<T> V) Svd<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
        {
            (Tensor<float> u, Tensor<float> s, Tensor<float> v) = Svd(Widened(x));
            return (Narrowed<T>(u), Narrowed<T>(s), Narrowed<T>(v));
        }
        (Tensor<T> U, Tensor<T> S, Tensor<T> V) results = SingularValues.Of(x);
        Recorder.Several(
            nameof(Svd),
            x,
            results,
            [
                (results.U, static (dy, results) => TensorPullbacks.SvdLeft(dy, results.U, results.S, results.V)),
                (results.S, static (dy, results) => TensorPullbacks.SvdValues(dy, results.U, results.V)),
                (results.V, static (dy, results) => TensorPullbacks.SvdRight(dy, results.U, results.S, results.V)),
            ]);
        return results;
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Svd"/>, a rule like those of users: the cotangent of a result is null where nothing depends on it.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="result">The vectors and values.</param>
    /// <param name="dresult">Their cotangents.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Svd))]
    public static Tensor<T>? Svd<T>((Tensor<T> U, Tensor<T> S, Tensor<T> V) result, (Tensor<T>? U, Tensor<T>? S, Tensor<T>? V) dresult)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Tensor<T> u, Tensor<T> s, Tensor<T> v) = result;
        Tensor<T>? left = dresult.U is null ? null : SvdLeft(dresult.U, u, s, v), right = dresult.V is null ? null : SvdRight(dresult.V, u, s, v);
        return Plus(Plus(left, dresult.S is null ? null : SvdValues(dresult.S, u, v)), right);
    }

    internal static Tensor<T> SvdValues<T>(Tensor<T> dy, Tensor<T> u, Tensor<T> v)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.MatMul(u * Tensor.Unsqueeze(dy, -2), Tensor.Transpose(v));

    /// <summary>The transpose has the same vectors, left and right.</summary>
    internal static Tensor<T> SvdRight<T>(Tensor<T> dy, Tensor<T> u, Tensor<T> s, Tensor<T> v)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Transpose(SvdLeft(dy, v, s, u));

    internal static Tensor<T> SvdLeft<T>(Tensor<T> dy, Tensor<T> u, Tensor<T> s, Tensor<T> v)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> row = Tensor.Unsqueeze(s, -2), column = Tensor.Unsqueeze(s, -1), along = Tensor.MatMul(Tensor.Transpose(u), dy);
        Tensor<T> turned = (along - Tensor.Transpose(along)) * OneOverGaps((row - column) * (row + column)) * row, dLeft = Tensor.MatMul(u, turned);
        if (u.Shape[^2] > u.Shape[^1]) // there is room at right angles to all vectors
            dLeft += (dy - Tensor.MatMul(u, along)) / row;
        return Tensor.MatMul(dLeft, Tensor.Transpose(v));
    }
}
