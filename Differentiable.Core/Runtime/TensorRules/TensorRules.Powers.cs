using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Powers and roots.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sqrt), AllowsEmptyDestinations = true)]
    public static void SqrtPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Sqrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sqrt))]
    public static void SqrtTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Sqrt, Slopes.Sqrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cbrt), AllowsEmptyDestinations = true)]
    public static void CbrtPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Cbrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cbrt))]
    public static void CbrtTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Cbrt, Slopes.Cbrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Reciprocal), AllowsEmptyDestinations = true)]
    public static void ReciprocalPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Reciprocal);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Reciprocal))]
    public static void ReciprocalTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Reciprocal, Slopes.Reciprocal);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrt), AllowsEmptyDestinations = true)]
    public static void ReciprocalSqrtPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.ReciprocalSqrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrt))]
    public static void ReciprocalSqrtTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.ReciprocalSqrt, Slopes.ReciprocalSqrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalEstimate), AllowsEmptyDestinations = true)]
    public static void ReciprocalEstimatePullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Reciprocal);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalEstimate))]
    public static void ReciprocalEstimateTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.ReciprocalEstimate, Slopes.Reciprocal);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrtEstimate), AllowsEmptyDestinations = true)]
    public static void ReciprocalSqrtEstimatePullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.ReciprocalSqrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrtEstimate))]
    public static void ReciprocalSqrtEstimateTangent<T>(
        ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.ReciprocalSqrtEstimate, Slopes.ReciprocalSqrt);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow), AllowsEmptyDestinations = true)]
    public static void PowPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Pow);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow))]
    public static void PowTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Pow(x, y, result), PartialsOfTwo.Pow);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow), AllowsEmptyDestinations = true)]
    public static T PowPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Pow);
        return dy;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow))]
    public static void PowTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Pow(x, y, result), PartialsOfTwo.Pow);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow), AllowsEmptyDestinations = true)]
    public static T PowPullback<T>(T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(x, y, default, destination, new(ref dx), dy, default, ddestination, PartialsOfTwo.Pow);
        return dx;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow))]
    public static void PowTangent<T>(T x, ReadOnlySpan<T> y, Span<T> destination, T xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Pow(x, y, result), PartialsOfTwo.Pow);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Hypot), AllowsEmptyDestinations = true)]
    public static void HypotPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Hypot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Hypot))]
    public static void HypotTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Hypot(x, y, result), PartialsOfTwo.Hypot);
}
