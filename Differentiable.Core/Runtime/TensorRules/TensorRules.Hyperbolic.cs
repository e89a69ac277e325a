using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Hyperbolic functions.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Sinh</c>, whose derivative is <c>cosh x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sinh), AllowsEmptyDestinations = true)]
    public static void SinhPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, TensorPrimitives.Cosh);

    /// <summary>The tangent rule of <c>Sinh</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sinh))]
    public static void SinhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Sinh, TensorPrimitives.Cosh);

    /// <summary>The pullback of the tangent rule of <c>Sinh</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SinhTangent), AllowsEmptyDestinations = true)]
    public static void SinhTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, TensorPrimitives.Cosh, CircularCurvatures.Sinh);

    /// <summary>The pullback of <c>Cosh</c>, whose derivative is <c>sinh x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cosh), AllowsEmptyDestinations = true)]
    public static void CoshPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, TensorPrimitives.Sinh);

    /// <summary>The tangent rule of <c>Cosh</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cosh))]
    public static void CoshTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Cosh, TensorPrimitives.Sinh);

    /// <summary>The pullback of the tangent rule of <c>Cosh</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(CoshTangent), AllowsEmptyDestinations = true)]
    public static void CoshTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, TensorPrimitives.Sinh, CircularCurvatures.Cosh);

    /// <summary>The pullback of <c>Tanh</c>, whose derivative is <c>1 − tanh² x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tanh), AllowsEmptyDestinations = true)]
    public static void TanhPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, CircularSlopes.Tanh);

    /// <summary>The tangent rule of <c>Tanh</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tanh))]
    public static void TanhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Tanh, CircularSlopes.Tanh);

    /// <summary>The pullback of the tangent rule of <c>Tanh</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(TanhTangent), AllowsEmptyDestinations = true)]
    public static void TanhTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Tanh, CircularCurvatures.Tanh);

    /// <summary>The pullback of <c>Asinh</c>, whose derivative is <c>1 / √(x² + 1)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asinh), AllowsEmptyDestinations = true)]
    public static void AsinhPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Asinh);

    /// <summary>The tangent rule of <c>Asinh</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asinh))]
    public static void AsinhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Asinh, CircularSlopes.Asinh);

    /// <summary>The pullback of the tangent rule of <c>Asinh</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AsinhTangent), AllowsEmptyDestinations = true)]
    public static void AsinhTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Asinh, CircularCurvatures.Asinh);

    /// <summary>The pullback of <c>Acosh</c>, whose derivative is <c>1 / √(x² − 1)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acosh), AllowsEmptyDestinations = true)]
    public static void AcoshPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Acosh);

    /// <summary>The tangent rule of <c>Acosh</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acosh))]
    public static void AcoshTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Acosh, CircularSlopes.Acosh);

    /// <summary>The pullback of the tangent rule of <c>Acosh</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AcoshTangent), AllowsEmptyDestinations = true)]
    public static void AcoshTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Acosh, CircularCurvatures.Asinh);

    /// <summary>The pullback of <c>Atanh</c>, whose derivative is <c>1 / (1 − x²)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atanh), AllowsEmptyDestinations = true)]
    public static void AtanhPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Atanh);

    /// <summary>The tangent rule of <c>Atanh</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atanh))]
    public static void AtanhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Atanh, CircularSlopes.Atanh);

    /// <summary>The pullback of the tangent rule of <c>Atanh</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AtanhTangent), AllowsEmptyDestinations = true)]
    public static void AtanhTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, CircularSlopes.Atanh, CircularCurvatures.Atanh);
}
