using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Rounding. The derivatives are zero.</content>
public static partial class Tensor
{
    /// <summary>The nearest whole number; of two, the even one.</summary>
    /// <inheritdoc cref="Exp"/>
    [ZeroDerivative]
    public static Tensor<T> Round<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPoint<T> => Unary.Constant<T, T>(x, TensorPrimitives.Round);

    /// <summary>The greatest whole number that is not above.</summary>
    /// <inheritdoc cref="Exp"/>
    [ZeroDerivative]
    public static Tensor<T> Floor<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPoint<T> => Unary.Constant<T, T>(x, TensorPrimitives.Floor);

    /// <summary>The smallest whole number that is not below.</summary>
    /// <inheritdoc cref="Exp"/>
    [ZeroDerivative]
    public static Tensor<T> Ceiling<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPoint<T> => Unary.Constant<T, T>(x, TensorPrimitives.Ceiling);

    /// <summary>The number without what is behind its point.</summary>
    /// <inheritdoc cref="Exp"/>
    [ZeroDerivative]
    public static Tensor<T> Truncate<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPoint<T> => Unary.Constant<T, T>(x, TensorPrimitives.Truncate);
}
