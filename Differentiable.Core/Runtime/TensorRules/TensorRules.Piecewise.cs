using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Functions with kinks and steps.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Abs), AllowsEmptyDestinations = true)]
    public static void AbsPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Abs);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Abs))]
    public static void AbsTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Abs, Slopes.Abs);

    [DerivativeOf(typeof(TensorRules), nameof(AbsTangent), AllowsEmptyDestinations = true)]
    public static void AbsTangentPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AbsPullback(x, dx, ddestination);
        AbsPullback(x, dxDot, ddestinationDot);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.DegreesToRadians), AllowsEmptyDestinations = true)]
    public static void DegreesToRadiansPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.DegreesToRadians);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.DegreesToRadians))]
    public static void DegreesToRadiansTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.DegreesToRadians, Slopes.DegreesToRadians);

    [DerivativeOf(typeof(TensorRules), nameof(DegreesToRadiansTangent), AllowsEmptyDestinations = true)]
    public static void DegreesToRadiansTangentPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DegreesToRadiansPullback(x, dx, ddestination);
        DegreesToRadiansPullback(x, dxDot, ddestinationDot);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RadiansToDegrees), AllowsEmptyDestinations = true)]
    public static void RadiansToDegreesPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.RadiansToDegrees);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RadiansToDegrees))]
    public static void RadiansToDegreesTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.RadiansToDegrees, Slopes.RadiansToDegrees);

    [DerivativeOf(typeof(TensorRules), nameof(RadiansToDegreesTangent), AllowsEmptyDestinations = true)]
    public static void RadiansToDegreesTangentPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RadiansToDegreesPullback(x, dx, ddestination);
        RadiansToDegreesPullback(x, dxDot, ddestinationDot);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitIncrement), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitDecrement), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Increment), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Decrement), AllowsEmptyDestinations = true)]
    public static void StepPullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddAndClear(xLength, dx, ddestination);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitIncrement))]
    public static void BitIncrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.BitIncrement, Slopes.One);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.BitDecrement))]
    public static void BitDecrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.BitDecrement, Slopes.One);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Increment))]
    public static void IncrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Increment, Slopes.One);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Decrement))]
    public static void DecrementTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Decrement, Slopes.One);

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

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Floor), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ceiling), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Truncate), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round), AllowsEmptyDestinations = true)]
    public static void ConstantPullback<T>(int xLength, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => ddestination[..xLength].Clear();

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Floor))]
    public static void FloorTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Floor, Slopes.Zero);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Ceiling))]
    public static void CeilingTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Ceiling, Slopes.Zero);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Truncate))]
    public static void TruncateTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Truncate, Slopes.Zero);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Round, Slopes.Zero);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(
        ReadOnlySpan<T> x, MidpointRounding mode, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        destinationDot[..x.Length].Clear();
        TensorPrimitives.Round(x, mode, destination);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(ReadOnlySpan<T> x, int digits, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        destinationDot[..x.Length].Clear();
        TensorPrimitives.Round(x, digits, destination);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Round))]
    public static void RoundTangent<T>(
        ReadOnlySpan<T> x, int digits, MidpointRounding mode, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        destinationDot[..x.Length].Clear();
        TensorPrimitives.Round(x, digits, mode, destination);
    }

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

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sign), AllowsEmptyDestinations = true)]
    public static void SignPullback<T>(Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sign))]
    public static void SignTangent<T>(ReadOnlySpan<T> x, Span<int> destination, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Sign(x, destination);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ILogB), AllowsEmptyDestinations = true)]
    public static void ILogBPullback<T>(Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ILogB))]
    public static void ILogBTangent<T>(ReadOnlySpan<T> x, Span<int> destination, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.ILogB(x, destination);

    [DerivativeOf(typeof(TensorRules), nameof(SignTangent), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorRules), nameof(ILogBTangent), AllowsEmptyDestinations = true)]
    public static void IntegerTangentPullback<T>(Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
    }
}
