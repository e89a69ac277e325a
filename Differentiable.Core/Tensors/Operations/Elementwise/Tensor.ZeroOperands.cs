using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Functions that are 0 where one of their operands is, whatever the other one.</content>
public static partial class Tensor
{
    /// <summary>The product <c>x Log(y)</c>, and 0 where x is 0, also for a y of 0, as in entropies. Its derivatives are 0 where x is 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The factor.</param>
    /// <param name="y">The operand of the logarithm.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> XLogY<T>(Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(x.Given(), y.Given(), Elementary<T>.XLogY, TensorPullbacks.XLogYX, TensorPullbacks.XLogYY);

    /// <summary>
    /// The product, and 0 where the right factor is 0, also for a left one that is infinite or NaN. There, the derivative with respect to the left one is 0; that with respect to the right one is the
    /// left one, as everywhere, and 0 where the cotangent is.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">The factor that does not count where the other one is 0.</param>
    /// <param name="right">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> MultiplyNoNaN<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.OfOther(left, right, Elementary<T>.MultiplyNoNaN, TensorPullbacks.MultiplyNoNaNLeft, TensorPullbacks.MultiplyNoNaNRight);

    /// <summary>The quotient, and 0 where the divisor is 0. Its derivatives are 0 there.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> DivideNoNaN<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            left, right, Elementary<T>.DivideNoNaN, static (dy, _, right) => TensorPullbacks.DivideNoNaNLeft(dy, right), TensorPullbacks.DivideNoNaNRight);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.XLogY"/> to the factor; <c>dy</c> is the cotangent of the product.</summary>
    [PullbackOf(nameof(Tensor.XLogY), "x", IsBroadcast = true)]
    public static Tensor<T> XLogYX<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<bool> isZero = Tensor.Equal(x, T.Zero);
        return Tensor.Where(isZero, T.Zero, dy * Tensor.Log(Tensor.Where(isZero, T.One, y)));
    }

    /// <summary>The pullback of <see cref="Tensor.XLogY"/> to the operand of the logarithm; <c>dy</c> is the cotangent of the product.</summary>
    [PullbackOf(nameof(Tensor.XLogY), "y", IsBroadcast = true)]
    public static Tensor<T> XLogYY<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<bool> isZero = Tensor.Equal(x, T.Zero);
        return Tensor.Where(isZero, T.Zero, dy * (x / Tensor.Where(isZero, T.One, y)));
    }

    /// <summary>The pullback of <see cref="Tensor.MultiplyNoNaN"/> to the left factor.</summary>
    [PullbackOf(nameof(Tensor.MultiplyNoNaN), "left", IsBroadcast = true)]
    public static Tensor<T> MultiplyNoNaNLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.MultiplyNoNaN(dy, right);

    /// <summary>The pullback of <see cref="Tensor.MultiplyNoNaN"/> to the right factor.</summary>
    [PullbackOf(nameof(Tensor.MultiplyNoNaN), "right", IsBroadcast = true)]
    public static Tensor<T> MultiplyNoNaNRight<T>(Tensor<T> dy, Tensor<T> left)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.MultiplyNoNaN(left, dy);

    /// <summary>The pullback of <see cref="Tensor.DivideNoNaN"/> to the dividend.</summary>
    [PullbackOf(nameof(Tensor.DivideNoNaN), "left", IsBroadcast = true)]
    public static Tensor<T> DivideNoNaNLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.DivideNoNaN(dy, right);

    /// <summary>The pullback of <see cref="Tensor.DivideNoNaN"/> to the divisor.</summary>
    [PullbackOf(nameof(Tensor.DivideNoNaN), "right", IsBroadcast = true)]
    public static Tensor<T> DivideNoNaNRight<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => -Tensor.DivideNoNaN(Tensor.DivideNoNaN(dy * left, right), right);
}
