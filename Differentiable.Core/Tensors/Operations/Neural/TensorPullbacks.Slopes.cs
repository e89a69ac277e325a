using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Pullbacks to the numbers that shape activations and losses.</content>
public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.LeakyRelu"/> to the slope, which the elements that are not positive are multiplied with.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the result.</param>
    /// <param name="x">The operand.</param>
    [PullbackOf(nameof(Tensor.LeakyRelu), "slope")]
    public static T LeakyReluSlope<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Sum(dy * Tensor.Min(x, T.Zero)).ToScalar();

    /// <summary>The pullback of <see cref="Tensor.Elu"/> to alpha, which <c>Exp(x) - 1</c> is multiplied with where the element is not positive.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the result.</param>
    /// <param name="x">The operand.</param>
    [PullbackOf(nameof(Tensor.Elu), "alpha")]
    public static T EluAlpha<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Sum(dy * Tensor.ExpM1(Tensor.Min(x, T.Zero))).ToScalar();

    /// <summary>The pullback of <see cref="Tensor.HuberLoss"/> to delta: beyond it, the loss is <c>delta (|error| - delta / 2)</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the result.</param>
    /// <param name="predictions">The predictions.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="delta">From which difference on the loss grows linearly; by default 1.</param>
    [PullbackOf(nameof(Tensor.HuberLoss), "delta")]
    public static T HuberLossDelta<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets, T? delta)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (dy * Tensor.Average(Tensor.Max(Tensor.Abs(predictions - targets) - (delta ?? T.One), T.Zero))).ToScalar();
}
