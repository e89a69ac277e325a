using System.Numerics;

namespace Differentiable.Tensors;

/// <content>The distance and direction of points of the plane.</content>
public static partial class Tensor
{
    /// <summary>The angle in radians, from -π to π, from the x axis to the point (x, y). Its derivative at the origin is 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Atan2<T>(Tensor<T> y, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            y,
            x,
            Elementary<T>.Atan2,
            static (dz, y, x) => dz * QuotientOrZero(x, Square(x) + Square(y)),
            static (dz, y, x) => -dz * QuotientOrZero(y, Square(x) + Square(y)));

    /// <summary>The distance <c>Sqrt(x² + y²)</c> from the origin, without overflow. Its derivative at the origin is 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The one coordinate.</param>
    /// <param name="y">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Hypot<T>(Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            x,
            y,
            Elementary<T>.Hypot,
            static (dz, x, y) => dz * QuotientOrZero(x, Hypot(x, y)),
            static (dz, x, y) => dz * QuotientOrZero(y, Hypot(x, y)));
}
