using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Quotients and remainders.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Divide</c>, whose derivatives are <c>1 / y</c> and <c>−x / y²</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Divide), AllowsEmptyDestinations = true)]
    public static void DividePullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Divide);

    /// <summary>The tangent rule of <c>Divide</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Divide))]
    public static void DivideTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Divide(x, y, result), PartialsOfTwo.Divide);

    /// <summary>The pullback of the tangent rule of <c>Divide</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(DivideTangent), AllowsEmptyDestinations = true)]
    public static void DivideTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, dy, default, ddestinationDot, ChangesOfTwo.Divide);
        DividePullback(x, y, destination, dx, dy, ddestination);
        DividePullback(x, y, destination, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Divide</c>, whose derivatives are <c>1 / y</c> and <c>−x / y²</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Divide), AllowsEmptyDestinations = true)]
    public static T DividePullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Divide);
        return dy;
    }

    /// <summary>The tangent rule of <c>Divide</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Divide))]
    public static void DivideTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Divide(x, y, result), PartialsOfTwo.Divide);

    /// <summary>The pullback of the tangent rule of <c>Divide</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(DivideTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) DivideTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, T yDot,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, new(ref dy), default, ddestinationDot, ChangesOfTwo.Divide);
        dy += DividePullback(x, y, destination, dx, ddestination);
        return (dy, DividePullback(x, y, destination, dxDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Divide</c>, whose derivatives are <c>1 / y</c> and <c>−x / y²</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Divide), AllowsEmptyDestinations = true)]
    public static T DividePullback<T>(T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(x, y, default, destination, new(ref dx), dy, default, ddestination, PartialsOfTwo.Divide);
        return dx;
    }

    /// <summary>The tangent rule of <c>Divide</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Divide))]
    public static void DivideTangent<T>(T x, ReadOnlySpan<T> y, Span<T> destination, T xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Divide(x, y, result), PartialsOfTwo.Divide);

    /// <summary>The pullback of the tangent rule of <c>Divide</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(DivideTangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) DivideTangentPullback<T>(
        T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, T xDot, ReadOnlySpan<T> yDot,
        Span<T> dy, Span<T> ddestination, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            new(ref dx), dy, default, ddestinationDot, ChangesOfTwo.Divide);
        dx += DividePullback(x, y, destination, dy, ddestination);
        return (dx, DividePullback(x, y, destination, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Remainder</c>, whose derivatives are 1 and minus the whole quotient.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Remainder), AllowsEmptyDestinations = true)]
    public static void RemainderPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Remainder);

    /// <summary>The tangent rule of <c>Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Remainder))]
    public static void RemainderTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Remainder(x, y, result), PartialsOfTwo.Remainder);

    /// <summary>The pullback of the tangent rule of <c>Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(RemainderTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(Ieee754RemainderTangent), AllowsEmptyDestinations = true)]
    public static void RemainderTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RemainderPullback(x, y, destination, dx, dy, ddestination);
        RemainderPullback(x, y, destination, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Remainder</c>, whose derivatives are 1 and minus the whole quotient.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Remainder), AllowsEmptyDestinations = true)]
    public static T RemainderPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Remainder);
        return dy;
    }

    /// <summary>The tangent rule of <c>Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Remainder))]
    public static void RemainderTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Remainder(x, y, result), PartialsOfTwo.Remainder);

    /// <summary>The pullback of the tangent rule of <c>Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(RemainderTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(Ieee754RemainderTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) RemainderTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (RemainderPullback(x, y, destination, dx, ddestination), RemainderPullback(x, y, destination, dxDot, ddestinationDot));

    /// <summary>The pullback of <c>Remainder</c>, whose derivatives are 1 and minus the whole quotient.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Remainder), AllowsEmptyDestinations = true)]
    public static T RemainderPullback<T>(T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(x, y, default, destination, new(ref dx), dy, default, ddestination, PartialsOfTwo.Remainder);
        return dx;
    }

    /// <summary>The tangent rule of <c>Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Remainder))]
    public static void RemainderTangent<T>(
        T x, ReadOnlySpan<T> y, Span<T> destination, T xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Remainder(x, y, result), PartialsOfTwo.Remainder);

    /// <summary>The pullback of the tangent rule of <c>Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(RemainderTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(Ieee754RemainderTangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) RemainderTangentPullback<T>(
        T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (RemainderPullback(x, y, destination, dy, ddestination), RemainderPullback(x, y, destination, dyDot, ddestinationDot));

    /// <summary>The pullback of <c>Ieee754Remainder</c>, whose derivatives are 1 and minus the rounded quotient.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ieee754Remainder), AllowsEmptyDestinations = true)]
    public static void Ieee754RemainderPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Remainder);

    /// <summary>The tangent rule of <c>Ieee754Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ieee754Remainder))]
    public static void Ieee754RemainderTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Ieee754Remainder(x, y, result), PartialsOfTwo.Remainder);

    /// <summary>The pullback of <c>Ieee754Remainder</c>, whose derivatives are 1 and minus the rounded quotient.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ieee754Remainder), AllowsEmptyDestinations = true)]
    public static T Ieee754RemainderPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Remainder);
        return dy;
    }

    /// <summary>The tangent rule of <c>Ieee754Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ieee754Remainder))]
    public static void Ieee754RemainderTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Ieee754Remainder(x, y, result), PartialsOfTwo.Remainder);

    /// <summary>The pullback of <c>Ieee754Remainder</c>, whose derivatives are 1 and minus the rounded quotient.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ieee754Remainder), AllowsEmptyDestinations = true)]
    public static T Ieee754RemainderPullback<T>(T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(x, y, default, destination, new(ref dx), dy, default, ddestination, PartialsOfTwo.Remainder);
        return dx;
    }

    /// <summary>The tangent rule of <c>Ieee754Remainder</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ieee754Remainder))]
    public static void Ieee754RemainderTangent<T>(
        T x, ReadOnlySpan<T> y, Span<T> destination, T xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Ieee754Remainder(x, y, result), PartialsOfTwo.Remainder);
}
