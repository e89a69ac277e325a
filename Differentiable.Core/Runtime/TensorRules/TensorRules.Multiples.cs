using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Products.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply), AllowsEmptyDestinations = true)]
    public static void MultiplyPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> cotangents = ddestination[..x.Length];
        AddProducts(y, cotangents, dx);
        AddProducts(x, cotangents, dy);
        cotangents.Clear();
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply))]
    public static void MultiplyTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Multiply(x, y, result), PartialsOfTwo.Multiply);

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

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Multiply))]
    public static void MultiplyTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elementwise.Tangent(
            x, y, default, xDot, yDot, default, destination, destinationDot,
            static (x, y, _, result) => TensorPrimitives.Multiply(x, y, result), PartialsOfTwo.Multiply);

    private static void AddProducts<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> cotangents, Span<T> places)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!places.IsEmpty)
            TensorPrimitives.MultiplyAdd(factors, cotangents, places, places);
    }
}
