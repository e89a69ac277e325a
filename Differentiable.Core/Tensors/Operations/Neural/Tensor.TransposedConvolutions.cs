using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Convolutions the other way: what a convolution does with the cotangents of its result.</content>
public static partial class Tensor
{
    /// <summary>
    /// The transpose of <see cref="Conv1D"/>: each element of the input times the filters, added up where the window of that element would be in the result:
    /// <c>y[n, i · stride + k · dilation, c] += x[n, i, o] filters[k, c, o]</c>.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, length, channels in].</param>
    /// <param name="filters">In the shape [length, channels out, channels in].</param>
    /// <param name="strides">How far apart windows are; by default 1.</param>
    /// <param name="padding">Do windows reach beyond the ends of the result?</param>
    /// <param name="dilations">How far apart the elements of a window are; by default 1.</param>
    /// <param name="lengths">How long the result is; by default as long as the windows reach, <c>length · stride</c> with <see cref="Padding.Same"/>.</param>
    /// <returns>In the shape [batch, length, channels out].</returns>
    /// <exception cref="ShapeMismatchException">Input and filters have different channels, or a convolution of the result would not have the shape of the input.</exception>
    /// <exception cref="ArgumentException">An operand has more or fewer axes, or the filters have no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stride, dilation or length is not positive.</exception>
    public static Tensor<T> Conv1DTranspose<T>(
        Tensor<T> input,
        Tensor<T> filters,
        ReadOnlySpan<int> strides = default,
        Padding padding = Padding.Valid,
        ReadOnlySpan<int> dilations = default,
        ReadOnlySpan<int> lengths = default)
        where T : unmanaged, INumberBase<T> => ConvolveTransposed(nameof(Conv1DTranspose), 1, input, filters, strides, padding, dilations, lengths);

    /// <summary>
    /// The transpose of <see cref="Conv2D"/>: each element of the input times the filters, added up where the window of that element would be in the result:
    /// <c>y[n, i · strides[0] + k · dilations[0], j · strides[1] + l · dilations[1], c] += x[n, i, j, o] filters[k, l, c, o]</c>.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, rows, columns, channels in].</param>
    /// <param name="filters">In the shape [rows, columns, channels out, channels in].</param>
    /// <param name="strides">How far apart windows are along both axes, or one number for both; by default 1.</param>
    /// <param name="padding">Do windows reach beyond the edges of the result?</param>
    /// <param name="dilations">How far apart the elements of a window are along both axes, or one number for both; by default 1.</param>
    /// <param name="lengths">How many rows and columns the result has; by default as many as the windows reach over, <c>rows · stride</c> with <see cref="Padding.Same"/>.</param>
    /// <returns>In the shape [batch, rows, columns, channels out].</returns>
    /// <exception cref="ShapeMismatchException">Input and filters have different channels, or a convolution of the result would not have the shape of the input.</exception>
    /// <exception cref="ArgumentException">An operand has more or fewer axes, there are neither one nor two strides, dilations or lengths, or the filters have no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stride, dilation or length is not positive.</exception>
    public static Tensor<T> Conv2DTranspose<T>(
        Tensor<T> input,
        Tensor<T> filters,
        ReadOnlySpan<int> strides = default,
        Padding padding = Padding.Valid,
        ReadOnlySpan<int> dilations = default,
        ReadOnlySpan<int> lengths = default)
        where T : unmanaged, INumberBase<T> => ConvolveTransposed(nameof(Conv2DTranspose), 2, input, filters, strides, padding, dilations, lengths);

    private static Tensor<T> ConvolveTransposed<T>(
        string operation,
        int axes,
        Tensor<T> input,
        Tensor<T> filters,
        ReadOnlySpan<int> strides,
        Padding padding,
        ReadOnlySpan<int> dilations,
        ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T>
    {
        if (filters.Rank != axes + 2)
            throw new ArgumentException($"{operation}: the filters' shape is {filters.Shape}; they need {axes + 2} axes: {axes} for a window, the channels out and the channels in.", nameof(filters));
        int[] ones = [.. Enumerable.Repeat(1, axes)];
        WindowSizes sizes = new([.. filters.Shape.Take(axes)], WindowSizes.Spread(strides, ones, operation), WindowSizes.Spread(dilations, ones, operation));
        sizes.Require(operation, input.Shape);
        if (input.Shape[^1] != filters.Shape[^1])
            throw new ShapeMismatchException($"{operation}: shapes {input.Shape} and {filters.Shape} do not fit: the input has {input.Shape[^1]} channels along axis -1, the filters {filters.Shape[^1]}.");
        int[] reached = [.. Enumerable.Range(0, axes).Select(i => sizes.Reach(i, input.Shape[i + 1], padding))];
        Shape result = [input.Shape[0], .. WindowSizes.Spread(lengths, reached, operation), filters.Shape[^2]];
        Windows windows = new(operation, result, sizes, padding);
        if (!windows.Positions.SequenceEqual(input.Shape.SkipLast(1)))
            throw new ShapeMismatchException($"{operation}: a result of shape {result} has windows in the shape {windows.Positions}, and the input has the shape {input.Shape}. The axes before the last have to be the same; leave the lengths out, or choose others.");
        return ConvolveToInput(input, filters, new(operation, windows, filters.Shape));
    }
}
