using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Pullbacks in one pass over the elements, where several operations would take one each. They are operations too, so that they can be differentiated.</content>
public static partial class Tensor
{
    /// <summary>From Relu's result, its pullback: the cotangent where that is positive, and 0 elsewhere.</summary>
    private static Tensor<T> ReluSlope<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        dy = dy.Now();
        return Recorder.Unary(nameof(ReluSlope), Elementwise.Combine(dy, y, VectorPairs<T, Gate>.Kernel), dy, y, ReluSlope);
    }

    /// <summary>From Tanh's result, its pullback: <c>dy · (1 - y²)</c>.</summary>
    private static Tensor<T> TanhSlope<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, y, VectorPairs<T, TanhSlope>.Kernel, static (d, _, y) => TanhSlope(d, y), static (d, dy, y) => d * dy * (y * -(T.One + T.One)));

    /// <summary>From Sigmoid's result, its pullback: <c>dy · y · (1 - y)</c>.</summary>
    private static Tensor<T> SigmoidSlope<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, y, VectorPairs<T, SigmoidSlope>.Kernel, static (d, _, y) => SigmoidSlope(d, y), static (d, dy, y) => d * dy * (T.One - (y + y)));
}
