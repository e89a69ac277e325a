using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Functions with kinks and steps.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Abs</c>, whose derivative is <c>sign x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Abs), AllowsEmptyDestinations = true)]
    public static void AbsPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Abs);

    /// <summary>The tangent rule of <c>Abs</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Abs))]
    public static void AbsTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Abs, Slopes.Abs);

    /// <summary>The pullback of the tangent rule of <c>Abs</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AbsTangent), AllowsEmptyDestinations = true)]
    public static void AbsTangentPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AbsPullback(x, dx, ddestination);
        AbsPullback(x, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>DegreesToRadians</c>, whose derivative is <c>π / 180</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.DegreesToRadians), AllowsEmptyDestinations = true)]
    public static void DegreesToRadiansPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.DegreesToRadians);

    /// <summary>The tangent rule of <c>DegreesToRadians</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.DegreesToRadians))]
    public static void DegreesToRadiansTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.DegreesToRadians, Slopes.DegreesToRadians);

    /// <summary>The pullback of the tangent rule of <c>DegreesToRadians</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(DegreesToRadiansTangent), AllowsEmptyDestinations = true)]
    public static void DegreesToRadiansTangentPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DegreesToRadiansPullback(x, dx, ddestination);
        DegreesToRadiansPullback(x, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>RadiansToDegrees</c>, whose derivative is <c>180 / π</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RadiansToDegrees), AllowsEmptyDestinations = true)]
    public static void RadiansToDegreesPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.RadiansToDegrees);

    /// <summary>The tangent rule of <c>RadiansToDegrees</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RadiansToDegrees))]
    public static void RadiansToDegreesTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.RadiansToDegrees, Slopes.RadiansToDegrees);

    /// <summary>The pullback of the tangent rule of <c>RadiansToDegrees</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(RadiansToDegreesTangent), AllowsEmptyDestinations = true)]
    public static void RadiansToDegreesTangentPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RadiansToDegreesPullback(x, dx, ddestination);
        RadiansToDegreesPullback(x, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of functions that go one step up or down, whose derivative is 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitIncrement), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitDecrement), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Increment), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Decrement), AllowsEmptyDestinations = true)]
    public static void StepPullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddAndClear(xLength, dx, ddestination);

    /// <summary>The tangent rule of <c>BitIncrement</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitIncrement))]
    public static void BitIncrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.BitIncrement, Slopes.One);

    /// <summary>The tangent rule of <c>BitDecrement</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitDecrement))]
    public static void BitDecrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.BitDecrement, Slopes.One);

    /// <summary>The tangent rule of <c>Increment</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Increment))]
    public static void IncrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Increment, Slopes.One);

    /// <summary>The tangent rule of <c>Decrement</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Decrement))]
    public static void DecrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Decrement, Slopes.One);

    /// <summary>The pullback of their tangent rules.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(BitIncrementTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(BitDecrementTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(IncrementTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(DecrementTangent), AllowsEmptyDestinations = true)]
    public static void StepTangentPullback<T>(int xLength, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddAndClear(xLength, dx, ddestination);
        AddAndClear(xLength, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of functions that are constant between their steps, whose derivative is 0.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Floor), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ceiling), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Truncate), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round), AllowsEmptyDestinations = true)]
    public static void ConstantPullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => ddestination[..xLength].Clear();

    /// <summary>The tangent rule of <c>Floor</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Floor))]
    public static void FloorTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Floor, Slopes.Zero);

    /// <summary>The tangent rule of <c>Ceiling</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ceiling))]
    public static void CeilingTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Ceiling, Slopes.Zero);

    /// <summary>The tangent rule of <c>Truncate</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Truncate))]
    public static void TruncateTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Truncate, Slopes.Zero);

    /// <summary>The tangent rule of <c>Round</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Round, Slopes.Zero);

    /// <summary>The tangent rule of <c>Round</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(
        ReadOnlySpan<T> x, MidpointRounding mode, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        destinationDot[..x.Length].Clear();
        TensorPrimitives.Round(x, mode, destination);
    }

    /// <summary>The tangent rule of <c>Round</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(ReadOnlySpan<T> x, int digits, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        destinationDot[..x.Length].Clear();
        TensorPrimitives.Round(x, digits, destination);
    }

    /// <summary>The tangent rule of <c>Round</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(
        ReadOnlySpan<T> x, int digits, MidpointRounding mode, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        destinationDot[..x.Length].Clear();
        TensorPrimitives.Round(x, digits, mode, destination);
    }

    /// <summary>The pullback of their tangent rules.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(FloorTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(CeilingTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(TruncateTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(RoundTangent), AllowsEmptyDestinations = true)]
    public static void ConstantTangentPullback<T>(int xLength, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ddestination[..xLength].Clear();
        ddestinationDot[..xLength].Clear();
    }

    /// <summary>The pullback of <c>Sign</c>, whose derivative is 0.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sign), AllowsEmptyDestinations = true)]
    public static void SignPullback<T>(Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }

    /// <summary>The tangent rule of <c>Sign</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sign))]
    public static void SignTangent<T>(ReadOnlySpan<T> x, Span<int> destination, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Sign(x, destination);

    /// <summary>The pullback of <c>ILogB</c>, whose derivative is 0.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ILogB), AllowsEmptyDestinations = true)]
    public static void ILogBPullback<T>(Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }

    /// <summary>The tangent rule of <c>ILogB</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ILogB))]
    public static void ILogBTangent<T>(ReadOnlySpan<T> x, Span<int> destination, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.ILogB(x, destination);

    /// <summary>The pullback of the tangent rules of functions whose results are integers.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SignTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(ILogBTangent), AllowsEmptyDestinations = true)]
    public static void IntegerTangentPullback<T>(Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }
}
