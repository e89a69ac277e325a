using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Exponentials of matrices.</content>
public static partial class Tensor
{
    /// <summary>
    /// The exponentials of matrices, <c>I + x + x² / 2 + …</c>: the last two axes are the rows and columns. Computed in double precision (Al-Mohy and Higham, "A new scaling and squaring algorithm for the
    /// matrix exponential", 2009), as exactly as that of a matrix whose elements differ by roundings of the greatest one. The exponential of a matrix with an infinite element or NaN is NaN. The derivative stands in the exponential of a matrix of twice the size, so that each order costs eight
    /// times as much as the one before.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>In the same shape.</returns>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> MatrixExponential<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = Matrices.RequireSquare(x.Now(), nameof(MatrixExponential));
        return x is Tensor<double> wide
            ? Recorder.Unary(nameof(MatrixExponential), (Tensor<T>)(object)ScalingAndSquaring.Of(wide), x, x, TensorPullbacks.MatrixExponential)
            : Cast<double, T>(MatrixExponential(Cast<T, double>(x)));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>
    /// The pullback of <see cref="Tensor.MatrixExponential"/>: the derivative along a direction is the block beside the diagonal of the exponential of a matrix that has the direction there and the matrix
    /// itself on the diagonal (Higham, "Functions of matrices", 2008, theorem 3.6); the direction is the cotangent, and the matrix transposed.
    /// </summary>
    [PullbackOf(nameof(Tensor.MatrixExponential), "x")]
    public static Tensor<T> MatrixExponential<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> transposed = Tensor.Transpose(x), units = Units(dy);
        Tensor<T> upper = Tensor.Concatenate([transposed, dy / units], -1), lower = Tensor.Concatenate([Tensor.Zeros<T>(x.Shape), transposed], -1);
        (Tensor<T> y, int size) = (Tensor.MatrixExponential(Tensor.Concatenate([upper, lower], -2)), x.Shape[^1]);
        return units * Tensor.Slice(y, [.. Enumerable.Repeat((TensorIndex)Range.All, x.Rank - 2), Range.EndAt(size), Range.StartAt(size)]);
    }

    /// <summary>For each matrix the power of 2 below its greatest element, so that how large a cotangent is does not matter to what is done with it.</summary>
    private static Tensor<T> Units<T>(Tensor<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = dy.Shape[^1] * dy.Shape[^2];
        T[] elements = dy.ToArray(), units = new T[Matrices.Batch(dy.Shape).FlattenedLength];
        for (int i = 0; i < units.Length; i++)
        {
            T greatest = length == 0 ? T.Zero : T.Abs(TensorPrimitives.MaxMagnitude<T>(elements.AsSpan(i * length, length)));
            units[i] = T.IsFinite(greatest) && greatest > T.Zero ? T.ScaleB(T.One, T.ILogB(greatest)) : T.One;
        }
        return Tensor.From(units, [.. dy.Shape.Take(dy.Rank - 2), 1, 1]);
    }
}
