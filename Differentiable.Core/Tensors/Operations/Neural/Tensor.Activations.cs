using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The functions that neural networks are made of.</content>
public static partial class Tensor
{
    /// <summary>The logistic function <c>1 / (1 + Exp(-x))</c>.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Sigmoid), x, VectorMap.Apply<T, Logistic>, TensorPullbacks.Sigmoid);

    /// <summary><c>Log(1 + Exp(x))</c>, without overflow.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Softplus<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(Softplus), x, VectorMap.Apply<T, SoftMaximum>, TensorPullbacks.Softplus);

    /// <summary>The element where it is positive, and 0 elsewhere; the derivative at 0 is 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Relu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(
            nameof(Relu), x, static (x, y) => TensorPrimitives.Max(x, T.Zero, y), TensorPullbacks.Relu);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Softplus"/>.</summary>
    [PullbackOf(nameof(Tensor.Softplus), "x")]
    public static Tensor<T> Softplus<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Sigmoid(x);
}
