using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Trigonometric functions.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Sin</c>, whose derivative is <c>cos x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sin), AllowsEmptyDestinations = true)]
    public static void SinPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, TensorPrimitives.Cos);

    /// <summary>The tangent rule of <c>Sin</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sin))]
    public static void SinTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Sin, TensorPrimitives.Cos);

    /// <summary>The pullback of the tangent rule of <c>Sin</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SinTangent), AllowsEmptyDestinations = true)]
    public static void SinTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, TensorPrimitives.Cos, CircularCurvatures.Sin);

    /// <summary>The pullback of <c>Cos</c>, whose derivative is <c>−sin x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cos), AllowsEmptyDestinations = true)]
    public static void CosPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Cos);

    /// <summary>The tangent rule of <c>Cos</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cos))]
    public static void CosTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Cos, CircularSlopes.Cos);

    /// <summary>The pullback of the tangent rule of <c>Cos</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(CosTangent), AllowsEmptyDestinations = true)]
    public static void CosTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Cos, CircularCurvatures.Cos);

    /// <summary>The pullback of <c>Tan</c>, whose derivative is <c>1 + tan² x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tan), AllowsEmptyDestinations = true)]
    public static void TanPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, CircularSlopes.Tan);

    /// <summary>The tangent rule of <c>Tan</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tan))]
    public static void TanTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Tan, CircularSlopes.Tan);

    /// <summary>The pullback of the tangent rule of <c>Tan</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(TanTangent), AllowsEmptyDestinations = true)]
    public static void TanTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Tan, CircularCurvatures.Tan);

    /// <summary>The pullback of <c>Asin</c>, whose derivative is <c>1 / √(1 − x²)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asin), AllowsEmptyDestinations = true)]
    public static void AsinPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Asin);

    /// <summary>The tangent rule of <c>Asin</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asin))]
    public static void AsinTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Asin, CircularSlopes.Asin);

    /// <summary>The pullback of the tangent rule of <c>Asin</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AsinTangent), AllowsEmptyDestinations = true)]
    public static void AsinTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Asin, CircularCurvatures.Asin);

    /// <summary>The pullback of <c>Acos</c>, whose derivative is <c>−1 / √(1 − x²)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acos), AllowsEmptyDestinations = true)]
    public static void AcosPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Acos);

    /// <summary>The tangent rule of <c>Acos</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acos))]
    public static void AcosTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Acos, CircularSlopes.Acos);

    /// <summary>The pullback of the tangent rule of <c>Acos</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AcosTangent), AllowsEmptyDestinations = true)]
    public static void AcosTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Acos, CircularCurvatures.Asin);

    /// <summary>The pullback of <c>Atan</c>, whose derivative is <c>1 / (1 + x²)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan), AllowsEmptyDestinations = true)]
    public static void AtanPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Atan);

    /// <summary>The tangent rule of <c>Atan</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan))]
    public static void AtanTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Atan, CircularSlopes.Atan);

    /// <summary>The pullback of the tangent rule of <c>Atan</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AtanTangent), AllowsEmptyDestinations = true)]
    public static void AtanTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Atan, CircularCurvatures.Atan);

    /// <summary>The pullback of <c>SinPi</c>, whose derivative is <c>π cos πx</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinPi), AllowsEmptyDestinations = true)]
    public static void SinPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.SinPi);

    /// <summary>The tangent rule of <c>SinPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinPi))]
    public static void SinPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.SinPi, CircularSlopes.SinPi);

    /// <summary>The pullback of the tangent rule of <c>SinPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SinPiTangent), AllowsEmptyDestinations = true)]
    public static void SinPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.SinPi, CircularCurvatures.SinPi);

    /// <summary>The pullback of <c>CosPi</c>, whose derivative is <c>−π sin πx</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosPi), AllowsEmptyDestinations = true)]
    public static void CosPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.CosPi);

    /// <summary>The tangent rule of <c>CosPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosPi))]
    public static void CosPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.CosPi, CircularSlopes.CosPi);

    /// <summary>The pullback of the tangent rule of <c>CosPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(CosPiTangent), AllowsEmptyDestinations = true)]
    public static void CosPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.CosPi, CircularCurvatures.CosPi);

    /// <summary>The pullback of <c>TanPi</c>, whose derivative is <c>π (1 + tan² πx)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.TanPi), AllowsEmptyDestinations = true)]
    public static void TanPiPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, CircularSlopes.TanPi);

    /// <summary>The tangent rule of <c>TanPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.TanPi))]
    public static void TanPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.TanPi, CircularSlopes.TanPi);

    /// <summary>The pullback of the tangent rule of <c>TanPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(TanPiTangent), AllowsEmptyDestinations = true)]
    public static void TanPiTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.TanPi, CircularCurvatures.TanPi);

    /// <summary>The pullback of <c>AsinPi</c>, whose derivative is <c>1 / (π √(1 − x²))</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AsinPi), AllowsEmptyDestinations = true)]
    public static void AsinPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.AsinPi);

    /// <summary>The tangent rule of <c>AsinPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AsinPi))]
    public static void AsinPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.AsinPi, CircularSlopes.AsinPi);

    /// <summary>The pullback of the tangent rule of <c>AsinPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AsinPiTangent), AllowsEmptyDestinations = true)]
    public static void AsinPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.AsinPi, CircularCurvatures.AsinPi);

    /// <summary>The pullback of <c>AcosPi</c>, whose derivative is <c>−1 / (π √(1 − x²))</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AcosPi), AllowsEmptyDestinations = true)]
    public static void AcosPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.AcosPi);

    /// <summary>The tangent rule of <c>AcosPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AcosPi))]
    public static void AcosPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.AcosPi, CircularSlopes.AcosPi);

    /// <summary>The pullback of the tangent rule of <c>AcosPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AcosPiTangent), AllowsEmptyDestinations = true)]
    public static void AcosPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.AcosPi, CircularCurvatures.AsinPi);

    /// <summary>The pullback of <c>AtanPi</c>, whose derivative is <c>1 / (π (1 + x²))</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AtanPi), AllowsEmptyDestinations = true)]
    public static void AtanPiPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.AtanPi);

    /// <summary>The tangent rule of <c>AtanPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AtanPi))]
    public static void AtanPiTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.AtanPi, CircularSlopes.AtanPi);

    /// <summary>The pullback of the tangent rule of <c>AtanPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AtanPiTangent), AllowsEmptyDestinations = true)]
    public static void AtanPiTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.AtanPi, CircularCurvatures.AtanPi);
}
