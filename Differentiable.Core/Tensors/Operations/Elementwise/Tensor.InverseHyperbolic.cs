using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The inverses of the hyperbolic functions.</content>
public static partial class Tensor
{
    /// <summary>The number whose hyperbolic sine it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Asinh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Asinh), x, VectorMap.Apply<T, InverseHyperbolicSine>, TensorPullbacks.Asinh);

    /// <summary>The number, not negative, whose hyperbolic cosine it is; NaN below 1. Its derivative at 1 is infinite.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Acosh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(Acosh), x, VectorMap.Apply<T, InverseHyperbolicCosine>, TensorPullbacks.Acosh);

    /// <summary>The number whose hyperbolic tangent it is; NaN beyond -1 and 1.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Atanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(Atanh), x, VectorMap.Apply<T, InverseHyperbolicTangent>, TensorPullbacks.Atanh);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Asinh"/>.</summary>
    [PullbackOf(nameof(Tensor.Asinh), "x")]
    public static Tensor<T> Asinh<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.AsinhSlope(x);

    /// <summary>The pullback of <see cref="Tensor.Acosh"/>, without squares, which overflow.</summary>
    [PullbackOf(nameof(Tensor.Acosh), "x")]
    public static Tensor<T> Acosh<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / Tensor.Sqrt(x - T.One) / Tensor.Sqrt(x + T.One);

    /// <summary>The pullback of <see cref="Tensor.Atanh"/>.</summary>
    [PullbackOf(nameof(Tensor.Atanh), "x")]
    public static Tensor<T> Atanh<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / ((T.One - x) * (T.One + x));
}
