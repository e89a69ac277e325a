using System.Numerics;

namespace Differentiable.Tensors;

/// <content>The inverses of the hyperbolic functions.</content>
public static partial class Tensor
{
    /// <summary>The number whose hyperbolic sine it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Asinh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Asinh), x, Elementary<T>.Asinh, static (dy, x) => dy / Sqrt(Square(x) + T.One));

    /// <summary>The number, not negative, whose hyperbolic cosine it is; NaN below 1. Its derivative at 1 is infinite.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Acosh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(Acosh), x, Elementary<T>.Acosh, static (dy, x) => dy / Sqrt((x - T.One) * (x + T.One)));

    /// <summary>The number whose hyperbolic tangent it is; NaN beyond -1 and 1.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Atanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(Atanh), x, Elementary<T>.Atanh, static (dy, x) => dy / ((T.One - x) * (T.One + x)));
}
