using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elements by how many are smaller.</content>
public static partial class Tensor
{
    /// <summary>The element in the middle of all elements.</summary>
    /// <inheritdoc cref="Median{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Median<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Median(x, []);

    /// <summary>The elements in the middle along some axes, or between the two in the middle; of none, NaN. NaN if one element is.</summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Median<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Quantile(x, 0.5, axes, keepDimensions);

    /// <summary>The number below which this part of all elements is.</summary>
    /// <inheritdoc cref="Quantile{T}(Tensor{T}, double, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Quantile<T>(Tensor<T> x, double part)
        where T : unmanaged, IFloatingPointIeee754<T> => Quantile(x, part, []);

    /// <summary>
    /// The numbers below which this part of the elements along some axes is: with them in order, the one at <c>part * (count - 1)</c>, and between two the number that divides
    /// their distance likewise; these two have the derivative. Of no elements, NaN. NaN if one element is.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="part">The part, from 0, for the smallest element, to 1, for the greatest.</param>
    /// <param name="axes">The axes that are reduced; negative ones count from the end; none means all.</param>
    /// <param name="keepDimensions">Do these axes stay, with the length 1?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or the part is not from 0 to 1.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Tensor<T> Quantile<T>(Tensor<T> x, double part, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(part >= 0 && part <= 1))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"{nameof(Quantile)}: a part is from 0 to 1.");
        x = x.Now();
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        if (reduced.Count == 0)
            return Average(x, axes, keepDimensions);
        Quantiles quantiles = new(reduced, part);
        Tensor<T> lines = quantiles.LinesOf(x);
        return Reshape(Sum(GatherAlongAxis(lines, quantiles.PlacesIn(lines), -1) * quantiles.Weights<T>(), [-1]), reduced.Result);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of the median of all elements.</summary>
    [PullbackOf(nameof(Tensor.Median), "x")]
    public static Tensor<T> Median<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Median(dy, x, [], keepDimensions: false);

    /// <summary>The pullback of the medians along some axes.</summary>
    [PullbackOf(nameof(Tensor.Median), "x")]
    public static Tensor<T> Median<T>(Tensor<T> dy, Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T> => Quantile(dy, x, 0.5, axes, keepDimensions);

    /// <summary>The pullback of the quantile of all elements.</summary>
    [PullbackOf(nameof(Tensor.Quantile), "x")]
    public static Tensor<T> Quantile<T>(Tensor<T> dy, Tensor<T> x, double part)
        where T : unmanaged, IFloatingPointIeee754<T> => Quantile(dy, x, part, [], keepDimensions: false);

    /// <summary>The pullback of the quantiles along some axes.</summary>
    [PullbackOf(nameof(Tensor.Quantile), "x")]
    public static Tensor<T> Quantile<T>(Tensor<T> dy, Tensor<T> x, double part, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        if (reduced.Count == 0)
            return Average(dy, x.Shape, axes, keepDimensions);
        Quantiles quantiles = new(reduced, part);
        Tensor<T> lines = quantiles.LinesOf(x), dPlaces = Tensor.Reshape(dy, [.. lines.Shape.SkipLast(1), 1]) * quantiles.Weights<T>();
        return quantiles.InPlace(GatherAlongAxis(dPlaces, lines.Shape, quantiles.PlacesIn(lines), -1));
    }
}
