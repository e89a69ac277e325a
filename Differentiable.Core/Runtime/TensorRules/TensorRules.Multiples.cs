using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Products.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Multiply</c>, whose derivatives are <c>y</c> and <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply), AllowsEmptyDestinations = true)]
    public static void MultiplyPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> cotangents = ddestination[..x.Length];
        AddProducts(y, cotangents, dx);
        AddProducts(x, cotangents, dy);
        cotangents.Clear();
    }

    /// <summary>The tangent rule of <c>Multiply</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply))]
    public static void MultiplyTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Multiply(x, y, result), PartialsOfTwo.Multiply);

    /// <summary>The pullback of the tangent rule of <c>Multiply</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyTangent), AllowsEmptyDestinations = true)]
    public static void MultiplyTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot,
        Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> cotangents = ddestinationDot[..x.Length];
        AddProducts(yDot, cotangents, dx);
        AddProducts(xDot, cotangents, dy);
        MultiplyPullback(x, y, dx, dy, ddestination);
        MultiplyPullback(x, y, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Multiply</c>, whose derivatives are <c>y</c> and <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply), AllowsEmptyDestinations = true)]
    public static T MultiplyPullback<T>(ReadOnlySpan<T> x, T y, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> cotangents = ddestination[..x.Length];
        T dy = TensorPrimitives.Dot<T>(x, cotangents);
        if (!dx.IsEmpty)
            TensorPrimitives.MultiplyAdd(cotangents, y, dx, dx);
        cotangents.Clear();
        return dy;
    }

    /// <summary>The tangent rule of <c>Multiply</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply))]
    public static void MultiplyTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Multiply(x, y, result), PartialsOfTwo.Multiply);

    /// <summary>The pullback of the tangent rule of <c>Multiply</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MultiplyTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) MultiplyTangentPullback<T>(
        ReadOnlySpan<T> x, T y, ReadOnlySpan<T> xDot, T yDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> cotangents = ddestinationDot[..x.Length];
        AddMultiple(cotangents, yDot, dx);
        T dy = TensorPrimitives.Dot<T>(xDot, cotangents);
        return (dy + MultiplyPullback(x, y, dx, ddestination), MultiplyPullback(x, y, dxDot, ddestinationDot));
    }

    private static void AddProducts<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> cotangents, Span<T> places)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!places.IsEmpty)
            TensorPrimitives.MultiplyAdd(factors, cotangents, places, places);
    }
}
