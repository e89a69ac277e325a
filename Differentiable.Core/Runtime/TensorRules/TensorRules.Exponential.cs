using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Exponentials and logarithms.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Exp</c>, whose derivative is <c>eˣ</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp), AllowsEmptyDestinations = true)]
    public static void ExpPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Exp);

    /// <summary>The tangent rule of <c>Exp</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp))]
    public static void ExpTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Exp, Slopes.Exp);

    /// <summary>The pullback of the tangent rule of <c>Exp</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ExpTangent), AllowsEmptyDestinations = true)]
    public static void ExpTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Exp, Curvatures.Exp);

    /// <summary>The pullback of <c>Exp2</c>, whose derivative is <c>2ˣ ln 2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp2), AllowsEmptyDestinations = true)]
    public static void Exp2Pullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Exp2);

    /// <summary>The tangent rule of <c>Exp2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp2))]
    public static void Exp2Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Exp2, Slopes.Exp2);

    /// <summary>The pullback of the tangent rule of <c>Exp2</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Exp2Tangent), AllowsEmptyDestinations = true)]
    public static void Exp2TangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Exp2, Curvatures.Exp2);

    /// <summary>The pullback of <c>Exp10</c>, whose derivative is <c>10ˣ ln 10</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp10), AllowsEmptyDestinations = true)]
    public static void Exp10Pullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Exp10);

    /// <summary>The tangent rule of <c>Exp10</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp10))]
    public static void Exp10Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Exp10, Slopes.Exp10);

    /// <summary>The pullback of the tangent rule of <c>Exp10</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Exp10Tangent), AllowsEmptyDestinations = true)]
    public static void Exp10TangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Exp10, Curvatures.Exp10);

    /// <summary>The pullback of <c>ExpM1</c>, whose derivative is <c>eˣ</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ExpM1), AllowsEmptyDestinations = true)]
    public static void ExpM1Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.ExpM1);

    /// <summary>The tangent rule of <c>ExpM1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ExpM1))]
    public static void ExpM1Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.ExpM1, Slopes.ExpM1);

    /// <summary>The pullback of the tangent rule of <c>ExpM1</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ExpM1Tangent), AllowsEmptyDestinations = true)]
    public static void ExpM1TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.ExpM1, Curvatures.Exp);

    /// <summary>The pullback of <c>Exp2M1</c>, whose derivative is <c>2ˣ ln 2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp2M1), AllowsEmptyDestinations = true)]
    public static void Exp2M1Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Exp2M1);

    /// <summary>The tangent rule of <c>Exp2M1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp2M1))]
    public static void Exp2M1Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Exp2M1, Slopes.Exp2M1);

    /// <summary>The pullback of the tangent rule of <c>Exp2M1</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Exp2M1Tangent), AllowsEmptyDestinations = true)]
    public static void Exp2M1TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Exp2M1, Curvatures.Exp2);

    /// <summary>The pullback of <c>Exp10M1</c>, whose derivative is <c>10ˣ ln 10</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp10M1), AllowsEmptyDestinations = true)]
    public static void Exp10M1Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Exp10M1);

    /// <summary>The tangent rule of <c>Exp10M1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Exp10M1))]
    public static void Exp10M1Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Exp10M1, Slopes.Exp10M1);

    /// <summary>The pullback of the tangent rule of <c>Exp10M1</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Exp10M1Tangent), AllowsEmptyDestinations = true)]
    public static void Exp10M1TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Exp10M1, Curvatures.Exp10);

    /// <summary>The pullback of <c>Log</c>, whose derivative is <c>1 / x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log), AllowsEmptyDestinations = true)]
    public static void LogPullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Log);

    /// <summary>The tangent rule of <c>Log</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log))]
    public static void LogTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Log, Slopes.Log);

    /// <summary>The pullback of the tangent rule of <c>Log</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LogTangent), AllowsEmptyDestinations = true)]
    public static void LogTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Log, Curvatures.Log);

    /// <summary>The pullback of <c>Log2</c>, whose derivative is <c>1 / (x ln 2)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log2), AllowsEmptyDestinations = true)]
    public static void Log2Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Log2);

    /// <summary>The tangent rule of <c>Log2</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log2))]
    public static void Log2Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Log2, Slopes.Log2);

    /// <summary>The pullback of the tangent rule of <c>Log2</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Log2Tangent), AllowsEmptyDestinations = true)]
    public static void Log2TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Log2, Curvatures.Log2);

    /// <summary>The pullback of <c>Log10</c>, whose derivative is <c>1 / (x ln 10)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log10), AllowsEmptyDestinations = true)]
    public static void Log10Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Log10);

    /// <summary>The tangent rule of <c>Log10</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log10))]
    public static void Log10Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Log10, Slopes.Log10);

    /// <summary>The pullback of the tangent rule of <c>Log10</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Log10Tangent), AllowsEmptyDestinations = true)]
    public static void Log10TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Log10, Curvatures.Log10);

    /// <summary>The pullback of <c>LogP1</c>, whose derivative is <c>1 / (1 + x)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.LogP1), AllowsEmptyDestinations = true)]
    public static void LogP1Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.LogP1);

    /// <summary>The tangent rule of <c>LogP1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.LogP1))]
    public static void LogP1Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.LogP1, Slopes.LogP1);

    /// <summary>The pullback of the tangent rule of <c>LogP1</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(LogP1Tangent), AllowsEmptyDestinations = true)]
    public static void LogP1TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.LogP1, Curvatures.Log);

    /// <summary>The pullback of <c>Log2P1</c>, whose derivative is <c>1 / ((1 + x) ln 2)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log2P1), AllowsEmptyDestinations = true)]
    public static void Log2P1Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Log2P1);

    /// <summary>The tangent rule of <c>Log2P1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log2P1))]
    public static void Log2P1Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Log2P1, Slopes.Log2P1);

    /// <summary>The pullback of the tangent rule of <c>Log2P1</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Log2P1Tangent), AllowsEmptyDestinations = true)]
    public static void Log2P1TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Log2P1, Curvatures.Log2);

    /// <summary>The pullback of <c>Log10P1</c>, whose derivative is <c>1 / ((1 + x) ln 10)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log10P1), AllowsEmptyDestinations = true)]
    public static void Log10P1Pullback<T>(ReadOnlySpan<T> x, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(x, x.Length, dx, ddestination, Slopes.Log10P1);

    /// <summary>The tangent rule of <c>Log10P1</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Log10P1))]
    public static void Log10P1Tangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Tangent(x, destination, xDot, destinationDot, TensorPrimitives.Log10P1, Slopes.Log10P1);

    /// <summary>The pullback of the tangent rule of <c>Log10P1</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(Log10P1Tangent), AllowsEmptyDestinations = true)]
    public static void Log10P1TangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(x, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Log10P1, Curvatures.Log10);

    /// <summary>The pullback of <c>Sigmoid</c>, whose derivative is <c>σ(x) (1 − σ(x))</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sigmoid), AllowsEmptyDestinations = true)]
    public static void SigmoidPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.Pullback(destination, xLength, dx, ddestination, Slopes.Sigmoid);

    /// <summary>The tangent rule of <c>Sigmoid</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sigmoid))]
    public static void SigmoidTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentOfResult(x, destination, xDot, destinationDot, TensorPrimitives.Sigmoid, Slopes.Sigmoid);

    /// <summary>The pullback of the tangent rule of <c>Sigmoid</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SigmoidTangent), AllowsEmptyDestinations = true)]
    public static void SigmoidTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Unary.TangentPullback(destination, xDot, dx, ddestination, dxDot, ddestinationDot, Slopes.Sigmoid, Curvatures.Sigmoid);
}
