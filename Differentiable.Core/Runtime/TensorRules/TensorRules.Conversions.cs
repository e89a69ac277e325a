using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Conversions between real numbers of different precision; the three ways to convert differ for integers only.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertChecked), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertSaturating), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertTruncating), AllowsEmptyDestinations = true)]
    public static void ConvertPullback<TFrom, TTo>(int sourceLength, Span<TFrom> dsource, Span<TTo> ddestination)
        where TFrom : unmanaged, IFloatingPointIeee754<TFrom>
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        Span<TTo> cotangents = ddestination[..sourceLength];
        Span<TFrom> block = stackalloc TFrom[Unary.Block];
        for (int start = 0; start < dsource.Length; start += Unary.Block)
        {
            Span<TFrom> places = dsource[start..Math.Min(start + Unary.Block, dsource.Length)], converted = block[..places.Length];
            TensorPrimitives.ConvertTruncating<TTo, TFrom>(cotangents.Slice(start, places.Length), converted);
            TensorPrimitives.Add(places, converted, places);
        }
        cotangents.Clear();
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertChecked))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertSaturating))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertTruncating))]
    public static void ConvertTangent<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination, ReadOnlySpan<TFrom> sourceDot, Span<TTo> destinationDot)
        where TFrom : unmanaged, IFloatingPointIeee754<TFrom>
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        TensorPrimitives.ConvertTruncating(sourceDot, destinationDot);
        TensorPrimitives.ConvertTruncating(source, destination);
    }

    [DerivativeOf(typeof(TensorRules), nameof(ConvertTangent), AllowsEmptyDestinations = true)]
    public static void ConvertTangentPullback<TFrom, TTo>(
        int sourceLength, Span<TFrom> dsource, Span<TTo> ddestination, Span<TFrom> dsourceDot, Span<TTo> ddestinationDot)
        where TFrom : unmanaged, IFloatingPointIeee754<TFrom>
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        ConvertPullback(sourceLength, dsource, ddestination);
        ConvertPullback(sourceLength, dsourceDot, ddestinationDot);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToHalf), AllowsEmptyDestinations = true)]
    public static void ConvertToHalfPullback(int sourceLength, Span<float> dsource, Span<Half> ddestination) => ConvertPullback(sourceLength, dsource, ddestination);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToHalf))]
    public static void ConvertToHalfTangent(ReadOnlySpan<float> source, Span<Half> destination, ReadOnlySpan<float> sourceDot, Span<Half> destinationDot)
        => ConvertTangent(source, destination, sourceDot, destinationDot);

    [DerivativeOf(typeof(TensorRules), nameof(ConvertToHalfTangent), AllowsEmptyDestinations = true)]
    public static void ConvertToHalfTangentPullback(int sourceLength, Span<float> dsource, Span<Half> ddestination, Span<float> dsourceDot, Span<Half> ddestinationDot)
        => ConvertTangentPullback(sourceLength, dsource, ddestination, dsourceDot, ddestinationDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToSingle), AllowsEmptyDestinations = true)]
    public static void ConvertToSinglePullback(int sourceLength, Span<Half> dsource, Span<float> ddestination) => ConvertPullback(sourceLength, dsource, ddestination);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToSingle))]
    public static void ConvertToSingleTangent(ReadOnlySpan<Half> source, Span<float> destination, ReadOnlySpan<Half> sourceDot, Span<float> destinationDot)
        => ConvertTangent(source, destination, sourceDot, destinationDot);

    [DerivativeOf(typeof(TensorRules), nameof(ConvertToSingleTangent), AllowsEmptyDestinations = true)]
    public static void ConvertToSingleTangentPullback(int sourceLength, Span<Half> dsource, Span<float> ddestination, Span<Half> dsourceDot, Span<float> ddestinationDot)
        => ConvertTangentPullback(sourceLength, dsource, ddestination, dsourceDot, ddestinationDot);
}
