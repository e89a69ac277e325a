using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The one of many numbers that is chosen.</summary>
public static partial class TensorRules
{
    /// <summary>The first of those that are equal to the result.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber))]
    public static void ChoicePullback<T>(ReadOnlySpan<T> x, T dresult, T result, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => dx[x.IndexOf(result)] += dresult;

    /// <summary>The tangent rule of <c>Max</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max))]
    public static (T value, T valueDot) MaxTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.Max(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>Max</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxTangent), AllowsEmptyDestinations = true)]
    public static void MaxTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.Max(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>Min</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min))]
    public static (T value, T valueDot) MinTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.Min(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>Min</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MinTangent), AllowsEmptyDestinations = true)]
    public static void MinTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.Min(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>MaxMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude))]
    public static (T value, T valueDot) MaxMagnitudeTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MaxMagnitude(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>MaxMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxMagnitudeTangent), AllowsEmptyDestinations = true)]
    public static void MaxMagnitudeTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.MaxMagnitude(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>MinMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude))]
    public static (T value, T valueDot) MinMagnitudeTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MinMagnitude(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>MinMagnitude</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MinMagnitudeTangent), AllowsEmptyDestinations = true)]
    public static void MinMagnitudeTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.MinMagnitude(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>MaxNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber))]
    public static (T value, T valueDot) MaxNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MaxNumber(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>MaxNumber</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxNumberTangent), AllowsEmptyDestinations = true)]
    public static void MaxNumberTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.MaxNumber(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>MinNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber))]
    public static (T value, T valueDot) MinNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MinNumber(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>MinNumber</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MinNumberTangent), AllowsEmptyDestinations = true)]
    public static void MinNumberTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.MinNumber(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>MaxMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber))]
    public static (T value, T valueDot) MaxMagnitudeNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MaxMagnitudeNumber(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>MaxMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MaxMagnitudeNumberTangent), AllowsEmptyDestinations = true)]
    public static void MaxMagnitudeNumberTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.MaxMagnitudeNumber(x), x, dresult, dx, dxDot);

    /// <summary>The tangent rule of <c>MinMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber))]
    public static (T value, T valueDot) MinMagnitudeNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MinMagnitudeNumber(x), x, xDot);

    /// <summary>The pullback of the tangent rule of <c>MinMagnitudeNumber</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(MinMagnitudeNumberTangent), AllowsEmptyDestinations = true)]
    public static void MinMagnitudeNumberTangentPullback<T>(ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddToChosen(TensorPrimitives.MinMagnitudeNumber(x), x, dresult, dx, dxDot);

    private static (T, T) Chosen<T>(T value, ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (value, xDot[x.IndexOf(value)]);

    private static void AddToChosen<T>(T value, ReadOnlySpan<T> x, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int chosen = x.IndexOf(value);
        if (!dx.IsEmpty)
            dx[chosen] += dresult.value;
        if (!dxDot.IsEmpty)
            dxDot[chosen] += dresult.valueDot;
    }
}
