using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Sums, means and lengths.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sum))]
    public static void SumPullback<T>(T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Add(dx, dresult, dx);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Sum))]
    public static (T value, T valueDot) SumTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Sum(x), TensorPrimitives.Sum(xDot));

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Average))]
    public static void AveragePullback<T>(T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Add(dx, dresult / T.CreateChecked(dx.Length), dx);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Average))]
    public static (T value, T valueDot) AverageTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Average(x), TensorPrimitives.Average(xDot));

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfSquares))]
    public static void SumOfSquaresPullback<T>(ReadOnlySpan<T> x, T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.MultiplyAdd(x, dresult + dresult, dx, dx);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfSquares))]
    public static (T value, T valueDot) SumOfSquaresTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.SumOfSquares(x), T.CreateChecked(2) * TensorPrimitives.Dot(x, xDot));

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SumOfMagnitudes))]
    public static void SumOfMagnitudesPullback<T>(ReadOnlySpan<T> x, T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> buffer = stackalloc T[Unary.Block];
        for (int start = 0; start < x.Length; start += Unary.Block)
        {
            int count = Math.Min(Unary.Block, x.Length - start);
            Span<T> slopes = buffer[..count], places = dx.Slice(start, count);
            Slopes.Abs(x.Slice(start, count), slopes);
            TensorPrimitives.MultiplyAdd(slopes, dresult, places, places);
        }
    }

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

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Dot), AllowsEmptyDestinations = true)]
    public static void DotPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T dresult, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!dx.IsEmpty)
            TensorPrimitives.MultiplyAdd(y, dresult, dx, dx);
        if (!dy.IsEmpty)
            TensorPrimitives.MultiplyAdd(x, dresult, dy, dy);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Dot))]
    public static (T value, T valueDot) DotTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Dot(x, y), TensorPrimitives.Dot(xDot, y) + TensorPrimitives.Dot(x, yDot));

    /// <summary>0 at the origin.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Norm))]
    public static void NormPullback<T>(ReadOnlySpan<T> x, T dresult, T result, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsZero(result))
            TensorPrimitives.MultiplyAdd(x, dresult / result, dx, dx);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Norm))]
    public static (T value, T valueDot) NormTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.Norm(x);
        return (value, T.IsZero(value) ? T.Zero : TensorPrimitives.Dot(x, xDot) / value);
    }
}
