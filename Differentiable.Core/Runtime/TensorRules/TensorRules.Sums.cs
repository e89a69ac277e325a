using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Sums, means and lengths.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Sum</c>, whose derivative is 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sum))]
    public static void SumPullback<T>(T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Add(dx, dresult, dx);

    /// <summary>The tangent rule of <c>Sum</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sum))]
    public static (T value, T valueDot) SumTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Sum(x), TensorPrimitives.Sum(xDot));

    /// <summary>The pullback of the tangent rule of <c>Sum</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SumTangent), AllowsEmptyDestinations = true)]
    public static void SumTangentPullback<T>((T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SumPullback(dresult.value, dx);
        SumPullback(dresult.valueDot, dxDot);
    }

    /// <summary>The pullback of <c>Average</c>, whose derivative is <c>1 / n</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Average))]
    public static void AveragePullback<T>(T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Add(dx, dresult / T.CreateChecked(dx.Length), dx);

    /// <summary>The tangent rule of <c>Average</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Average))]
    public static (T value, T valueDot) AverageTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Average(x), TensorPrimitives.Average(xDot));

    /// <summary>The pullback of the tangent rule of <c>Average</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(AverageTangent), AllowsEmptyDestinations = true)]
    public static void AverageTangentPullback<T>((T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AveragePullback(dresult.value, dx);
        AveragePullback(dresult.valueDot, dxDot);
    }

    /// <summary>The pullback of <c>SumOfSquares</c>, whose derivative is <c>2 x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfSquares))]
    public static void SumOfSquaresPullback<T>(ReadOnlySpan<T> x, T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.MultiplyAdd(x, dresult + dresult, dx, dx);

    /// <summary>The tangent rule of <c>SumOfSquares</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfSquares))]
    public static (T value, T valueDot) SumOfSquaresTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.SumOfSquares(x), T.CreateChecked(2) * TensorPrimitives.Dot(x, xDot));

    /// <summary>The pullback of the tangent rule of <c>SumOfSquares</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SumOfSquaresTangent), AllowsEmptyDestinations = true)]
    public static void SumOfSquaresTangentPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddMultiple(x, dresult.value + dresult.value, dx);
        AddMultiple(xDot, dresult.valueDot + dresult.valueDot, dx);
        AddMultiple(x, dresult.valueDot + dresult.valueDot, dxDot);
    }

    /// <summary>The pullback of <c>SumOfMagnitudes</c>, whose derivative is <c>sign x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfMagnitudes))]
    public static void SumOfMagnitudesPullback<T>(ReadOnlySpan<T> x, T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> buffer = stackalloc T[Unary.Block];
        for (int start = 0; start < dx.Length; start += Unary.Block)
        {
            int count = Math.Min(Unary.Block, dx.Length - start);
            Span<T> slopes = buffer[..count], places = dx.Slice(start, count);
            Slopes.Abs(x.Slice(start, count), slopes);
            TensorPrimitives.MultiplyAdd(slopes, dresult, places, places);
        }
    }

    /// <summary>The tangent rule of <c>SumOfMagnitudes</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfMagnitudes))]
    public static (T value, T valueDot) SumOfMagnitudesTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> buffer = stackalloc T[Unary.Block];
        T valueDot = T.Zero;
        for (int start = 0; start < x.Length; start += Unary.Block)
        {
            int count = Math.Min(Unary.Block, x.Length - start);
            Slopes.Abs(x.Slice(start, count), buffer[..count]);
            valueDot += TensorPrimitives.Dot<T>(buffer[..count], xDot.Slice(start, count));
        }
        return (TensorPrimitives.SumOfMagnitudes(x), valueDot);
    }

    /// <summary>The pullback of the tangent rule of <c>SumOfMagnitudes</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SumOfMagnitudesTangent), AllowsEmptyDestinations = true)]
    public static void SumOfMagnitudesTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SumOfMagnitudesPullback(x, dresult.value, dx);
        SumOfMagnitudesPullback(x, dresult.valueDot, dxDot);
    }

    /// <summary>The pullback of <c>Dot</c>, whose derivatives are <c>y</c> and <c>x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Dot), AllowsEmptyDestinations = true)]
    public static void DotPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T dresult, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!dx.IsEmpty)
            TensorPrimitives.MultiplyAdd(y, dresult, dx, dx);
        if (!dy.IsEmpty)
            TensorPrimitives.MultiplyAdd(x, dresult, dy, dy);
    }

    /// <summary>The tangent rule of <c>Dot</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Dot))]
    public static (T value, T valueDot) DotTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Dot(x, y), TensorPrimitives.Dot(xDot, y) + TensorPrimitives.Dot(x, yDot));

    /// <summary>The pullback of the tangent rule of <c>Dot</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(DotTangent), AllowsEmptyDestinations = true)]
    public static void DotTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dy, Span<T> dxDot, Span<T> dyDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DotPullback(x, y, dresult.value, dx, dy);
        DotPullback(xDot, yDot, dresult.valueDot, dx, dy);
        DotPullback(x, y, dresult.valueDot, dxDot, dyDot);
    }

    /// <summary>0 at the origin.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Norm))]
    public static void NormPullback<T>(ReadOnlySpan<T> x, T dresult, T result, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsZero(result))
            TensorPrimitives.MultiplyAdd(x, dresult / result, dx, dx);
    }

    /// <summary>The tangent rule of <c>Norm</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Norm))]
    public static (T value, T valueDot) NormTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.Norm(x);
        return (value, T.IsZero(value) ? T.Zero : TensorPrimitives.Dot(x, xDot) / value);
    }

    /// <summary>With the tangent <c>t</c> of the norm <c>r</c>, its derivatives are <c>(xDot - t x / r) / r</c> in <c>x</c> and <c>x / r</c> in <c>xDot</c>; 0 at the origin.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(NormTangent), AllowsEmptyDestinations = true)]
    public static void NormTangentPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T norm, T normDot) = NormTangent(x, xDot);
        if (T.IsZero(norm))
            return;
        T scale = dresult.valueDot / norm;
        AddMultiple(x, (dresult.value - scale * normDot) / norm, dx);
        AddMultiple(xDot, scale, dx);
        AddMultiple(x, scale, dxDot);
    }
}
