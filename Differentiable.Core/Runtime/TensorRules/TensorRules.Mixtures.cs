using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Multiples of sums, and interpolation.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply), AllowsEmptyDestinations = true)]
    public static void AddMultiplyPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, Span<T> dx, Span<T> dy, Span<T> dmultiplier, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, multiplier, default, dx, dy, dmultiplier, ddestination, PartialsOfThree.AddMultiply);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply))]
    public static void AddMultiplyTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> multiplierDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, multiplier, xDot, yDot, multiplierDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.AddMultiply(x, y, z, result), PartialsOfThree.AddMultiply);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply), AllowsEmptyDestinations = true)]
    public static T AddMultiplyPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dmultiplier = T.Zero;
        Elementwise.Pullback(x, y, multiplier, default, dx, dy, new(ref dmultiplier), ddestination, PartialsOfThree.AddMultiply);
        return dmultiplier;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply))]
    public static void AddMultiplyTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T multiplierDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, multiplier, xDot, yDot, multiplierDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.AddMultiply(x, y, z, result), PartialsOfThree.AddMultiply);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply), AllowsEmptyDestinations = true)]
    public static T AddMultiplyPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, Span<T> dx, Span<T> dmultiplier, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, multiplier, default, dx, new(ref dy), dmultiplier, ddestination, PartialsOfThree.AddMultiply);
        return dy;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.AddMultiply))]
    public static void AddMultiplyTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> multiplierDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, multiplier, xDot, yDot, multiplierDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.AddMultiply(x, y, z, result), PartialsOfThree.AddMultiply);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp), AllowsEmptyDestinations = true)]
    public static void LerpPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, Span<T> dx, Span<T> dy, Span<T> damount, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, amount, default, dx, dy, damount, ddestination, PartialsOfThree.Lerp);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp))]
    public static void LerpTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> amountDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, amount, xDot, yDot, amountDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Lerp(x, y, z, result), PartialsOfThree.Lerp);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp), AllowsEmptyDestinations = true)]
    public static T LerpPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T damount = T.Zero;
        Elementwise.Pullback(x, y, amount, default, dx, dy, new(ref damount), ddestination, PartialsOfThree.Lerp);
        return damount;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp))]
    public static void LerpTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T amountDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, amount, xDot, yDot, amountDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Lerp(x, y, z, result), PartialsOfThree.Lerp);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp), AllowsEmptyDestinations = true)]
    public static T LerpPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, Span<T> dx, Span<T> damount, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, amount, default, dx, new(ref dy), damount, ddestination, PartialsOfThree.Lerp);
        return dy;
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Lerp))]
    public static void LerpTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> amountDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, amount, xDot, yDot, amountDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Lerp(x, y, z, result), PartialsOfThree.Lerp);
}
