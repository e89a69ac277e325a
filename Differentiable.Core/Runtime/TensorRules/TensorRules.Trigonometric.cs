using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Trigonometric functions.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sin), AllowsEmptyDestinations = true)]
    public static void SinPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, TensorPrimitives.Cos);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sin))]
    public static void SinTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Sin, TensorPrimitives.Cos);

    [DerivativeOf(typeof(TensorRules), nameof(SinTangent), AllowsEmptyDestinations = true)]
    public static void SinTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, TensorPrimitives.Cos, CircularCurvatures.Sin);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cos), AllowsEmptyDestinations = true)]
    public static void CosPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Cos);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cos))]
    public static void CosTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Cos, CircularSlopes.Cos);

    [DerivativeOf(typeof(TensorRules), nameof(CosTangent), AllowsEmptyDestinations = true)]
    public static void CosTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Cos, CircularCurvatures.Cos);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tan), AllowsEmptyDestinations = true)]
    public static void TanPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, CircularSlopes.Tan);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tan))]
    public static void TanTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Tan, CircularSlopes.Tan);

    [DerivativeOf(typeof(TensorRules), nameof(TanTangent), AllowsEmptyDestinations = true)]
    public static void TanTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Tan, CircularCurvatures.Tan);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asin), AllowsEmptyDestinations = true)]
    public static void AsinPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Asin);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asin))]
    public static void AsinTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Asin, CircularSlopes.Asin);

    [DerivativeOf(typeof(TensorRules), nameof(AsinTangent), AllowsEmptyDestinations = true)]
    public static void AsinTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Asin, CircularCurvatures.Asin);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acos), AllowsEmptyDestinations = true)]
    public static void AcosPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Acos);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acos))]
    public static void AcosTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Acos, CircularSlopes.Acos);

    [DerivativeOf(typeof(TensorRules), nameof(AcosTangent), AllowsEmptyDestinations = true)]
    public static void AcosTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Acos, CircularCurvatures.Asin);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan), AllowsEmptyDestinations = true)]
    public static void AtanPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Atan);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan))]
    public static void AtanTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Atan, CircularSlopes.Atan);

    [DerivativeOf(typeof(TensorRules), nameof(AtanTangent), AllowsEmptyDestinations = true)]
    public static void AtanTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Atan, CircularCurvatures.Atan);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinPi), AllowsEmptyDestinations = true)]
    public static void SinPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.SinPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinPi))]
    public static void SinPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.SinPi, CircularSlopes.SinPi);

    [DerivativeOf(typeof(TensorRules), nameof(SinPiTangent), AllowsEmptyDestinations = true)]
    public static void SinPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.SinPi, CircularCurvatures.SinPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosPi), AllowsEmptyDestinations = true)]
    public static void CosPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.CosPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosPi))]
    public static void CosPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.CosPi, CircularSlopes.CosPi);

    [DerivativeOf(typeof(TensorRules), nameof(CosPiTangent), AllowsEmptyDestinations = true)]
    public static void CosPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.CosPi, CircularCurvatures.CosPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.TanPi), AllowsEmptyDestinations = true)]
    public static void TanPiPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, CircularSlopes.TanPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.TanPi))]
    public static void TanPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.TanPi, CircularSlopes.TanPi);

    [DerivativeOf(typeof(TensorRules), nameof(TanPiTangent), AllowsEmptyDestinations = true)]
    public static void TanPiTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.TanPi, CircularCurvatures.TanPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AsinPi), AllowsEmptyDestinations = true)]
    public static void AsinPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.AsinPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AsinPi))]
    public static void AsinPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.AsinPi, CircularSlopes.AsinPi);

    [DerivativeOf(typeof(TensorRules), nameof(AsinPiTangent), AllowsEmptyDestinations = true)]
    public static void AsinPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.AsinPi, CircularCurvatures.AsinPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AcosPi), AllowsEmptyDestinations = true)]
    public static void AcosPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.AcosPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AcosPi))]
    public static void AcosPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.AcosPi, CircularSlopes.AcosPi);

    [DerivativeOf(typeof(TensorRules), nameof(AcosPiTangent), AllowsEmptyDestinations = true)]
    public static void AcosPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.AcosPi, CircularCurvatures.AsinPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AtanPi), AllowsEmptyDestinations = true)]
    public static void AtanPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.AtanPi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AtanPi))]
    public static void AtanPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.AtanPi, CircularSlopes.AtanPi);

    [DerivativeOf(typeof(TensorRules), nameof(AtanPiTangent), AllowsEmptyDestinations = true)]
    public static void AtanPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.AtanPi, CircularCurvatures.AtanPi);
}
