using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The distance and direction of points of the plane.</content>
public static partial class Tensor
{
    /// <summary>The angle in radians, from -π to π, from the x axis to the point (x, y). Its derivatives at the origin, and where a coordinate is infinite, are 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Atan2<T>(Tensor<T> y, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            y.Given(),
            x.Given(),
            Elementary<T>.Atan2,
            TensorPullbacks.Atan2Y,
            TensorPullbacks.Atan2X);

    /// <summary>The distance <c>Sqrt(x² + y²)</c> from the origin, without overflow. Its derivative at the origin is 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The one coordinate.</param>
    /// <param name="y">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Hypot<T>(Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            x.Given(),
            y.Given(),
            Elementary<T>.Hypot,
            TensorPullbacks.HypotX,
            TensorPullbacks.HypotY);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Atan2"/> to the ordinate; <c>dy</c> is the cotangent of the angle.</summary>
    [PullbackOf(nameof(Tensor.Atan2), "y", IsBroadcast = true)]
    public static Tensor<T> Atan2Y<T>(Tensor<T> dy, Tensor<T> y, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.OverSquaredDistance(x, y);

    /// <summary>The pullback of <see cref="Tensor.Atan2"/> to the abscissa; <c>dy</c> is the cotangent of the angle.</summary>
    [PullbackOf(nameof(Tensor.Atan2), "x", IsBroadcast = true)]
    public static Tensor<T> Atan2X<T>(Tensor<T> dy, Tensor<T> y, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * Tensor.OverSquaredDistance(y, x);

    /// <summary>The pullback of <see cref="Tensor.Hypot"/> to the one coordinate; <c>dy</c> is the cotangent of the distance.</summary>
    [PullbackOf(nameof(Tensor.Hypot), "x", IsBroadcast = true)]
    public static Tensor<T> HypotX<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.DivideNoNaN(x, Tensor.Hypot(x, y));

    /// <summary>The pullback of <see cref="Tensor.Hypot"/> to the other coordinate; <c>dy</c> is the cotangent of the distance.</summary>
    [PullbackOf(nameof(Tensor.Hypot), "y", IsBroadcast = true)]
    public static Tensor<T> HypotY<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.DivideNoNaN(y, Tensor.Hypot(x, y));
}
