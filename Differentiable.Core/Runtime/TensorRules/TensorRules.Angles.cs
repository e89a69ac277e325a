using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Angles of points, and logarithms to any base.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Atan2</c>, whose derivatives are <c>x / (x² + y²)</c> by <c>y</c> and <c>−y / (x² + y²)</c> by <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2), AllowsEmptyDestinations = true)]
    public static void Atan2Pullback<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(y, x, default, destination, dy, dx, default, ddestination, PartialsOfTwo.Atan2);

    /// <summary>The tangent rule of <c>Atan2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2))]
    public static void Atan2Tangent<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2(x, y, result), PartialsOfTwo.Atan2);

    /// <summary>The pullback of the tangent rule of <c>Atan2</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Atan2Tangent), AllowsEmptyDestinations = true)]
    public static void Atan2TangentPullback<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, ReadOnlySpan<T> yDot, ReadOnlySpan<T> xDot,
        Span<T> dy, Span<T> dx, Span<T> ddestination, Span<T> dyDot, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            y, x, default, yDot, xDot, default, destination,
            dy, dx, default, ddestinationDot, ChangesOfTwo.Atan2);
        Atan2Pullback(y, x, destination, dy, dx, ddestination);
        Atan2Pullback(y, x, destination, dyDot, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Atan2</c>, whose derivatives are <c>x / (x² + y²)</c> by <c>y</c> and <c>−y / (x² + y²)</c> by <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2), AllowsEmptyDestinations = true)]
    public static T Atan2Pullback<T>(ReadOnlySpan<T> y, T x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(y, x, default, destination, dy, new(ref dx), default, ddestination, PartialsOfTwo.Atan2);
        return dx;
    }

    /// <summary>The tangent rule of <c>Atan2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2))]
    public static void Atan2Tangent<T>(ReadOnlySpan<T> y, T x, Span<T> destination, ReadOnlySpan<T> yDot, T xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2(x, y, result), PartialsOfTwo.Atan2);

    /// <summary>The pullback of the tangent rule of <c>Atan2</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Atan2Tangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) Atan2TangentPullback<T>(
        ReadOnlySpan<T> y, T x, ReadOnlySpan<T> destination, ReadOnlySpan<T> yDot, T xDot,
        Span<T> dy, Span<T> ddestination, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.AddChanges(
            y, x, default, yDot, xDot, default, destination,
            dy, new(ref dx), default, ddestinationDot, ChangesOfTwo.Atan2);
        dx += Atan2Pullback(y, x, destination, dy, ddestination);
        return (dx, Atan2Pullback(y, x, destination, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Atan2</c>, whose derivatives are <c>x / (x² + y²)</c> by <c>y</c> and <c>−y / (x² + y²)</c> by <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2), AllowsEmptyDestinations = true)]
    public static T Atan2Pullback<T>(T y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(y, x, default, destination, new(ref dy), dx, default, ddestination, PartialsOfTwo.Atan2);
        return dy;
    }

    /// <summary>The tangent rule of <c>Atan2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2))]
    public static void Atan2Tangent<T>(T y, ReadOnlySpan<T> x, Span<T> destination, T yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2(x, y, result), PartialsOfTwo.Atan2);

    /// <summary>The pullback of the tangent rule of <c>Atan2</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Atan2Tangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) Atan2TangentPullback<T>(
        T y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, T yDot, ReadOnlySpan<T> xDot,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            y, x, default, yDot, xDot, default, destination,
            new(ref dy), dx, default, ddestinationDot, ChangesOfTwo.Atan2);
        dy += Atan2Pullback(y, x, destination, dx, ddestination);
        return (dy, Atan2Pullback(y, x, destination, dxDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Atan2Pi</c>, whose derivatives are <c>x / (π (x² + y²))</c> by <c>y</c> and <c>−y / (π (x² + y²))</c> by <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi), AllowsEmptyDestinations = true)]
    public static void Atan2PiPullback<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(y, x, default, destination, dy, dx, default, ddestination, PartialsOfTwo.Atan2Pi);

    /// <summary>The tangent rule of <c>Atan2Pi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi))]
    public static void Atan2PiTangent<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2Pi(x, y, result), PartialsOfTwo.Atan2Pi);

    /// <summary>The pullback of the tangent rule of <c>Atan2Pi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Atan2PiTangent), AllowsEmptyDestinations = true)]
    public static void Atan2PiTangentPullback<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, ReadOnlySpan<T> yDot, ReadOnlySpan<T> xDot,
        Span<T> dy, Span<T> dx, Span<T> ddestination, Span<T> dyDot, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            y, x, default, yDot, xDot, default, destination,
            dy, dx, default, ddestinationDot, ChangesOfTwo.Atan2Pi);
        Atan2PiPullback(y, x, destination, dy, dx, ddestination);
        Atan2PiPullback(y, x, destination, dyDot, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Atan2Pi</c>, whose derivatives are <c>x / (π (x² + y²))</c> by <c>y</c> and <c>−y / (π (x² + y²))</c> by <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi), AllowsEmptyDestinations = true)]
    public static T Atan2PiPullback<T>(ReadOnlySpan<T> y, T x, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(y, x, default, destination, dy, new(ref dx), default, ddestination, PartialsOfTwo.Atan2Pi);
        return dx;
    }

    /// <summary>The tangent rule of <c>Atan2Pi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi))]
    public static void Atan2PiTangent<T>(ReadOnlySpan<T> y, T x, Span<T> destination, ReadOnlySpan<T> yDot, T xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2Pi(x, y, result), PartialsOfTwo.Atan2Pi);

    /// <summary>The pullback of the tangent rule of <c>Atan2Pi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Atan2PiTangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) Atan2PiTangentPullback<T>(
        ReadOnlySpan<T> y, T x, ReadOnlySpan<T> destination, ReadOnlySpan<T> yDot, T xDot,
        Span<T> dy, Span<T> ddestination, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.AddChanges(
            y, x, default, yDot, xDot, default, destination,
            dy, new(ref dx), default, ddestinationDot, ChangesOfTwo.Atan2Pi);
        dx += Atan2PiPullback(y, x, destination, dy, ddestination);
        return (dx, Atan2PiPullback(y, x, destination, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Atan2Pi</c>, whose derivatives are <c>x / (π (x² + y²))</c> by <c>y</c> and <c>−y / (π (x² + y²))</c> by <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi), AllowsEmptyDestinations = true)]
    public static T Atan2PiPullback<T>(T y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(y, x, default, destination, new(ref dy), dx, default, ddestination, PartialsOfTwo.Atan2Pi);
        return dy;
    }

    /// <summary>The tangent rule of <c>Atan2Pi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Atan2Pi))]
    public static void Atan2PiTangent<T>(T y, ReadOnlySpan<T> x, Span<T> destination, T yDot, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            y, x, default, yDot, xDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Atan2Pi(x, y, result), PartialsOfTwo.Atan2Pi);

    /// <summary>The pullback of the tangent rule of <c>Atan2Pi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Atan2PiTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) Atan2PiTangentPullback<T>(
        T y, ReadOnlySpan<T> x, ReadOnlySpan<T> destination, T yDot, ReadOnlySpan<T> xDot,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            y, x, default, yDot, xDot, default, destination,
            new(ref dy), dx, default, ddestinationDot, ChangesOfTwo.Atan2Pi);
        dy += Atan2PiPullback(y, x, destination, dx, ddestination);
        return (dy, Atan2PiPullback(y, x, destination, dxDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Log</c> to a base <c>y</c>, whose derivatives are <c>1 / (x ln y)</c> and <c>−ln x / (y ln² y)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log), AllowsEmptyDestinations = true)]
    public static void LogPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Log);

    /// <summary>The tangent rule of <c>Log</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log))]
    public static void LogTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Log(x, y, result), PartialsOfTwo.Log);

    /// <summary>The pullback of the tangent rule of <c>Log</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LogTangent), AllowsEmptyDestinations = true)]
    public static void LogTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, dy, default, ddestinationDot, ChangesOfTwo.Log);
        LogPullback(x, y, destination, dx, dy, ddestination);
        LogPullback(x, y, destination, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Log</c> to a base <c>y</c>, whose derivatives are <c>1 / (x ln y)</c> and <c>−ln x / (y ln² y)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log), AllowsEmptyDestinations = true)]
    public static T LogPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Log);
        return dy;
    }

    /// <summary>The tangent rule of <c>Log</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log))]
    public static void LogTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Log(x, y, result), PartialsOfTwo.Log);

    /// <summary>The pullback of the tangent rule of <c>Log</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LogTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) LogTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, T yDot,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, new(ref dy), default, ddestinationDot, ChangesOfTwo.Log);
        dy += LogPullback(x, y, destination, dx, ddestination);
        return (dy, LogPullback(x, y, destination, dxDot, ddestinationDot));
    }
}
