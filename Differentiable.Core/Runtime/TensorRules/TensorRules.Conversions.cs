using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Conversions between real numbers of different precision; the three ways to convert differ for integers only.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Convert</c>, whose derivative is 1.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertChecked), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertSaturating), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToHalf), AllowsEmptyDestinations = true)]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToSingle), AllowsEmptyDestinations = true)]
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

    /// <summary>The tangent rule of <c>Convert</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertChecked))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertSaturating))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToHalf))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertToSingle))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ConvertTruncating))]
    public static void ConvertTangent<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination, ReadOnlySpan<TFrom> sourceDot, Span<TTo> destinationDot)
        where TFrom : unmanaged, IFloatingPointIeee754<TFrom>
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        TensorPrimitives.ConvertTruncating(sourceDot, destinationDot);
        TensorPrimitives.ConvertTruncating(source, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>Convert</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ConvertTangent), AllowsEmptyDestinations = true)]
    public static void ConvertTangentPullback<TFrom, TTo>(
        int sourceLength, Span<TFrom> dsource, Span<TTo> ddestination, Span<TFrom> dsourceDot, Span<TTo> ddestinationDot)
        where TFrom : unmanaged, IFloatingPointIeee754<TFrom>
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        ConvertPullback(sourceLength, dsource, ddestination);
        ConvertPullback(sourceLength, dsourceDot, ddestinationDot);
    }
}
