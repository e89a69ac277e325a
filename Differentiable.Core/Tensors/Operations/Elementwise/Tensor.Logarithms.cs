using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Powers of 2, and logarithms to other bases than e.</content>
public static partial class Tensor
{
    /// <summary>The logarithm to the base 2.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Log2<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Log2), x, VectorMap.Apply<T, BinaryLogarithm>, TensorPullbacks.Log2);

    /// <summary>The logarithm to the base 10.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Log10<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Log10), x, Elementary<T>.Log10, TensorPullbacks.Log10);

    /// <summary>The power <c>2 ^ x</c>.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Exp2<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Exp2), x, VectorMap.Apply<T, PowerOf2>, TensorPullbacks.Exp2);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Log2"/>.</summary>
    [PullbackOf(nameof(Tensor.Log2), "x")]
    public static Tensor<T> Log2<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / LogOf<T>(2) / x;

    /// <summary>The pullback of <see cref="Tensor.Log10"/>.</summary>
    [PullbackOf(nameof(Tensor.Log10), "x")]
    public static Tensor<T> Log10<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / LogOf<T>(10) / x;

    /// <summary>The pullback of <see cref="Tensor.Exp2"/>.</summary>
    [PullbackOf(nameof(Tensor.Exp2), "x")]
    public static Tensor<T> Exp2<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (y * LogOf<T>(2));

    private static T LogOf<T>(double number)
        where T : INumberBase<T> => T.CreateChecked(Math.Log(number));
}
