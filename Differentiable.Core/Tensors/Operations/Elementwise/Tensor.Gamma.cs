using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The gamma function's logarithm and its derivatives.</content>
public static partial class Tensor
{
    /// <summary>
    /// The logarithm of the gamma function's absolute value; <c>n!</c> is the gamma function at <c>n + 1</c>. Infinite at 0, at the negative integers and at both infinities. As exact as
    /// <see cref="double"/> allows for positive numbers, and for negative ones but near their zeros.
    /// </summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> LogGamma<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(LogGamma), x, Kernel.Of<T, T>(LogGammaFunction.Of), TensorPullbacks.LogGamma);

    /// <summary>The derivative of <see cref="LogGamma"/>. Minus infinity at 0 (infinity at -0), and NaN at negative integers and minus infinity.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Digamma<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Polygamma(0, x);

    /// <summary>
    /// The derivative of an order of <see cref="Digamma"/>. At 0 and the negative integers, infinity for odd orders and NaN for even ones; 0 at infinity, and NaN at minus infinity.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="order">The order; 0 is the digamma function itself, 1 the trigamma function.</param>
    /// <param name="x">The operand.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative.</exception>
    public static Tensor<T> Polygamma<T>(int order, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        x = x.Now();
        Tensor<T> y = Elementwise.Map(x, Kernel.Of<T, T>(x => PolygammaFunction.Of(order, x)));
        return Recorder.Unary(nameof(Polygamma), y, x, (x, order), static (dy, kept) => TensorPullbacks.Polygamma(dy, kept.order, kept.x));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.LogGamma"/>.</summary>
    [PullbackOf(nameof(Tensor.LogGamma), "x")]
    public static Tensor<T> LogGamma<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Digamma(x);

    /// <summary>The pullback of <see cref="Tensor.Digamma"/>.</summary>
    [PullbackOf(nameof(Tensor.Digamma), "x")]
    public static Tensor<T> Digamma<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Polygamma(dy, 0, x);

    /// <summary>The pullback of <see cref="Tensor.Polygamma"/>.</summary>
    [PullbackOf(nameof(Tensor.Polygamma), "x")]
    public static Tensor<T> Polygamma<T>(Tensor<T> dy, int order, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Polygamma(order + 1, x);
}
