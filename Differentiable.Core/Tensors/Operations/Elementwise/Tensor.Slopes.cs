using System.Numerics;

namespace Differentiable.Tensors;

/// <content>
/// Slopes of arcs and inverse hyperbolic functions. They are operations of their own, whose derivatives are made of them again: those of squares, roots and quotients would be NaN at infinity, where all
/// derivatives are 0.
/// </content>
public static partial class Tensor
{
    /// <summary><c>x / (x² + y²)</c>, without overflow; 0 at the origin, and where one of both is infinite.</summary>
    internal static Tensor<T> OverSquaredDistance<T>(Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            x,
            y,
            Elementary<T>.OverSquaredDistance,
            static (dy, x, y) =>
            {
                Tensor<T> ofX = OverSquaredDistance(x, y), ofY = OverSquaredDistance(y, x);
                return dy * (ofY - ofX) * (ofY + ofX);
            },
            static (dy, x, y) => -(T.One + T.One) * dy * OverSquaredDistance(x, y) * OverSquaredDistance(y, x));

    /// <summary><c>1 / √(x² + 1)</c>, without overflow.</summary>
    internal static Tensor<T> AsinhSlope<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        Tensor<T> y = Elementwise.Map<T, T>(x, VectorMap.Apply<T, InverseHyperbolicSineSlope>);
        return Recorder.Unary(nameof(AsinhSlope), y, x, (x, y), static (dy, kept) => -dy * kept.y * OverSquaredDistance(kept.x, T.One));
    }
}
