using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elementary functions.</content>
public static partial class Tensor
{
    /// <summary>The exponential function.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    public static Tensor<T> Exp<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Exp), x, VectorMap.Apply<T, Exponential>, TensorPullbacks.Exp);

    /// <summary><c>Exp(x) - 1</c>, exact for small x.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> ExpM1<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(ExpM1), x, VectorMap.Apply<T, ExponentialLess1>, TensorPullbacks.ExpM1);

    /// <summary>The natural logarithm.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Log<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Log), x, TensorPrimitives.Log, TensorPullbacks.Log);

    /// <summary><c>Log(1 + x)</c>, exact for small x.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> LogP1<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(LogP1), x, VectorMap.Apply<T, LogarithmPlus1>, TensorPullbacks.LogP1);

    /// <summary>The square root; its derivative at 0 is infinite.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sqrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Sqrt), x, TensorPrimitives.Sqrt, TensorPullbacks.Sqrt);

    /// <summary>The sine of an angle in radians.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sin<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Sin), x, TensorPrimitives.Sin, TensorPullbacks.Sin);

    /// <summary>The cosine of an angle in radians.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Cos<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Cos), x, TensorPrimitives.Cos, TensorPullbacks.Cos);

    /// <summary>The tangent of an angle in radians.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Tan<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Tan), x, TensorPrimitives.Tan, TensorPullbacks.Tan);

    /// <summary>The angle in radians whose sine it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Asin<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Asin), x, VectorMap.Apply<T, ArcSine>, TensorPullbacks.Asin);

    /// <summary>The angle in radians whose cosine it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Acos<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Acos), x, VectorMap.Apply<T, ArcCosine>, TensorPullbacks.Acos);

    /// <summary>The angle in radians whose tangent it is.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Atan<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Atan), x, VectorMap.Apply<T, ArcTangent>, TensorPullbacks.Atan);

    /// <summary>The hyperbolic sine.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Sinh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Sinh), x, VectorMap.Apply<T, HyperbolicSine>, TensorPullbacks.Sinh);

    /// <summary>The hyperbolic cosine.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Cosh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Cosh), x, VectorMap.Apply<T, HyperbolicCosine>, TensorPullbacks.Cosh);

    /// <summary>The hyperbolic tangent.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Tanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Tanh), x, VectorMap.Apply<T, HyperbolicTangent>, TensorPullbacks.Tanh);

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
            TensorPullbacks.PowLeft,
            TensorPullbacks.PowRight);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Exp"/>.</summary>
    [PullbackOf(nameof(Tensor.Exp), "x")]
    public static Tensor<T> Exp<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * y;

    /// <summary>The pullback of <see cref="Tensor.ExpM1"/>, from the operand: the result has lost what is left of <c>Exp(x)</c> where that is small.</summary>
    [PullbackOf(nameof(Tensor.ExpM1), "x")]
    public static Tensor<T> ExpM1<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Exp(x);

    /// <summary>The pullback of <see cref="Tensor.Log"/>.</summary>
    [PullbackOf(nameof(Tensor.Log), "x")]
    public static Tensor<T> Log<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / x;

    /// <summary>The pullback of <see cref="Tensor.LogP1"/>.</summary>
    [PullbackOf(nameof(Tensor.LogP1), "x")]
    public static Tensor<T> LogP1<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / (x + T.One);

    /// <summary>The pullback of <see cref="Tensor.Sqrt"/>.</summary>
    [PullbackOf(nameof(Tensor.Sqrt), "x")]
    public static Tensor<T> Sqrt<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / (y + y);

    /// <summary>The pullback of <see cref="Tensor.Sin"/>.</summary>
    [PullbackOf(nameof(Tensor.Sin), "x")]
    public static Tensor<T> Sin<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Cos(x);

    /// <summary>The pullback of <see cref="Tensor.Cos"/>.</summary>
    [PullbackOf(nameof(Tensor.Cos), "x")]
    public static Tensor<T> Cos<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * Tensor.Sin(x);

    /// <summary>The pullback of <see cref="Tensor.Tan"/>.</summary>
    [PullbackOf(nameof(Tensor.Tan), "x")]
    public static Tensor<T> Tan<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (T.One + Tensor.Square(y));

    /// <summary>The pullback of <see cref="Tensor.Asin"/>.</summary>
    [PullbackOf(nameof(Tensor.Asin), "x")]
    public static Tensor<T> Asin<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy / Tensor.Sqrt(T.One - Tensor.Square(x));

    /// <summary>The pullback of <see cref="Tensor.Acos"/>.</summary>
    [PullbackOf(nameof(Tensor.Acos), "x")]
    public static Tensor<T> Acos<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy / Tensor.Sqrt(T.One - Tensor.Square(x));

    /// <summary>The pullback of <see cref="Tensor.Atan"/>.</summary>
    [PullbackOf(nameof(Tensor.Atan), "x")]
    public static Tensor<T> Atan<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.OverSquaredDistance(T.One, x);

    /// <summary>The pullback of <see cref="Tensor.Sinh"/>.</summary>
    [PullbackOf(nameof(Tensor.Sinh), "x")]
    public static Tensor<T> Sinh<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Cosh(x);

    /// <summary>The pullback of <see cref="Tensor.Cosh"/>.</summary>
    [PullbackOf(nameof(Tensor.Cosh), "x")]
    public static Tensor<T> Cosh<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.Sinh(x);

    /// <summary>The pullback of <see cref="Tensor.Tanh"/>: <c>dy · (1 - y²)</c>, in one pass over the elements; an operation too, so that it can be differentiated.</summary>
    [PullbackOf(nameof(Tensor.Tanh), "x")]
    public static Tensor<T> Tanh<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, y, VectorPairs<T, TanhSlope>.Kernel, static (d, _, y) => Tanh(d, y), static (d, dy, y) => d * dy * (y * -(T.One + T.One)));

    /// <summary>The pullback of <see cref="Tensor.Pow"/> to the base.</summary>
    [PullbackOf(nameof(Tensor.Pow), "left", IsBroadcast = true)]
    public static Tensor<T> PowLeft<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (right * Tensor.Pow(BaseOfSlope(left, right), right - T.One));

    /// <summary>The pullback of <see cref="Tensor.Pow"/> to the exponent.</summary>
    [PullbackOf(nameof(Tensor.Pow), "right", IsBroadcast = true)]
    public static Tensor<T> PowRight<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        dy * Tensor.Where(left > T.Zero, Tensor.Pow(left, right) * Tensor.Log(Tensor.Where(left > T.Zero, left, T.One)), T.Zero);

    /// <summary>The base, but 1 for <c>0 ^ 0</c>, whose slope would be <c>0 · ∞</c> and is 0. Elsewhere the slope depends on an exponent of 0: its derivative there is <c>1 / left</c>.</summary>
    private static Tensor<T> BaseOfSlope<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Where(Tensor.And(Tensor.Equal(left, T.Zero), Tensor.Equal(right, T.Zero)), T.One, left);
}
