using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <content>Elementary functions.</content>
public static partial class Tensor
{
    /// <summary>The exponential function.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    public static Tensor<T> Exp<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Exp), x, VectorMap.Apply<T, Exponential>, static (dy, y) => dy * y);

    /// <summary><c>Exp(x) - 1</c>, exact for small x.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> ExpM1<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(ExpM1), x, Elementary<T>.ExpM1, static (dy, y) => dy * (y + T.One));

    /// <summary>The natural logarithm.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Log<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Log), x, TensorPrimitives.Log, static (dy, x) => dy / x);

    /// <summary><c>Log(1 + x)</c>, exact for small x.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> LogP1<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(LogP1), x, Elementary<T>.LogP1, static (dy, x) => dy / (x + T.One));

    /// <summary>The square root; its derivative at 0 is infinite.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sqrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Sqrt), x, TensorPrimitives.Sqrt, static (dy, y) => dy / (y + y));

    /// <summary>The sine of an angle in radians.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sin<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Sin), x, TensorPrimitives.Sin, static (dy, x) => dy * Cos(x));

    /// <summary>The cosine of an angle in radians.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Cos<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Cos), x, TensorPrimitives.Cos, static (dy, x) => -dy * Sin(x));

    /// <summary>The tangent of an angle in radians.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Tan<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Tan), x, TensorPrimitives.Tan, static (dy, y) => dy * (T.One + Square(y)));

    /// <summary>The angle in radians whose sine it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Asin<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Asin), x, Elementary<T>.Asin, static (dy, x) => dy / Sqrt(T.One - Square(x)));

    /// <summary>The angle in radians whose cosine it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Acos<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Acos), x, Elementary<T>.Acos, static (dy, x) => -dy / Sqrt(T.One - Square(x)));

    /// <summary>The angle in radians whose tangent it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Atan<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Atan), x, Elementary<T>.Atan, static (dy, x) => dy / (T.One + Square(x)));

    /// <summary>The hyperbolic sine.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sinh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Sinh), x, Elementary<T>.Sinh, static (dy, x) => dy * Cosh(x));

    /// <summary>The hyperbolic cosine.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Cosh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Cosh), x, Elementary<T>.Cosh, static (dy, x) => dy * Sinh(x));

    /// <summary>The hyperbolic tangent.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Tanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Tanh), x, VectorMap.Apply<T, HyperbolicTangent>, TanhSlope);

    /// <summary>The power <c>left ^ right</c>. The derivative with respect to the exponent is 0 where the base is not positive.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">The base.</param>
    /// <param name="right">The exponent.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Pow<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            left,
            right,
            Elementary<T>.Pow,
            static (dy, l, r) => dy * Where(Equal(r, T.Zero), T.Zero, r * Pow(l, r - T.One)),
            static (dy, l, r) => dy * Where(l > T.Zero, Pow(l, r) * Log(Where(l > T.Zero, l, T.One)), T.Zero));
}
