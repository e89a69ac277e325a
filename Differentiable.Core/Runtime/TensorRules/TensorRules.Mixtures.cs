using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Multiples of sums, and interpolation.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>AddMultiply</c>, whose derivatives are <c>z</c>, <c>z</c> and <c>x + y</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply), AllowsEmptyDestinations = true)]
    public static void AddMultiplyPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, Span<T> dx, Span<T> dy, Span<T> dmultiplier, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, multiplier, default, dx, dy, dmultiplier, ddestination, PartialsOfThree.AddMultiply);

    /// <summary>The tangent rule of <c>AddMultiply</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply))]
    public static void AddMultiplyTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> multiplierDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, multiplier, xDot, yDot, multiplierDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.AddMultiply(x, y, z, result), PartialsOfThree.AddMultiply);

    /// <summary>The pullback of the tangent rule of <c>AddMultiply</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AddMultiplyTangent), AllowsEmptyDestinations = true)]
    public static void AddMultiplyTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> multiplierDot,
        Span<T> dx, Span<T> dy, Span<T> dmultiplier, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> dmultiplierDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, multiplier, xDot, yDot, multiplierDot, default,
            dx, dy, dmultiplier, ddestinationDot, ChangesOfThree.AddMultiply);
        AddMultiplyPullback(x, y, multiplier, dx, dy, dmultiplier, ddestination);
        AddMultiplyPullback(x, y, multiplier, dxDot, dyDot, dmultiplierDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>AddMultiply</c>, whose derivatives are <c>z</c>, <c>z</c> and <c>x + y</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply), AllowsEmptyDestinations = true)]
    public static T AddMultiplyPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dmultiplier = T.Zero;
        Elementwise.Pullback(x, y, multiplier, default, dx, dy, new(ref dmultiplier), ddestination, PartialsOfThree.AddMultiply);
        return dmultiplier;
    }

    /// <summary>The tangent rule of <c>AddMultiply</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply))]
    public static void AddMultiplyTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T multiplierDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, multiplier, xDot, yDot, multiplierDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.AddMultiply(x, y, z, result), PartialsOfThree.AddMultiply);

    /// <summary>The pullback of the tangent rule of <c>AddMultiply</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AddMultiplyTangent), AllowsEmptyDestinations = true)]
    public static (T multiplier, T multiplierDot) AddMultiplyTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T multiplierDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dmultiplier = T.Zero;
        Elementwise.AddChanges(
            x, y, multiplier, xDot, yDot, multiplierDot, default,
            dx, dy, new(ref dmultiplier), ddestinationDot, ChangesOfThree.AddMultiply);
        dmultiplier += AddMultiplyPullback(x, y, multiplier, dx, dy, ddestination);
        return (dmultiplier, AddMultiplyPullback(x, y, multiplier, dxDot, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>AddMultiply</c>, whose derivatives are <c>z</c>, <c>z</c> and <c>x + y</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply), AllowsEmptyDestinations = true)]
    public static T AddMultiplyPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, Span<T> dx, Span<T> dmultiplier, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, multiplier, default, dx, new(ref dy), dmultiplier, ddestination, PartialsOfThree.AddMultiply);
        return dy;
    }

    /// <summary>The tangent rule of <c>AddMultiply</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply))]
    public static void AddMultiplyTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> multiplierDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, multiplier, xDot, yDot, multiplierDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.AddMultiply(x, y, z, result), PartialsOfThree.AddMultiply);

    /// <summary>The pullback of the tangent rule of <c>AddMultiply</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AddMultiplyTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) AddMultiplyTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> multiplierDot,
        Span<T> dx, Span<T> dmultiplier, Span<T> ddestination, Span<T> dxDot, Span<T> dmultiplierDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            x, y, multiplier, xDot, yDot, multiplierDot, default,
            dx, new(ref dy), dmultiplier, ddestinationDot, ChangesOfThree.AddMultiply);
        dy += AddMultiplyPullback(x, y, multiplier, dx, dmultiplier, ddestination);
        return (dy, AddMultiplyPullback(x, y, multiplier, dxDot, dmultiplierDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Lerp</c>, whose derivatives are <c>1 − a</c>, <c>a</c> and <c>y − x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp), AllowsEmptyDestinations = true)]
    public static void LerpPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, Span<T> dx, Span<T> dy, Span<T> damount, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, amount, default, dx, dy, damount, ddestination, PartialsOfThree.Lerp);

    /// <summary>The tangent rule of <c>Lerp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp))]
    public static void LerpTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> amountDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, amount, xDot, yDot, amountDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Lerp(x, y, z, result), PartialsOfThree.Lerp);

    /// <summary>The pullback of the tangent rule of <c>Lerp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LerpTangent), AllowsEmptyDestinations = true)]
    public static void LerpTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> amountDot,
        Span<T> dx, Span<T> dy, Span<T> damount, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> damountDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, amount, xDot, yDot, amountDot, default,
            dx, dy, damount, ddestinationDot, ChangesOfThree.Lerp);
        LerpPullback(x, y, amount, dx, dy, damount, ddestination);
        LerpPullback(x, y, amount, dxDot, dyDot, damountDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Lerp</c>, whose derivatives are <c>1 − a</c>, <c>a</c> and <c>y − x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp), AllowsEmptyDestinations = true)]
    public static T LerpPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T damount = T.Zero;
        Elementwise.Pullback(x, y, amount, default, dx, dy, new(ref damount), ddestination, PartialsOfThree.Lerp);
        return damount;
    }

    /// <summary>The tangent rule of <c>Lerp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp))]
    public static void LerpTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T amountDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, amount, xDot, yDot, amountDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Lerp(x, y, z, result), PartialsOfThree.Lerp);

    /// <summary>The pullback of the tangent rule of <c>Lerp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LerpTangent), AllowsEmptyDestinations = true)]
    public static (T amount, T amountDot) LerpTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T amountDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T damount = T.Zero;
        Elementwise.AddChanges(
            x, y, amount, xDot, yDot, amountDot, default,
            dx, dy, new(ref damount), ddestinationDot, ChangesOfThree.Lerp);
        damount += LerpPullback(x, y, amount, dx, dy, ddestination);
        return (damount, LerpPullback(x, y, amount, dxDot, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Lerp</c>, whose derivatives are <c>1 − a</c>, <c>a</c> and <c>y − x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp), AllowsEmptyDestinations = true)]
    public static T LerpPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, Span<T> dx, Span<T> damount, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, amount, default, dx, new(ref dy), damount, ddestination, PartialsOfThree.Lerp);
        return dy;
    }

    /// <summary>The tangent rule of <c>Lerp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp))]
    public static void LerpTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> amountDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, amount, xDot, yDot, amountDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Lerp(x, y, z, result), PartialsOfThree.Lerp);

    /// <summary>The pullback of the tangent rule of <c>Lerp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LerpTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) LerpTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> amountDot,
        Span<T> dx, Span<T> damount, Span<T> ddestination, Span<T> dxDot, Span<T> damountDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            x, y, amount, xDot, yDot, amountDot, default,
            dx, new(ref dy), damount, ddestinationDot, ChangesOfThree.Lerp);
        dy += LerpPullback(x, y, amount, dx, damount, ddestination);
        return (dy, LerpPullback(x, y, amount, dxDot, damountDot, ddestinationDot));
    }
}
