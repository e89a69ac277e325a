using System.Numerics;

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
        x = x.Now();
        if (!(part >= 0 && part <= 1))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"{nameof(Quantile)}: a part is from 0 to 1.");
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        if (reduced.Count == 0)
            return Average(x, axes, keepDimensions);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(axis => Array.IndexOf(reduced.Axes, axis) < 0)];
        Tensor<T> lines = Reshape(PermuteDimensions(x, [.. others, .. reduced.Axes]), [.. others.Select(axis => x.Shape[axis]), reduced.Count]);
        return Reshape(BetweenSorted(Sort(lines), part * (reduced.Count - 1)), reduced.Result);
    }

    /// <summary>The element at a place, which may be between two, of lines that are sorted; NaN, which stands at the end, if there is one.</summary>
    private static Tensor<T> BetweenSorted<T>(Tensor<T> sorted, double place)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int axis = sorted.Rank - 1, below = (int)place;
        double rest = place - below;
        Tensor<T> last = Take(sorted, axis, ^1), low = Take(sorted, axis, below);
        Tensor<T> between = rest == 0 ? low : (low * T.CreateChecked(1 - rest)) + (Take(sorted, axis, below + 1) * T.CreateChecked(rest));
        return Where(Equal(last, last), between, last);
    }
}
