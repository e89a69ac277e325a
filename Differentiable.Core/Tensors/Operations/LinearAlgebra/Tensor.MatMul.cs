using System.Numerics;
using Differentiable.Runtime;

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
            TensorPullbacks.MatMulLeft,
            left,
            TensorPullbacks.MatMulRight);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.MatMul"/> to the left matrices.</summary>
    [PullbackOf(nameof(Tensor.MatMul), "left", IsBroadcast = true)]
    public static Tensor<T> MatMulLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Tensor.MatMul(dy, Tensor.Transpose(right));

    /// <summary>The pullback of <see cref="Tensor.MatMul"/> to the right matrices.</summary>
    [PullbackOf(nameof(Tensor.MatMul), "right", IsBroadcast = true)]
    public static Tensor<T> MatMulRight<T>(Tensor<T> dy, Tensor<T> left)
        where T : unmanaged, INumberBase<T> => Tensor.MatMul(Tensor.Transpose(left), dy);
}
