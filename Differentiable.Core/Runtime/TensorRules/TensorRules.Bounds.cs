using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Bounds and signs.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static void ClampPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> dx, Span<T> dmin, Span<T> dmax, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, min, max, default, dx, dmin, dmax, ddestination, PartialsOfChoices.Clamp);

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> minDot, ReadOnlySpan<T> maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static void ClampTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> min, ReadOnlySpan<T> max,
        Span<T> dx, Span<T> dmin, Span<T> dmax, Span<T> ddestination, Span<T> dxDot, Span<T> dminDot, Span<T> dmaxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ClampPullback(x, min, max, dx, dmin, dmax, ddestination);
        ClampPullback(x, min, max, dxDot, dminDot, dmaxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static T ClampPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> min, T max, Span<T> dx, Span<T> dmin, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dmax = T.Zero;
        Elementwise.Pullback(x, min, max, default, dx, dmin, new(ref dmax), ddestination, PartialsOfChoices.Clamp);
        return dmax;
    }

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> min, T max, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> minDot, T maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static (T max, T maxDot) ClampTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> min, T max,
        Span<T> dx, Span<T> dmin, Span<T> ddestination, Span<T> dxDot, Span<T> dminDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (ClampPullback(x, min, max, dx, dmin, ddestination), ClampPullback(x, min, max, dxDot, dminDot, ddestinationDot));

    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static T ClampPullback<T>(ReadOnlySpan<T> x, T min, ReadOnlySpan<T> max, Span<T> dx, Span<T> dmax, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dmin = T.Zero;
        Elementwise.Pullback(x, min, max, default, dx, new(ref dmin), dmax, ddestination, PartialsOfChoices.Clamp);
        return dmin;
    }

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        ReadOnlySpan<T> x, T min, ReadOnlySpan<T> max, Span<T> destination, ReadOnlySpan<T> xDot, T minDot, ReadOnlySpan<T> maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static (T min, T minDot) ClampTangentPullback<T>(
        ReadOnlySpan<T> x, T min, ReadOnlySpan<T> max,
        Span<T> dx, Span<T> dmax, Span<T> ddestination, Span<T> dxDot, Span<T> dmaxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (ClampPullback(x, min, max, dx, dmax, ddestination), ClampPullback(x, min, max, dxDot, dmaxDot, ddestinationDot));

    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static T ClampPullback<T>(T x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> dmin, Span<T> dmax, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(x, min, max, default, new(ref dx), dmin, dmax, ddestination, PartialsOfChoices.Clamp);
        return dx;
    }

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        T x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> destination, T xDot, ReadOnlySpan<T> minDot, ReadOnlySpan<T> maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) ClampTangentPullback<T>(
        T x, ReadOnlySpan<T> min, ReadOnlySpan<T> max,
        Span<T> dmin, Span<T> dmax, Span<T> ddestination, Span<T> dminDot, Span<T> dmaxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (ClampPullback(x, min, max, dmin, dmax, ddestination), ClampPullback(x, min, max, dminDot, dmaxDot, ddestinationDot));

    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static (T min, T max) ClampPullback<T>(ReadOnlySpan<T> x, T min, T max, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dmin = T.Zero, dmax = T.Zero;
        Elementwise.Pullback(x, min, max, default, dx, new(ref dmin), new(ref dmax), ddestination, PartialsOfChoices.Clamp);
        return (dmin, dmax);
    }

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        ReadOnlySpan<T> x, T min, T max, Span<T> destination, ReadOnlySpan<T> xDot, T minDot, T maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static (T min, T max, T minDot, T maxDot) ClampTangentPullback<T>(
        ReadOnlySpan<T> x, T min, T max, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T dmin, T dmax) = ClampPullback(x, min, max, dx, ddestination);
        (T dminDot, T dmaxDot) = ClampPullback(x, min, max, dxDot, ddestinationDot);
        return (dmin, dmax, dminDot, dmaxDot);
    }

    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static (T x, T max) ClampPullback<T>(T x, ReadOnlySpan<T> min, T max, Span<T> dmin, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero, dmax = T.Zero;
        Elementwise.Pullback(x, min, max, default, new(ref dx), dmin, new(ref dmax), ddestination, PartialsOfChoices.Clamp);
        return (dx, dmax);
    }

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        T x, ReadOnlySpan<T> min, T max, Span<T> destination, T xDot, ReadOnlySpan<T> minDot, T maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static (T x, T max, T xDot, T maxDot) ClampTangentPullback<T>(
        T x, ReadOnlySpan<T> min, T max, Span<T> dmin, Span<T> ddestination, Span<T> dminDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T dx, T dmax) = ClampPullback(x, min, max, dmin, ddestination);
        (T dxDot, T dmaxDot) = ClampPullback(x, min, max, dminDot, ddestinationDot);
        return (dx, dmax, dxDot, dmaxDot);
    }

    /// <summary>The pullback of <c>Clamp</c>, whose derivatives are 1 for the operand that is the result, 0 for the others.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp), AllowsEmptyDestinations = true)]
    public static (T x, T min) ClampPullback<T>(T x, T min, ReadOnlySpan<T> max, Span<T> dmax, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero, dmin = T.Zero;
        Elementwise.Pullback(x, min, max, default, new(ref dx), new(ref dmin), dmax, ddestination, PartialsOfChoices.Clamp);
        return (dx, dmin);
    }

    /// <summary>The tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Clamp))]
    public static void ClampTangent<T>(
        T x, T min, ReadOnlySpan<T> max, Span<T> destination, T xDot, T minDot, ReadOnlySpan<T> maxDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, min, max, xDot, minDot, maxDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.Clamp(x, y, z, result), PartialsOfChoices.Clamp);

    /// <summary>The pullback of the tangent rule of <c>Clamp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ClampTangent), AllowsEmptyDestinations = true)]
    public static (T x, T min, T xDot, T minDot) ClampTangentPullback<T>(
        T x, T min, ReadOnlySpan<T> max, Span<T> dmax, Span<T> ddestination, Span<T> dmaxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T dx, T dmin) = ClampPullback(x, min, max, dmax, ddestination);
        (T dxDot, T dminDot) = ClampPullback(x, min, max, dmaxDot, ddestinationDot);
        return (dx, dmin, dxDot, dminDot);
    }

    /// <summary>The pullback of <c>CopySign</c>, whose derivatives are the sign that <c>x</c> gets, relative to its own, and 0.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CopySign), AllowsEmptyDestinations = true)]
    public static void CopySignPullback<T>(
        ReadOnlySpan<T> x, [NonDifferentiable] ReadOnlySpan<T> sign, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, sign, default, destination, dx, default, default, ddestination, PartialsOfChoices.CopySign);

    /// <summary>The tangent rule of <c>CopySign</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CopySign))]
    public static void CopySignTangent<T>(
        ReadOnlySpan<T> x, [NonDifferentiable] ReadOnlySpan<T> sign, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, sign, default, xDot, default, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.CopySign(x, y, result), PartialsOfChoices.CopySign);

    /// <summary>The pullback of the tangent rule of <c>CopySign</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(CopySignTangent), AllowsEmptyDestinations = true)]
    public static void CopySignTangentPullback<T>(
        ReadOnlySpan<T> x, [NonDifferentiable] ReadOnlySpan<T> sign, ReadOnlySpan<T> destination,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CopySignPullback(x, sign, destination, dx, ddestination);
        CopySignPullback(x, sign, destination, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>CopySign</c>, whose derivatives are the sign that <c>x</c> gets, relative to its own, and 0.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CopySign), AllowsEmptyDestinations = true)]
    public static void CopySignPullback<T>(
        ReadOnlySpan<T> x, [NonDifferentiable] T sign, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, sign, default, destination, dx, default, default, ddestination, PartialsOfChoices.CopySign);

    /// <summary>The tangent rule of <c>CopySign</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CopySign))]
    public static void CopySignTangent<T>(
        ReadOnlySpan<T> x, [NonDifferentiable] T sign, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, sign, default, xDot, default, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.CopySign(x, y, result), PartialsOfChoices.CopySign);

    /// <summary>The pullback of the tangent rule of <c>CopySign</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(CopySignTangent), AllowsEmptyDestinations = true)]
    public static void CopySignTangentPullback<T>(
        ReadOnlySpan<T> x, [NonDifferentiable] T sign, ReadOnlySpan<T> destination,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CopySignPullback(x, sign, destination, dx, ddestination);
        CopySignPullback(x, sign, destination, dxDot, ddestinationDot);
    }
}
