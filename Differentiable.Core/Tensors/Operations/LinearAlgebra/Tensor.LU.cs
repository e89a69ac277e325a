using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Triangular factors of square matrices.</content>
public static partial class Tensor
{
    /// <summary>
    /// The factors of <c>Gather(x, order) = L U</c>: a lower triangle with ones on its diagonal and an upper one, of the rows of the matrix in an order in which no element of L is greater than 1 (partial
    /// pivoting). The last two axes are the rows and columns. There are factors for a singular matrix, too; derivatives ask for a regular one, and asking for another's throws
    /// <see cref="SingularMatrixException"/>. The order has none: where two rows change places, the factors jump.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>The factors, in the same shape, and which row of the matrix each row of their product is, in the shape [..., n].</returns>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static (Tensor<T> L, Tensor<T> U, Tensor<int> Order) LU<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        LuFactors<T> factors = new(x, nameof(LU));
        (Tensor<T> L, Tensor<T> U, Tensor<int> Order) result = (factors.Lower, factors.Upper, factors.Order);
        Recorder.Several(
            nameof(LU),
            x,
            result,
            [
                (result.L, static (dy, result) => TensorPullbacks.LU(result, (dy, null, null))),
                (result.U, static (dy, result) => TensorPullbacks.LU(result, (null, dy, null))),
            ]);
        return result;
    }
}

public static partial class TensorPullbacks
{
    /// <summary>
    /// The pullback of <see cref="Tensor.LU"/>, a rule like those of users: the cotangent of a factor is null where nothing depends on it. With both factors solved away, what is left of a change of
    /// the matrix is one of L below the diagonal and one of U above it.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="result">The factors and the order.</param>
    /// <param name="dresult">Their cotangents.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.LU))]
    public static Tensor<T> LU<T>((Tensor<T> L, Tensor<T> U, Tensor<int> Order) result, (Tensor<T>? L, Tensor<T>? U, Tensor<int>? Order) dresult)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>? below = dresult.L is null ? null : BelowDiagonal(Tensor.MatMul(Tensor.Transpose(result.L), dresult.L));
        Tensor<T>? above = dresult.U is null ? null : Tensor.UpperTriangle(Tensor.MatMul(dresult.U, Tensor.Transpose(result.U)));
        Tensor<T> ofRows = Tensor.SolveTriangular(Tensor.Transpose(result.L), Plus(below, above)!, isLower: false);
        ofRows = Tensor.Transpose(Tensor.SolveTriangular(result.U, Tensor.Transpose(ofRows), isLower: false));
        Tensor<int> back = Tensor.Unsqueeze(Tensor.ArgSort(result.Order), -1);
        return Tensor.GatherAlongAxis(ofRows, Tensor.BroadcastTo(back, ofRows.Shape), -2);
    }

    private static Tensor<T> BelowDiagonal<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> lower = Tensor.LowerTriangle(x);
        return lower - Tensor.DiagonalMatrix(Tensor.Diagonal(lower));
    }
}
