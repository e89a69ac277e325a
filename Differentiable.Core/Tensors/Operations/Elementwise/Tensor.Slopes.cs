using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Pullbacks in one pass over the elements, where several operations would take one each. They are operations too, so that they can be differentiated.</content>
public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Relu"/>: the cotangent where the result is positive, and 0 elsewhere.</summary>
    [PullbackOf(nameof(Tensor.Relu), "x")]
    public static Tensor<T> Relu<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        dy = dy.Now();
        return Recorder.Unary("ReluSlope", Elementwise.Combine(dy, y, VectorPairs<T, Gate>.Kernel), dy, y, Relu);
    }

    /// <summary>The pullback of <see cref="Tensor.Tanh"/>: <c>dy · (1 - y²)</c>.</summary>
    [PullbackOf(nameof(Tensor.Tanh), "x")]
    public static Tensor<T> Tanh<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, y, VectorPairs<T, TanhSlope>.Kernel, static (d, _, y) => Tanh(d, y), static (d, dy, y) => d * dy * (y * -(T.One + T.One)));

    /// <summary>The pullback of <see cref="Tensor.Sigmoid"/>: <c>dy · y · (1 - y)</c>.</summary>
    [PullbackOf(nameof(Tensor.Sigmoid), "x")]
    public static Tensor<T> Sigmoid<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, y, VectorPairs<T, SigmoidSlope>.Kernel, static (d, _, y) => Sigmoid(d, y), static (d, dy, y) => d * dy * (T.One - (y + y)));
}
