using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Eigenvalues of symmetric matrices.</content>
public static partial class Tensor
{
    /// <summary>
    /// The eigenvalues and eigenvectors of symmetric matrices, <c>x = V Λ Vᵀ</c>: the last two axes are the rows and columns. Only the triangle below the diagonal is read,
    /// and only there the derivative is not 0: an element below the diagonal stands for the one above as well. Vectors have the length 1, and the sign that makes positive the first of their elements that is at least half as great as
    /// the greatest. Derivatives of the vectors, and second ones of the values, ask for eigenvalues that differ; where two are equal, they are not finite (Giles, "An extended collection of matrix
    /// derivative results for forward and reverse mode algorithmic differentiation", 2008, section 3.1). The results for a matrix with an infinite element or NaN are NaN.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>The values in ascending order, in the shape [..., n], and the vectors as columns, in the shape [..., n, n].</returns>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static (Tensor<T> Values, Tensor<T> Vectors) EigH<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
        {
            (Tensor<float> values, Tensor<float> vectors) = EigH(Widened(x));
            return (Narrowed<T>(values), Narrowed<T>(vectors));
        }
        (Tensor<T> Values, Tensor<T> Vectors) results = SymmetricEigen.Of(x);
        Recorder.Several(
            nameof(EigH),
            x,
            results,
            [
                (results.Values, static (dy, results) => TensorPullbacks.EigHValues(dy, results.Vectors)),
                (results.Vectors, static (dy, results) => TensorPullbacks.EigHVectors(dy, results.Values, results.Vectors)),
            ]);
        return results;
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.EigH"/>, a rule like those of users: the cotangent of a result is null where nothing depends on it.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="result">The values and vectors.</param>
    /// <param name="dresult">Their cotangents.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.EigH))]
    public static Tensor<T>? EigH<T>((Tensor<T> Values, Tensor<T> Vectors) result, (Tensor<T>? Values, Tensor<T>? Vectors) dresult)
        where T : unmanaged, IFloatingPointIeee754<T> => Plus(
            dresult.Values is null ? null : EigHValues(dresult.Values, result.Vectors),
            dresult.Vectors is null ? null : EigHVectors(dresult.Vectors, result.Values, result.Vectors));

    internal static Tensor<T> EigHValues<T>(Tensor<T> dValues, Tensor<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T> => InTriangle(Tensor.MatMul(vectors * Tensor.Unsqueeze(dValues, -2), Tensor.Transpose(vectors)));

    internal static Tensor<T> EigHVectors<T>(Tensor<T> dVectors, Tensor<T> values, Tensor<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> transpose = Tensor.Transpose(vectors), gaps = Tensor.Unsqueeze(values, -2) - Tensor.Unsqueeze(values, -1);
        return InTriangle(Tensor.MatMul(vectors, Tensor.MatMul(Tensor.MatMul(transpose, dVectors) * OneOverGaps(gaps), transpose)));
    }

    /// <summary>The lower triangle of a cotangent, with what is above the diagonal added to the element that is read in its place.</summary>
    private static Tensor<T> InTriangle<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => HalfTriangle(x + Tensor.Transpose(x));

    /// <summary>The reciprocals of gaps, but 0 for those on the diagonal, between numbers and themselves.</summary>
    private static Tensor<T> OneOverGaps<T>(Tensor<T> gaps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> identity = Tensor.Eye<T>(gaps.Shape[^1]);
        return (T.One - identity) / (gaps + identity);
    }
}
