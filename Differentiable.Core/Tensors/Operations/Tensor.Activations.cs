using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <content>The functions that neural networks are made of.</content>
public static partial class Tensor
{
    /// <summary>The logistic function <c>1 / (1 + Exp(-x))</c>.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Sigmoid), x, TensorPrimitives.Sigmoid, static (dy, y) => dy * (y * (T.One - y)));

    /// <summary><c>Log(1 + Exp(x))</c>, without overflow.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Softplus<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(Softplus), x, Kernel.Of<T, T>(static x => T.Max(x, T.Zero) + SmallArguments.LogP1(T.Exp(-T.Abs(x)))), static (dy, x) => dy * Sigmoid(x));

    /// <summary>The element where it is positive, and 0 elsewhere; the derivative at 0 is 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Relu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(
            nameof(Relu), x, static (x, y) => TensorPrimitives.Max(x, T.Zero, y), static (dy, y) => Where(y > T.Zero, dy, T.Zero));
}
