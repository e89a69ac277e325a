using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>
/// The rules of <see cref="TensorPrimitives"/>: for each differentiable function, and each of its overloads, a pullback and a tangent rule of the same name,
/// as <see cref="DerivativeOfAttribute"/> describes them, and a pullback of the tangent rule, for second order. That one is the pullback of the function, of
/// the values and of the tangents, and what the derivatives change by along the tangents (Griewank and Walther, "Evaluating Derivatives", 2008, chapter 5). Edge conventions are those of the functions of <see cref="Math"/>. Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Negate</c>, whose derivative is <c>−1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Negate), AllowsEmptyDestinations = true)]
    public static void NegatePullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => SubtractAndClear(xLength, dx, ddestination);

    /// <summary>The tangent rule of <c>Negate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Negate))]
    public static void NegateTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Negate, Slopes.MinusOne);

    /// <summary>The pullback of the tangent rule of <c>Negate</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(NegateTangent), AllowsEmptyDestinations = true)]
    public static void NegateTangentPullback<T>(int xLength, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NegatePullback(xLength, dx, ddestination);
        NegatePullback(xLength, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Add</c>, whose derivatives are 1 and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Add), AllowsEmptyDestinations = true)]
    public static void AddPullback<T>(int xLength, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddTo(dx, ddestination);
        AddAndClear(xLength, dy, ddestination);
    }

    /// <summary>The tangent rule of <c>Add</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Add))]
    public static void AddTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(xDot, yDot, destinationDot);
        TensorPrimitives.Add(x, y, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>Add</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AddTangent), AllowsEmptyDestinations = true)]
    public static void AddTangentPullback<T>(
        int xLength, Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddPullback(xLength, dx, dy, ddestination);
        AddPullback(xLength, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Add</c>, whose derivatives are 1 and 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Add), AllowsEmptyDestinations = true)]
    public static T AddPullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = TensorPrimitives.Sum<T>(ddestination[..xLength]);
        AddAndClear(xLength, dx, ddestination);
        return dy;
    }

    /// <summary>The tangent rule of <c>Add</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Add))]
    public static void AddTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(xDot, yDot, destinationDot);
        TensorPrimitives.Add(x, y, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>Add</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AddTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) AddTangentPullback<T>(int xLength, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (AddPullback(xLength, dx, ddestination), AddPullback(xLength, dxDot, ddestinationDot));

    /// <summary>The pullback of <c>Subtract</c>, whose derivatives are 1 and −1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Subtract), AllowsEmptyDestinations = true)]
    public static void SubtractPullback<T>(int xLength, Span<T> dx, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddTo(dx, ddestination);
        SubtractAndClear(xLength, dy, ddestination);
    }

    /// <summary>The tangent rule of <c>Subtract</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Subtract))]
    public static void SubtractTangent<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(xDot, yDot, destinationDot);
        TensorPrimitives.Subtract(x, y, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>Subtract</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SubtractTangent), AllowsEmptyDestinations = true)]
    public static void SubtractTangentPullback<T>(
        int xLength, Span<T> dx, Span<T> dy, Span<T> ddestination, Span<T> dxDot, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SubtractPullback(xLength, dx, dy, ddestination);
        SubtractPullback(xLength, dxDot, dyDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>Subtract</c>, whose derivatives are 1 and −1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Subtract), AllowsEmptyDestinations = true)]
    public static T SubtractPullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dy = -TensorPrimitives.Sum<T>(ddestination[..xLength]);
        AddAndClear(xLength, dx, ddestination);
        return dy;
    }

    /// <summary>The tangent rule of <c>Subtract</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Subtract))]
    public static void SubtractTangent<T>(ReadOnlySpan<T> x, T y, Span<T> destination, ReadOnlySpan<T> xDot, T yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(xDot, yDot, destinationDot);
        TensorPrimitives.Subtract(x, y, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>Subtract</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SubtractTangent), AllowsEmptyDestinations = true)]
    public static (T y, T yDot) SubtractTangentPullback<T>(int xLength, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (SubtractPullback(xLength, dx, ddestination), SubtractPullback(xLength, dxDot, ddestinationDot));

    /// <summary>The pullback of <c>Subtract</c> from a number, whose derivatives are 1 and −1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Subtract), AllowsEmptyDestinations = true)]
    public static T SubtractFromPullback<T>(int yLength, Span<T> dy, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T dx = TensorPrimitives.Sum<T>(ddestination[..yLength]);
        SubtractAndClear(yLength, dy, ddestination);
        return dx;
    }

    /// <summary>The tangent rule of <c>Subtract</c> from a number.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Subtract))]
    public static void SubtractFromTangent<T>(T x, ReadOnlySpan<T> y, Span<T> destination, T xDot, ReadOnlySpan<T> yDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(xDot, yDot, destinationDot);
        TensorPrimitives.Subtract(x, y, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>Subtract</c> from a number.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SubtractFromTangent), AllowsEmptyDestinations = true)]
    public static (T x, T xDot) SubtractFromTangentPullback<T>(int yLength, Span<T> dy, Span<T> ddestination, Span<T> dyDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (SubtractFromPullback(yLength, dy, ddestination), SubtractFromPullback(yLength, dyDot, ddestinationDot));

    /// <summary>Adds as many cotangents as there are places; there may be none.</summary>
    private static void AddTo<T>(Span<T> places, ReadOnlySpan<T> cotangents)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Add(places, cotangents[..places.Length], places);

    private static void AddAndClear<T>(int length, Span<T> places, Span<T> cotangents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddTo(places, cotangents);
        cotangents[..length].Clear();
    }

    private static void SubtractAndClear<T>(int length, Span<T> places, Span<T> cotangents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(places, cotangents[..places.Length], places);
        cotangents[..length].Clear();
    }
}
