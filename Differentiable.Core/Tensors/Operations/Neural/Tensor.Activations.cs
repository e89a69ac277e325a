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
    /// <summary>The pullback of <see cref="Tensor.Sigmoid"/>: <c>dy · y · (1 - y)</c>, in one pass over the elements.</summary>
    [PullbackOf(nameof(Tensor.Sigmoid), "x")]
    public static Tensor<T> Sigmoid<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, y, VectorPairs<T, SigmoidSlope>.Kernel, static (d, _, y) => Sigmoid(d, y), static (d, dy, y) => d * dy * (T.One - (y + y)));

    /// <summary>The pullback of <see cref="Tensor.Relu"/>: the cotangent where the result is positive, and 0 elsewhere.</summary>
    [PullbackOf(nameof(Tensor.Relu), "x")]
    public static Tensor<T> Relu<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        dy = dy.Now();
        return Recorder.Unary("ReluSlope", Elementwise.Combine(dy, y, VectorPairs<T, Gate>.Kernel), dy, y, Relu);
    }

    /// <summary>The pullback of <see cref="Tensor.Softplus"/>.</summary>
    [PullbackOf(nameof(Tensor.Softplus), "x")]
    public static Tensor<T> Softplus<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Sigmoid(x);
}
