using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Functions that return one of two numbers.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>MaxMagnitude</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude), AllowsEmptyDestinations = true)]
    public static void MaxMagnitudePullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfChoices.Equal);

    /// <summary>The tangent rule of <c>MaxMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude))]
    public static void MaxMagnitudeTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MaxMagnitude(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of the tangent rules that choose one of two operands.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxMagnitudeTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MinMagnitudeTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MaxNumberTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MinNumberTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MaxMagnitudeNumberTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MinMagnitudeNumberTangent), AllowsEmptyDestinations = true)]
    public static void ChoiceOfTwoTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MaxMagnitudePullback(x, y, destination, dx, dy, ddestination);
        MaxMagnitudePullback(x, y, destination, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>MaxMagnitude</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude), AllowsEmptyDestinations = true)]
    public static T MaxMagnitudePullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfChoices.Equal);
        return dy;
    }

    /// <summary>The tangent rule of <c>MaxMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude))]
    public static void MaxMagnitudeTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MaxMagnitude(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of the tangent rules that choose one of two operands.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxMagnitudeTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MinMagnitudeTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MaxNumberTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MinNumberTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MaxMagnitudeNumberTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MinMagnitudeNumberTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) ChoiceOfTwoTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (MaxMagnitudePullback(x, y, destination, dx, ddestination), MaxMagnitudePullback(x, y, destination, dxDot, ddestinationDot));

    /// <summary>The pullback of <c>MinMagnitude</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude), AllowsEmptyDestinations = true)]
    public static void MinMagnitudePullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfChoices.Equal);

    /// <summary>The tangent rule of <c>MinMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude))]
    public static void MinMagnitudeTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MinMagnitude(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MinMagnitude</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude), AllowsEmptyDestinations = true)]
    public static T MinMagnitudePullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfChoices.Equal);
        return dy;
    }

    /// <summary>The tangent rule of <c>MinMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude))]
    public static void MinMagnitudeTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MinMagnitude(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MaxNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber), AllowsEmptyDestinations = true)]
    public static void MaxNumberPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfChoices.Equal);

    /// <summary>The tangent rule of <c>MaxNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber))]
    public static void MaxNumberTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MaxNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MaxNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber), AllowsEmptyDestinations = true)]
    public static T MaxNumberPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfChoices.Equal);
        return dy;
    }

    /// <summary>The tangent rule of <c>MaxNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber))]
    public static void MaxNumberTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MaxNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MinNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber), AllowsEmptyDestinations = true)]
    public static void MinNumberPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfChoices.Equal);

    /// <summary>The tangent rule of <c>MinNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber))]
    public static void MinNumberTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MinNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MinNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber), AllowsEmptyDestinations = true)]
    public static T MinNumberPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfChoices.Equal);
        return dy;
    }

    /// <summary>The tangent rule of <c>MinNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber))]
    public static void MinNumberTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MinNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MaxMagnitudeNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber), AllowsEmptyDestinations = true)]
    public static void MaxMagnitudeNumberPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfChoices.Equal);

    /// <summary>The tangent rule of <c>MaxMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber))]
    public static void MaxMagnitudeNumberTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MaxMagnitudeNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MaxMagnitudeNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber), AllowsEmptyDestinations = true)]
    public static T MaxMagnitudeNumberPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfChoices.Equal);
        return dy;
    }

    /// <summary>The tangent rule of <c>MaxMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber))]
    public static void MaxMagnitudeNumberTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MaxMagnitudeNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MinMagnitudeNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber), AllowsEmptyDestinations = true)]
    public static void MinMagnitudeNumberPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfChoices.Equal);

    /// <summary>The tangent rule of <c>MinMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber))]
    public static void MinMagnitudeNumberTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MinMagnitudeNumber(x, y, result), PartialsOfChoices.Equal);

    /// <summary>The pullback of <c>MinMagnitudeNumber</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber), AllowsEmptyDestinations = true)]
    public static T MinMagnitudeNumberPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfChoices.Equal);
        return dy;
    }

    /// <summary>The tangent rule of <c>MinMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber))]
    public static void MinMagnitudeNumberTangent<T>(
        ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.MinMagnitudeNumber(x, y, result), PartialsOfChoices.Equal);
}
