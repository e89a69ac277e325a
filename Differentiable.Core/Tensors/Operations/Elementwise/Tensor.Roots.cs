using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Roots other than the square root.</content>
public static partial class Tensor
{
    /// <summary>The cube root; its derivative at 0 is infinite.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Cbrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Cbrt), x, Elementary<T>.Cbrt, TensorPullbacks.Cbrt);

    /// <summary><c>1 / Sqrt(x)</c>; infinite at 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> ReciprocalSqrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(
            nameof(ReciprocalSqrt), x, TensorPrimitives.ReciprocalSqrt, TensorPullbacks.ReciprocalSqrt);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Cbrt"/>.</summary>
    [PullbackOf(nameof(Tensor.Cbrt), "x")]
    public static Tensor<T> Cbrt<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / (T.CreateChecked(3) * Tensor.Square(y));

    /// <summary>The pullback of <see cref="Tensor.ReciprocalSqrt"/>.</summary>
    [PullbackOf(nameof(Tensor.ReciprocalSqrt), "x")]
    public static Tensor<T> ReciprocalSqrt<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (T.CreateChecked(-0.5) * (y * Tensor.Square(y)));
}
