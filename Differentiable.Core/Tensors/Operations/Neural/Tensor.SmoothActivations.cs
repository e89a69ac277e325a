using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Activations that are bounded below, or on both sides, and smooth, at least piece by piece.</content>
public static partial class Tensor
{
    /// <summary>
    /// <c>1.0507 · Elu(x, 1.6733)</c>, with factors that keep the mean 0 and the variance 1 from layer to layer (Klambauer, Unterthiner, Mayr and Hochreiter,
    /// "Self-normalizing neural networks", 2017); the derivative at 0 is that from above, 1.0507.
    /// </summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Selu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Selu), x, VectorMap.Apply<T, ScaledExponentialUnit>, TensorPullbacks.Selu);

    /// <summary><c>x Tanh(Softplus(x))</c> (Misra, "Mish: A self regularized non-monotonic activation function", 2019). NaN at minus infinity.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Mish<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return x * Tanh(Softplus(x));
    }

    /// <summary><c>x / (1 + |x|)</c>; -1 and 1 at the infinities. Its derivative is smooth but at 0, where the second derivative is taken to be 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> SoftSign<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(SoftSign), x, SmoothActivation<T>.SoftSign, TensorPullbacks.SoftSign);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Selu"/>, from the operand: the result has lost what is left of <c>Exp(x)</c> where that is small.</summary>
    [PullbackOf(nameof(Tensor.Selu), "x")]
    public static Tensor<T> Selu<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Where(x < T.Zero, dy * (Tensor.Exp(Tensor.Min(x, T.Zero)) * SmoothActivation<T>.Depth), dy * SmoothActivation<T>.Scale);

    /// <summary>The pullback of <see cref="Tensor.Mish"/>.</summary>
    [PullbackOf(nameof(Tensor.Mish), "x")]
    public static Tensor<T> Mish<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> part = Tensor.Tanh(Tensor.Softplus(x));
        return MultiplyLeft(dy, part) + Softplus(Tanh(MultiplyRight(dy, x), part), x);
    }

    /// <summary>The pullback of <see cref="Tensor.SoftSign"/>.</summary>
    [PullbackOf(nameof(Tensor.SoftSign), "x")]
    public static Tensor<T> SoftSign<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> divisor = T.One + Tensor.Abs(x);
        return dy / divisor / divisor; // the square would overflow long before
    }
}

/// <summary>The kernel and the numbers of <see cref="Tensor.Selu"/> and <see cref="Tensor.SoftSign"/>.</summary>
internal static class SmoothActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static readonly T Scale = T.CreateChecked(ScaledExponentialUnit.Scale);

    /// <summary>How far below 0 <see cref="Tensor.Selu"/> goes: scale times alpha.</summary>
    public static readonly T Depth = T.CreateChecked(ScaledExponentialUnit.Depth);

    public static readonly UnaryKernel<T, T> SoftSign = Kernel.Of<T, T>(x => T.IsInfinity(x) ? T.CopySign(T.One, x) : x / (T.One + T.Abs(x)));
}
