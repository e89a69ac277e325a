using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Products of matrices.</content>
public static partial class Tensor
{
    /// <summary>The product of matrices, or of equally many of them: the last two axes are the rows and columns, the axes before are broadcast.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">In the shape [..., m, k].</param>
    /// <param name="right">In the shape [..., k, n].</param>
    /// <returns>In the shape [..., m, n].</returns>
    /// <exception cref="ShapeMismatchException">The left one has not as many columns as the right one has rows, or the other axes do not fit.</exception>
    /// <exception cref="ArgumentException">One of them has fewer than two axes.</exception>
    public static Tensor<T> MatMul<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(
            nameof(MatMul),
            MatrixProduct.Of(left, right),
            left,
            right,
            right,
            static (dy, right) => MatMul(dy, Transpose(right)),
            left,
            static (dy, left) => MatMul(Transpose(left), dy));
    }
}
