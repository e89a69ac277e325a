using System.Numerics;
using Differentiable.Runtime;

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
    /// <param name="lengths">How long the result is; by default as long as the windows reach, <c>length · stride + Max((filter - 1) · dilation + 1 - stride, 0)</c>, and <c>length · stride</c> with <see cref="Padding.Same"/>.</param>
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
        where T : unmanaged, INumberBase<T> =>
        ConvolveToInput(input, filters, TransposedOf(nameof(Conv1DTranspose), 1, input.Given().Shape, filters.Given().Shape, strides, padding, dilations, lengths));

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
    /// <param name="lengths">How many rows and columns the result has; by default as many as the windows reach over, <c>rows · stride + Max((filter - 1) · dilation + 1 - stride, 0)</c>, and <c>rows · stride</c> with <see cref="Padding.Same"/>.</param>
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
        where T : unmanaged, INumberBase<T> =>
        ConvolveToInput(input, filters, TransposedOf(nameof(Conv2DTranspose), 2, input.Given().Shape, filters.Given().Shape, strides, padding, dilations, lengths));

    /// <summary>The transpose of <see cref="Conv3D"/>: over three axes what <see cref="Conv2DTranspose"/> is over two.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, depth, rows, columns, channels in].</param>
    /// <param name="filters">In the shape [depth, rows, columns, channels out, channels in].</param>
    /// <param name="strides">How far apart windows are along the three axes, or one number for all; by default 1.</param>
    /// <param name="padding">Do windows reach beyond the edges of the result?</param>
    /// <param name="dilations">How far apart the elements of a window are along the three axes, or one number for all; by default 1.</param>
    /// <param name="lengths">How long the result is along the three axes; by default as long as the windows reach, as with <see cref="Conv2DTranspose"/>.</param>
    /// <returns>In the shape [batch, depth, rows, columns, channels out].</returns>
    /// <inheritdoc cref="Conv2DTranspose" path="/exception"/>
    public static Tensor<T> Conv3DTranspose<T>(
        Tensor<T> input,
        Tensor<T> filters,
        ReadOnlySpan<int> strides = default,
        Padding padding = Padding.Valid,
        ReadOnlySpan<int> dilations = default,
        ReadOnlySpan<int> lengths = default)
        where T : unmanaged, INumberBase<T> =>
        ConvolveToInput(input, filters, TransposedOf(nameof(Conv3DTranspose), 3, input.Given().Shape, filters.Given().Shape, strides, padding, dilations, lengths));

    /// <summary>The convolution whose way back it is.</summary>
    /// <param name="operation">What it is called.</param>
    /// <param name="axes">How many axes the windows are over.</param>
    /// <param name="input">The shape of the input.</param>
    /// <param name="filters">The shape of the filters.</param>
    /// <param name="strides">How far apart windows are.</param>
    /// <param name="padding">Do windows reach beyond the edges of the result?</param>
    /// <param name="dilations">How far apart the elements of a window are.</param>
    /// <param name="lengths">How long the result is along these axes.</param>
    internal static Convolution TransposedOf(
        string operation, int axes, Shape input, Shape filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
    {
        if (filters.Rank != axes + 2)
            throw new ArgumentException($"{operation}: the filters' shape is {filters}; they need {axes + 2} axes: {axes} for a window, the channels out and the channels in.", nameof(filters));
        int[] ones = [.. Enumerable.Repeat(1, axes)];
        WindowSizes sizes = new([.. filters.Take(axes)], WindowSizes.Spread(strides, ones, operation), WindowSizes.Spread(dilations, ones, operation));
        sizes.Require(operation, input);
        if (input[^1] != filters[^1])
            throw new ShapeMismatchException($"{operation}: shapes {input} and {filters} do not fit: the input has {input[^1]} channels along axis -1, the filters {filters[^1]}.");
        int[] reached = [.. Enumerable.Range(0, axes).Select(i => sizes.Reach(i, input[i + 1], padding))];
        Shape result = [input[0], .. WindowSizes.Spread(lengths, reached, operation), filters[^2]];
        Windows windows = new(operation, result, sizes, padding);
        if (!windows.Positions.SequenceEqual(input.SkipLast(1)))
            throw new ShapeMismatchException($"{operation}: a result of shape {result} has windows in the shape {windows.Positions}, and the input has the shape {input}. The axes before the last have to be the same; leave the lengths out, or choose others.");
        return new(operation, windows, filters);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Conv1DTranspose"/> to the input.</summary>
    [PullbackOf(nameof(Tensor.Conv1DTranspose), "input")]
    public static Tensor<T> Conv1DTransposeInput<T>(
        Tensor<T> dy, Shape inputShape, Tensor<T> filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> =>
        Tensor.Convolve(dy, filters, Tensor.TransposedOf(nameof(Tensor.Conv1DTranspose), 1, inputShape, filters.Shape, strides, padding, dilations, lengths));

    /// <summary>The pullback of <see cref="Tensor.Conv1DTranspose"/> to the filters.</summary>
    [PullbackOf(nameof(Tensor.Conv1DTranspose), "filters")]
    public static Tensor<T> Conv1DTransposeFilters<T>(
        Tensor<T> dy, Tensor<T> input, Shape filtersShape, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToFilters(dy, input, Tensor.TransposedOf(nameof(Tensor.Conv1DTranspose), 1, input.Shape, filtersShape, strides, padding, dilations, lengths));

    /// <summary>The pullback of <see cref="Tensor.Conv2DTranspose"/> to the input.</summary>
    [PullbackOf(nameof(Tensor.Conv2DTranspose), "input")]
    public static Tensor<T> Conv2DTransposeInput<T>(
        Tensor<T> dy, Shape inputShape, Tensor<T> filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> =>
        Tensor.Convolve(dy, filters, Tensor.TransposedOf(nameof(Tensor.Conv2DTranspose), 2, inputShape, filters.Shape, strides, padding, dilations, lengths));

    /// <summary>The pullback of <see cref="Tensor.Conv2DTranspose"/> to the filters.</summary>
    [PullbackOf(nameof(Tensor.Conv2DTranspose), "filters")]
    public static Tensor<T> Conv2DTransposeFilters<T>(
        Tensor<T> dy, Tensor<T> input, Shape filtersShape, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToFilters(dy, input, Tensor.TransposedOf(nameof(Tensor.Conv2DTranspose), 2, input.Shape, filtersShape, strides, padding, dilations, lengths));

    /// <summary>The pullback of <see cref="Tensor.Conv3DTranspose"/> to the input.</summary>
    [PullbackOf(nameof(Tensor.Conv3DTranspose), "input")]
    public static Tensor<T> Conv3DTransposeInput<T>(
        Tensor<T> dy, Shape inputShape, Tensor<T> filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> =>
        Tensor.Convolve(dy, filters, Tensor.TransposedOf(nameof(Tensor.Conv3DTranspose), 3, inputShape, filters.Shape, strides, padding, dilations, lengths));

    /// <summary>The pullback of <see cref="Tensor.Conv3DTranspose"/> to the filters.</summary>
    [PullbackOf(nameof(Tensor.Conv3DTranspose), "filters")]
    public static Tensor<T> Conv3DTransposeFilters<T>(
        Tensor<T> dy, Tensor<T> input, Shape filtersShape, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToFilters(dy, input, Tensor.TransposedOf(nameof(Tensor.Conv3DTranspose), 3, input.Shape, filtersShape, strides, padding, dilations, lengths));
}
