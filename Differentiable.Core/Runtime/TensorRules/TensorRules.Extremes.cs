using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The greater and the lesser of two numbers.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Max</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max), AllowsEmptyDestinations = true)]
    public static void MaxPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, default, dx, dy, default, ddestination, PartialsOfChoices.Max);

    /// <summary>The tangent rule of <c>Max</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max))]
    public static void MaxTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Max(x, y, result), PartialsOfChoices.Max);

    /// <summary>The pullback of the tangent rule of <c>Max</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxTangent), AllowsEmptyDestinations = true)]
    public static void MaxTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MaxPullback(x, y, dx, dy, ddestination);
        MaxPullback(x, y, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Max</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max), AllowsEmptyDestinations = true)]
    public static T MaxPullback<T>(ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, new(ref dy), default, ddestination, PartialsOfChoices.Max);
        return dy;
    }

    /// <summary>The tangent rule of <c>Max</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max))]
    public static void MaxTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Max(x, y, result), PartialsOfChoices.Max);

    /// <summary>The pullback of the tangent rule of <c>Max</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) MaxTangentPullback<T>(
        ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (MaxPullback(x, y, dx, ddestination), MaxPullback(x, y, dxDot, ddestinationDot));

    /// <summary>The pullback of <c>Min</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min), AllowsEmptyDestinations = true)]
    public static void MinPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, default, dx, dy, default, ddestination, PartialsOfChoices.Min);

    /// <summary>The tangent rule of <c>Min</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min))]
    public static void MinTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Min(x, y, result), PartialsOfChoices.Min);

    /// <summary>The pullback of the tangent rule of <c>Min</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MinTangent), AllowsEmptyDestinations = true)]
    public static void MinTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MinPullback(x, y, dx, dy, ddestination);
        MinPullback(x, y, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Min</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min), AllowsEmptyDestinations = true)]
    public static T MinPullback<T>(ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, new(ref dy), default, ddestination, PartialsOfChoices.Min);
        return dy;
    }

    /// <summary>The tangent rule of <c>Min</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min))]
    public static void MinTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Min(x, y, result), PartialsOfChoices.Min);

    /// <summary>The pullback of the tangent rule of <c>Min</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MinTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) MinTangentPullback<T>(
        ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (MinPullback(x, y, dx, ddestination), MinPullback(x, y, dxDot, ddestinationDot));
}
