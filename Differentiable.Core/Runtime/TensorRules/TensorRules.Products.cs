using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Products with sums.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>MultiplyAdd</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAdd), AllowsEmptyDestinations = true)]
    public static void MultiplyAddPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> daddend, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, default, dx, dy, daddend, ddestination, PartialsOfThree.MultiplyAdd);

    /// <summary>The tangent rule of <c>MultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAdd))]
    public static void MultiplyAddTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.MultiplyAdd(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of the tangent rule of <c>MultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyAddTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyAddEstimateTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(FusedMultiplyAddTangent), AllowsEmptyDestinations = true)]
    public static void MultiplyAddTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> daddend, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> daddendDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, default,
            dx, dy, default, ddestinationDot, ChangesOfTwo.Multiply);
        MultiplyAddPullback(x, y, dx, dy, daddend, ddestination);
        MultiplyAddPullback(x, y, dxDot, dyDot, daddendDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>MultiplyAdd</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAdd), AllowsEmptyDestinations = true)]
    public static T MultiplyAddPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T daddend = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, dy, new(ref daddend), ddestination, PartialsOfThree.MultiplyAdd);
        return daddend;
    }

    /// <summary>The tangent rule of <c>MultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAdd))]
    public static void MultiplyAddTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.MultiplyAdd(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of the tangent rule of <c>MultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyAddTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyAddEstimateTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(FusedMultiplyAddTangent), AllowsEmptyDestinations = true)]
    public static (T addend, T addendDot) MultiplyAddTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, default,
            dx, dy, default, ddestinationDot, ChangesOfTwo.Multiply);
        return (MultiplyAddPullback(x, y, dx, dy, ddestination), MultiplyAddPullback(x, y, dxDot, dyDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>MultiplyAdd</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAdd), AllowsEmptyDestinations = true)]
    public static T MultiplyAddPullback<T>(ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> daddend, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, new(ref dy), daddend, ddestination, PartialsOfThree.MultiplyAdd);
        return dy;
    }

    /// <summary>The tangent rule of <c>MultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAdd))]
    public static void MultiplyAddTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.MultiplyAdd(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of the tangent rule of <c>MultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyAddTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyAddEstimateTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(FusedMultiplyAddTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) MultiplyAddTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> xDot, T yDot,
        Span<T> dx, Span<T> daddend, Span<T> ddestination, Span<T> dxDot, Span<T> daddendDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.AddChanges(
            x, y, default, xDot, yDot, default, default,
            dx, new(ref dy), default, ddestinationDot, ChangesOfTwo.Multiply);
        dy += MultiplyAddPullback(x, y, dx, daddend, ddestination);
        return (dy, MultiplyAddPullback(x, y, dxDot, daddendDot, ddestinationDot));
    }

    /// <summary>The pullback of <c>MultiplyAddEstimate</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAddEstimate), AllowsEmptyDestinations = true)]
    public static void MultiplyAddEstimatePullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> daddend, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, default, dx, dy, daddend, ddestination, PartialsOfThree.MultiplyAdd);

    /// <summary>The tangent rule of <c>MultiplyAddEstimate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAddEstimate))]
    public static void MultiplyAddEstimateTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.MultiplyAddEstimate(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of <c>MultiplyAddEstimate</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAddEstimate), AllowsEmptyDestinations = true)]
    public static T MultiplyAddEstimatePullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T daddend = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, dy, new(ref daddend), ddestination, PartialsOfThree.MultiplyAdd);
        return daddend;
    }

    /// <summary>The tangent rule of <c>MultiplyAddEstimate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAddEstimate))]
    public static void MultiplyAddEstimateTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.MultiplyAddEstimate(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of <c>MultiplyAddEstimate</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAddEstimate), AllowsEmptyDestinations = true)]
    public static T MultiplyAddEstimatePullback<T>(ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> daddend, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, new(ref dy), daddend, ddestination, PartialsOfThree.MultiplyAdd);
        return dy;
    }

    /// <summary>The tangent rule of <c>MultiplyAddEstimate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MultiplyAddEstimate))]
    public static void MultiplyAddEstimateTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.MultiplyAddEstimate(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of <c>FusedMultiplyAdd</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.FusedMultiplyAdd), AllowsEmptyDestinations = true)]
    public static void FusedMultiplyAddPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> daddend, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Pullback(x, y, default, default, dx, dy, daddend, ddestination, PartialsOfThree.MultiplyAdd);

    /// <summary>The tangent rule of <c>FusedMultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.FusedMultiplyAdd))]
    public static void FusedMultiplyAddTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, ReadOnlySpan<T> addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.FusedMultiplyAdd(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of <c>FusedMultiplyAdd</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.FusedMultiplyAdd), AllowsEmptyDestinations = true)]
    public static T FusedMultiplyAddPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T daddend = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, dy, new(ref daddend), ddestination, PartialsOfThree.MultiplyAdd);
        return daddend;
    }

    /// <summary>The tangent rule of <c>FusedMultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.FusedMultiplyAdd))]
    public static void FusedMultiplyAddTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, T addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.FusedMultiplyAdd(x, y, z, result), PartialsOfThree.MultiplyAdd);

    /// <summary>The pullback of <c>FusedMultiplyAdd</c>, whose derivatives are <c>y</c>, <c>x</c> and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.FusedMultiplyAdd), AllowsEmptyDestinations = true)]
    public static T FusedMultiplyAddPullback<T>(ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> daddend, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = T.Zero;
        Elementwise.Pullback(x, y, default, default, dx, new(ref dy), daddend, ddestination, PartialsOfThree.MultiplyAdd);
        return dy;
    }

    /// <summary>The tangent rule of <c>FusedMultiplyAdd</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.FusedMultiplyAdd))]
    public static void FusedMultiplyAddTangent<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, ReadOnlySpan<T> addendDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, addend, xDot, yDot, addendDot, destination, destinationDot,
            static (x, y, z, result) => TensorPrimitives.FusedMultiplyAdd(x, y, z, result), PartialsOfThree.MultiplyAdd);
}
