using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Factors at right angles and triangles.</content>
public static partial class Tensor
{
    /// <summary>
    /// The factors with <c>x = Q R</c>: the columns of Q are at right angles to each other and of length 1, R is an upper triangle whose diagonal is not negative, so that there is one pair of them
    /// for each matrix of full rank. The last two axes are the rows and columns. Derivatives ask for full rank, of a matrix with more columns than rows for that of its first square; where
    /// there is a zero on the diagonal of R, asking for one throws <see cref="SingularMatrixException"/> (Walter and Lehmann, "Algorithmic differentiation of linear algebra functions", 2010, section 3.2).
    /// The factors of a matrix with an infinite element or NaN are NaN.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <returns>In the shapes [..., m, k] and [..., k, n], with the smaller one of m and n for k.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static (Tensor<T> Q, Tensor<T> R) QR<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
        {
            (Tensor<float> q, Tensor<float> r) = QR(Widened(x));
            return (Narrowed<T>(q), Narrowed<T>(r));
        }
        (Tensor<T> Q, Tensor<T> R) factors = QrFactors.Of(x, nameof(QR));
        Recorder.Several(
            nameof(QR),
            x,
            factors,
            [
                (factors.Q, static (dy, factors) => TensorPullbacks.QR(factors, (dy, null))),
                (factors.R, static (dy, factors) => TensorPullbacks.QR(factors, (null, dy))),
            ]);
        return factors;
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.QR"/>, a rule like those of users: the cotangent of a factor is null where nothing depends on it.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="result">The factors.</param>
    /// <param name="dresult">Their cotangents.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.QR))]
    public static Tensor<T> QR<T>((Tensor<T> Q, Tensor<T> R) result, (Tensor<T>? Q, Tensor<T>? R) dresult)
        where T : unmanaged, IFloatingPointIeee754<T> => result.R.Shape[^2] == result.R.Shape[^1]
            ? TallQR(dresult.Q, dresult.R, result.Q, result.R)
            : WideQR(dresult.Q, dresult.R, result.Q, result.R);

    /// <summary>With more columns than rows, the first square has the factors Q and the first square of R, and the other columns are Q times the rest of R.</summary>
    private static Tensor<T> WideQR<T>(Tensor<T>? dq, Tensor<T>? dr, Tensor<T> q, Tensor<T> r)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = r.Shape[^2], last = r.Rank - 1;
        Tensor<T> square = Tensor.Take(r, last, ..rows), rest = Tensor.Take(r, last, rows..);
        if (dr is null)
            return Tensor.Concatenate([TallQR(dq, null, q, square), Tensor.Zeros<T>(rest.Shape)], last);
        Tensor<T> dRest = Tensor.Take(dr, last, rows..), ofRest = Tensor.MatMul(q, Tensor.MatMul(rest, Tensor.Transpose(dRest)));
        return Tensor.Concatenate([TallQR(dq is null ? ofRest : dq + ofRest, Tensor.Take(dr, last, ..rows), q, square), Tensor.MatMul(q, dRest)], last);
    }

    private static Tensor<T> TallQR<T>(Tensor<T>? dq, Tensor<T>? dr, Tensor<T> q, Tensor<T> r)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>? ofR = dr is null ? null : Tensor.MatMul(r, Tensor.Transpose(dr)), ofQ = dq is null ? null : -Tensor.MatMul(Tensor.Transpose(dq), q);
        Tensor<T> inner = Tensor.MatMul(q, WithMirroredLowerTriangle(Plus(ofR, ofQ)!));
        return Tensor.Transpose(Tensor.SolveTriangular(r, Tensor.Transpose(dq is null ? inner : dq + inner), isLower: false));
    }

    /// <summary>The symmetric matrix with this lower triangle.</summary>
    private static Tensor<T> WithMirroredLowerTriangle<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> lower = Tensor.LowerTriangle(x);
        return lower + Tensor.Transpose(lower - Tensor.DiagonalMatrix(Tensor.Diagonal(x)));
    }
}
