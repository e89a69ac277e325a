using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Powers and roots.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Sqrt</c>, whose derivative is <c>1 / (2 √x)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sqrt), AllowsEmptyDestinations = true)]
    public static void SqrtPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Sqrt);

    /// <summary>The tangent rule of <c>Sqrt</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sqrt))]
    public static void SqrtTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Sqrt, Slopes.Sqrt);

    /// <summary>The pullback of the tangent rule of <c>Sqrt</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SqrtTangent), AllowsEmptyDestinations = true)]
    public static void SqrtTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Sqrt, Curvatures.Sqrt);

    /// <summary>The pullback of <c>Cbrt</c>, whose derivative is <c>1 / (3 ∛x²)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cbrt), AllowsEmptyDestinations = true)]
    public static void CbrtPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Cbrt);

    /// <summary>The tangent rule of <c>Cbrt</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Cbrt))]
    public static void CbrtTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Cbrt, Slopes.Cbrt);

    /// <summary>The pullback of the tangent rule of <c>Cbrt</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(CbrtTangent), AllowsEmptyDestinations = true)]
    public static void CbrtTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Cbrt, Curvatures.Cbrt);

    /// <summary>The pullback of <c>Reciprocal</c>, whose derivative is <c>−1 / x²</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Reciprocal), AllowsEmptyDestinations = true)]
    public static void ReciprocalPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Reciprocal);

    /// <summary>The tangent rule of <c>Reciprocal</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Reciprocal))]
    public static void ReciprocalTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Reciprocal, Slopes.Reciprocal);

    /// <summary>The pullback of the tangent rule of <c>Reciprocal</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ReciprocalTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(ReciprocalEstimateTangent), AllowsEmptyDestinations = true)]
    public static void ReciprocalTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Reciprocal, Curvatures.Reciprocal);

    /// <summary>The pullback of <c>ReciprocalSqrt</c>, whose derivative is <c>−1 / (2 x √x)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrt), AllowsEmptyDestinations = true)]
    public static void ReciprocalSqrtPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.ReciprocalSqrt);

    /// <summary>The tangent rule of <c>ReciprocalSqrt</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrt))]
    public static void ReciprocalSqrtTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.ReciprocalSqrt, Slopes.ReciprocalSqrt);

    /// <summary>The pullback of the tangent rule of <c>ReciprocalSqrt</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ReciprocalSqrtTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(ReciprocalSqrtEstimateTangent), AllowsEmptyDestinations = true)]
    public static void ReciprocalSqrtTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.ReciprocalSqrt, Curvatures.ReciprocalSqrt);

    /// <summary>The pullback of <c>ReciprocalEstimate</c>, whose derivative is <c>−1 / x²</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalEstimate), AllowsEmptyDestinations = true)]
    public static void ReciprocalEstimatePullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Reciprocal);

    /// <summary>The tangent rule of <c>ReciprocalEstimate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalEstimate))]
    public static void ReciprocalEstimateTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.ReciprocalEstimate, Slopes.Reciprocal);

    /// <summary>The pullback of <c>ReciprocalSqrtEstimate</c>, whose derivative is <c>−1 / (2 x √x)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrtEstimate), AllowsEmptyDestinations = true)]
    public static void ReciprocalSqrtEstimatePullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.ReciprocalSqrt);

    /// <summary>The tangent rule of <c>ReciprocalSqrtEstimate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ReciprocalSqrtEstimate))]
    public static void ReciprocalSqrtEstimateTangent<T>(
        ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.ReciprocalSqrtEstimate, Slopes.ReciprocalSqrt);

    /// <summary>The pullback of <c>Pow</c>, whose derivatives are <c>y xʸ⁻¹</c> and <c>xʸ ln x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow), AllowsEmptyDestinations = true)]
    public static void PowPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Pow);

    /// <summary>The tangent rule of <c>Pow</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow))]
    public static void PowTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Pow(x, y, result), PartialsOfTwo.Pow);

    /// <summary>The pullback of the tangent rule of <c>Pow</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(PowTangent), AllowsEmptyDestinations = true)]
    public static void PowTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, dy, default, ddestinationDot, ChangesOfTwo.Pow);
        PowPullback(x, y, destination, dx, dy, ddestination);
        PowPullback(x, y, destination, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Pow</c>, whose derivatives are <c>y xʸ⁻¹</c> and <c>xʸ ln x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow), AllowsEmptyDestinations = true)]
    public static T PowPullback<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, destination, dx, new(ref dy), default, ddestination, PartialsOfTwo.Pow);
        return dy;
    }

    /// <summary>The tangent rule of <c>Pow</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow))]
    public static void PowTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Pow(x, y, result), PartialsOfTwo.Pow);

    /// <summary>The pullback of the tangent rule of <c>Pow</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(PowTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) PowTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, T yDot,
        Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, new(ref dy), default, ddestinationDot, ChangesOfTwo.Pow);
        dy += PowPullback(x, y, destination, dx, ddestination);
        return (dy, PowPullback(x, y, destination, dxDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Pow</c>, whose derivatives are <c>y xʸ⁻¹</c> and <c>xʸ ln x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow), AllowsEmptyDestinations = true)]
    public static T PowPullback<T>(T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.Pullback(x, y, default, destination, new(ref dx), dy, default, ddestination, PartialsOfTwo.Pow);
        return dx;
    }

    /// <summary>The tangent rule of <c>Pow</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Pow))]
    public static void PowTangent<T>(T x, ReadOnlySpan<T> y, Span<T> destination, T xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Pow(x, y, result), PartialsOfTwo.Pow);

    /// <summary>The pullback of the tangent rule of <c>Pow</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(PowTangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) PowTangentPullback<T>(
        T x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, T xDot, ReadOnlySpan<T> yDot,
        Span<T> dy, Span<T> ddestination, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = T.Zero;
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            new(ref dx), dy, default, ddestinationDot, ChangesOfTwo.Pow);
        dx += PowPullback(x, y, destination, dy, ddestination);
        return (dx, PowPullback(x, y, destination, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>Hypot</c>, whose derivatives are <c>x / h</c> and <c>y / h</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Hypot), AllowsEmptyDestinations = true)]
    public static void HypotPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, destination, dx, dy, default, ddestination, PartialsOfTwo.Hypot);

    /// <summary>The tangent rule of <c>Hypot</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Hypot))]
    public static void HypotTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Hypot(x, y, result), PartialsOfTwo.Hypot);

    /// <summary>The pullback of the tangent rule of <c>Hypot</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(HypotTangent), AllowsEmptyDestinations = true)]
    public static void HypotTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, destination,
            dx, dy, default, ddestinationDot, ChangesOfTwo.Hypot);
        HypotPullback(x, y, destination, dx, dy, ddestination);
        HypotPullback(x, y, destination, dxDot, dyDot, ddestinationDot);
    }
}
