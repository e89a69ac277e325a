using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Hyperbolic functions.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sinh), AllowsEmptyDestinations = true)]
    public static void SinhPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, TensorPrimitives.Cosh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sinh))]
    public static void SinhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Sinh, TensorPrimitives.Cosh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cosh), AllowsEmptyDestinations = true)]
    public static void CoshPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, TensorPrimitives.Sinh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cosh))]
    public static void CoshTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Cosh, TensorPrimitives.Sinh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tanh), AllowsEmptyDestinations = true)]
    public static void TanhPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, CircularSlopes.Tanh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Tanh))]
    public static void TanhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Tanh, CircularSlopes.Tanh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asinh), AllowsEmptyDestinations = true)]
    public static void AsinhPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Asinh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Asinh))]
    public static void AsinhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Asinh, CircularSlopes.Asinh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acosh), AllowsEmptyDestinations = true)]
    public static void AcoshPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Acosh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Acosh))]
    public static void AcoshTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Acosh, CircularSlopes.Acosh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atanh), AllowsEmptyDestinations = true)]
    public static void AtanhPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, CircularSlopes.Atanh);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atanh))]
    public static void AtanhTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Atanh, CircularSlopes.Atanh);
}
