using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Products of each element with each other one, as matrices.</content>
public static partial class Tensor
{
    /// <summary>
    /// The matrices in which each element of the left ones is replaced by its product with the right ones (Kronecker's product): <c>y[i · p + k, j · q + l] = left[i, j] right[k, l]</c>. The axes
    /// before the last two are broadcast.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">In the shape [..., m, n].</param>
    /// <param name="right">In the shape [..., p, q].</param>
    /// <returns>In the shape [..., m · p, n · q].</returns>
    /// <exception cref="ShapeMismatchException">The axes before the last two do not fit.</exception>
    /// <exception cref="ArgumentException">One of both has fewer than two axes.</exception>
    public static Tensor<T> Kronecker<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        Shape ofLeft = Matrices.Require(left.Given(), nameof(Kronecker)).Shape, ofRight = Matrices.Require(right.Given(), nameof(Kronecker)).Shape;
        Shape batch = Matrices.CombinedBatch(left, right, nameof(Kronecker));
        return Reshape(WithGaps(left, isLeft: true) * WithGaps(right, isLeft: false), [.. batch, ofLeft[^2] * ofRight[^2], ofLeft[^1] * ofRight[^1]]);
    }

    /// <summary>The left matrices of <see cref="Kronecker"/> in the shape [..., m, 1, n, 1], or the right ones in the shape [..., 1, p, 1, q].</summary>
    internal static Tensor<T> WithGaps<T>(Tensor<T> x, bool isLeft)
        where T : unmanaged
    {
        (int rows, int columns) = (x.Shape[^2], x.Shape[^1]);
        return Reshape(x, [.. Matrices.Batch(x.Shape), .. isLeft ? [rows, 1, columns, 1] : (int[])[1, rows, 1, columns]]);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Kronecker"/> to the left matrices.</summary>
    [PullbackOf(nameof(Tensor.Kronecker), "left", IsBroadcast = true)]
    public static Tensor<T> KroneckerLeft<T>(Tensor<T> dy, Shape leftShape, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Tensor.Sum(Blocks(dy, leftShape, right.Shape) * Tensor.WithGaps(right, isLeft: false), [-3, -1]);

    /// <summary>The pullback of <see cref="Tensor.Kronecker"/> to the right matrices.</summary>
    [PullbackOf(nameof(Tensor.Kronecker), "right", IsBroadcast = true)]
    public static Tensor<T> KroneckerRight<T>(Tensor<T> dy, Tensor<T> left, Shape rightShape)
        where T : unmanaged, INumberBase<T> => Tensor.Sum(Blocks(dy, left.Shape, rightShape) * Tensor.WithGaps(left, isLeft: true), [-4, -2]);

    /// <summary>The elements by rows and columns of both operands, in the shape [..., m, p, n, q].</summary>
    private static Tensor<T> Blocks<T>(Tensor<T> dy, Shape left, Shape right)
        where T : unmanaged => Tensor.Reshape(dy, [.. Matrices.Batch(dy.Shape), left[^2], right[^2], left[^1], right[^1]]);
}
