using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Angles of points, and logarithms to any base.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2), AllowsEmptyDestinations = true)]
    public static void Atan2Pullback<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(y, x, default, destination, dy, dx, default, ddestination, PartialsOfTwo.Atan2);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2))]
    public static void Atan2Tangent<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2(x, y, result), PartialsOfTwo.Atan2);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2), AllowsEmptyDestinations = true)]
    public static T Atan2Pullback<T>(ReadOnlySpan<T> y, T x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(y, x, default, destination, dy, new(ref dx), default, ddestination, PartialsOfTwo.Atan2);
        return dx;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2))]
    public static void Atan2Tangent<T>(ReadOnlySpan<T> y, T x, Span<T> destination, ReadOnlySpan<T> yDot, T xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2(x, y, result), PartialsOfTwo.Atan2);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2), AllowsEmptyDestinations = true)]
    public static T Atan2Pullback<T>(T y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(y, x, default, destination, new(ref dy), dx, default, ddestination, PartialsOfTwo.Atan2);
        return dy;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2))]
    public static void Atan2Tangent<T>(T y, ReadOnlySpan<T> x, Span<T> destination, T yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2(x, y, result), PartialsOfTwo.Atan2);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi), AllowsEmptyDestinations = true)]
    public static void Atan2PiPullback<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(y, x, default, destination, dy, dx, default, ddestination, PartialsOfTwo.Atan2Pi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi))]
    public static void Atan2PiTangent<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2Pi(x, y, result), PartialsOfTwo.Atan2Pi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi), AllowsEmptyDestinations = true)]
    public static T Atan2PiPullback<T>(ReadOnlySpan<T> y, T x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(y, x, default, destination, dy, new(ref dx), default, ddestination, PartialsOfTwo.Atan2Pi);
        return dx;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi))]
    public static void Atan2PiTangent<T>(ReadOnlySpan<T> y, T x, Span<T> destination, ReadOnlySpan<T> yDot, T xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2Pi(x, y, result), PartialsOfTwo.Atan2Pi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi), AllowsEmptyDestinations = true)]
    public static T Atan2PiPullback<T>(T y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(y, x, default, destination, new(ref dy), dx, default, ddestination, PartialsOfTwo.Atan2Pi);
        return dy;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi))]
    public static void Atan2PiTangent<T>(T y, ReadOnlySpan<T> x, Span<T> destination, T yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2Pi(x, y, result), PartialsOfTwo.Atan2Pi);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log), AllowsEmptyDestinations = true)]
    public static void LogPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Log);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log))]
    public static void LogTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Log(x, y, result), PartialsOfTwo.Log);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log), AllowsEmptyDestinations = true)]
    public static T LogPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Log);
        return dy;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log))]
    public static void LogTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Log(x, y, result), PartialsOfTwo.Log);
}
