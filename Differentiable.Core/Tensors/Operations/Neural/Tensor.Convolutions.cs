using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Convolutions, as neural networks have them: the filters are not turned round. The channels are the last axis.</content>
public static partial class Tensor
{
    /// <summary>
    /// The products of filters with all windows along one axis: <c>y[n, i, o] = Σ x[n, i · stride + k · dilation, c] filters[k, c, o]</c>, with zeros beyond
    /// the ends.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, length, channels in].</param>
    /// <param name="filters">In the shape [length, channels in / groups, channels out].</param>
    /// <param name="strides">How far apart windows are; by default 1.</param>
    /// <param name="padding">May windows reach beyond the ends?</param>
    /// <param name="dilations">How far apart the elements of a window are; by default 1.</param>
    /// <param name="groups">Into how many groups the channels are divided, of which each has filters of its own; as many as channels come in for a convolution by depth.</param>
    /// <returns>In the shape [batch, windows, channels out].</returns>
    /// <exception cref="ShapeMismatchException">Input and filters have different channels or ones that the groups do not divide, or the filters are longer than an input that they have to stay inside of.</exception>
    /// <exception cref="ArgumentException">An operand has more or fewer axes, or the filters have no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stride, a dilation or the number of groups is not positive.</exception>
    public static Tensor<T> Conv1D<T>(
        Tensor<T> input, Tensor<T> filters, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid, ReadOnlySpan<int> dilations = default, int groups = 1)
        where T : unmanaged, INumberBase<T> => Convolve(input, filters, ConvolutionOf(nameof(Conv1D), 1, input.Given().Shape, filters.Given().Shape, strides, padding, dilations, groups));

    /// <summary>
    /// The products of filters with all windows over two axes, rows and columns:
    /// <c>y[n, i, j, o] = Σ x[n, i · strides[0] + k · dilations[0], j · strides[1] + l · dilations[1], c] filters[k, l, c, o]</c>, with zeros beyond the edges.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, rows, columns, channels in].</param>
    /// <param name="filters">In the shape [rows, columns, channels in / groups, channels out].</param>
    /// <param name="strides">How far apart windows are along both axes, or one number for both; by default 1.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <param name="dilations">How far apart the elements of a window are along both axes, or one number for both; by default 1.</param>
    /// <param name="groups">Into how many groups the channels are divided, of which each has filters of its own; as many as channels come in for a convolution by depth.</param>
    /// <returns>In the shape [batch, windows, windows, channels out].</returns>
    /// <exception cref="ShapeMismatchException">Input and filters have different channels or ones that the groups do not divide, or the filters are larger than an input that they have to stay inside of.</exception>
    /// <exception cref="ArgumentException">An operand has more or fewer axes, there are neither one nor two strides or dilations, or the filters have no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stride, a dilation or the number of groups is not positive.</exception>
    public static Tensor<T> Conv2D<T>(
        Tensor<T> input, Tensor<T> filters, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid, ReadOnlySpan<int> dilations = default, int groups = 1)
        where T : unmanaged, INumberBase<T> => Convolve(input, filters, ConvolutionOf(nameof(Conv2D), 2, input.Given().Shape, filters.Given().Shape, strides, padding, dilations, groups));

    /// <summary>The products of filters with all windows over three axes, as <see cref="Conv2D"/> over two.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, depth, rows, columns, channels in].</param>
    /// <param name="filters">In the shape [depth, rows, columns, channels in / groups, channels out].</param>
    /// <param name="strides">How far apart windows are along the three axes, or one number for all; by default 1.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <param name="dilations">How far apart the elements of a window are along the three axes, or one number for all; by default 1.</param>
    /// <param name="groups">Into how many groups the channels are divided, of which each has filters of its own; as many as channels come in for a convolution by depth.</param>
    /// <returns>In the shape [batch, windows, windows, windows, channels out].</returns>
    /// <inheritdoc cref="Conv2D" path="/exception"/>
    public static Tensor<T> Conv3D<T>(
        Tensor<T> input, Tensor<T> filters, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid, ReadOnlySpan<int> dilations = default, int groups = 1)
        where T : unmanaged, INumberBase<T> => Convolve(input, filters, ConvolutionOf(nameof(Conv3D), 3, input.Given().Shape, filters.Given().Shape, strides, padding, dilations, groups));

    /// <param name="operation">What it is called.</param>
    /// <param name="axes">How many axes the windows are over.</param>
    /// <param name="input">The shape of the input.</param>
    /// <param name="filters">The shape of the filters.</param>
    /// <param name="strides">How far apart windows are.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <param name="dilations">How far apart the elements of a window are.</param>
    /// <param name="groups">Into how many groups the channels are divided.</param>
    internal static Convolution ConvolutionOf(
        string operation, int axes, Shape input, Shape filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        if (filters.Rank != axes + 2)
            throw new ArgumentException($"{operation}: the filters' shape is {filters}; they need {axes + 2} axes: {axes} for a window, the channels in and the channels out.", nameof(filters));
        int[] lengths = [.. filters.Take(axes)], ones = [.. Enumerable.Repeat(1, axes)];
        WindowSizes sizes = new(lengths, WindowSizes.Spread(strides, ones, operation), WindowSizes.Spread(dilations, ones, operation));
        Windows windows = new(operation, OfGroup(input, groups), sizes, padding);
        if (groups == 1 && input[^1] != filters[^2])
            throw new ShapeMismatchException($"{operation}: shapes {input} and {filters} do not fit: the input has {input[^1]} channels along axis -1, the filters {filters[^2]} along axis -2.");
        if (input[^1] != groups * filters[^2] || filters[^1] % groups != 0)
            throw new ShapeMismatchException($"{operation}: shapes {input} and {filters} do not fit {groups} groups: the input has {input[^1]} channels along axis -1, which have to be {groups} times those of the filters along axis -2, {filters[^2]}; and {groups} has to divide the filters' channels along axis -1, {filters[^1]}.");
        return new(operation, windows, OfGroup(filters, groups), groups);
    }

    private static Shape OfGroup(Shape shape, int groups) => groups == 1 || shape.Rank == 0 ? shape : [.. shape.Take(shape.Rank - 1), shape[^1] / groups];

    internal static Tensor<T> Convolve<T>(Tensor<T> input, Tensor<T> filters, Convolution convolution)
        where T : unmanaged, INumberBase<T>
    {
        (input, filters) = (input.Now(), filters.Now());
        return Recorder.Binary(
            convolution.Name,
            convolution.Of(input, filters),
            input,
            filters,
            (filters, convolution),
            static (dy, kept) => ConvolveToInput(dy, kept.filters, kept.convolution),
            (input, convolution),
            static (dy, kept) => ConvolveToFilters(kept.input, dy, kept.convolution));
    }

    internal static Tensor<T> ConvolveToInput<T>(Tensor<T> dy, Tensor<T> filters, Convolution convolution)
        where T : unmanaged, INumberBase<T>
    {
        (dy, filters) = (dy.Now(), filters.Now());
        if (IsOfHalves<T>())
            return Narrowed<T>(ConvolveToInput(Widened(dy), Widened(filters), convolution));
        return Recorder.Binary(
            convolution.Name + "ToInput",
            convolution.ToInput(dy, filters),
            dy,
            filters,
            (filters, convolution),
            static (dInput, kept) => Convolve(dInput, kept.filters, kept.convolution),
            (dy, convolution),
            static (dInput, kept) => ConvolveToFilters(dInput, kept.dy, kept.convolution));
    }

    internal static Tensor<T> ConvolveToFilters<T>(Tensor<T> input, Tensor<T> dy, Convolution convolution)
        where T : unmanaged, INumberBase<T>
    {
        (input, dy) = (input.Now(), dy.Now());
        if (IsOfHalves<T>())
            return Narrowed<T>(ConvolveToFilters(Widened(input), Widened(dy), convolution));
        return Recorder.Binary(
            convolution.Name + "ToFilters",
            convolution.ToFilters(input, dy),
            input,
            dy,
            (dy, convolution),
            static (dFilters, kept) => ConvolveToInput(kept.dy, dFilters, kept.convolution),
            (input, convolution),
            static (dFilters, kept) => Convolve(kept.input, dFilters, kept.convolution));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Conv1D"/> to the input.</summary>
    [PullbackOf(nameof(Tensor.Conv1D), "input")]
    public static Tensor<T> Conv1DInput<T>(Tensor<T> dy, Shape inputShape, Tensor<T> filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToInput(dy, filters, Tensor.ConvolutionOf(nameof(Tensor.Conv1D), 1, inputShape, filters.Shape, strides, padding, dilations, groups));

    /// <summary>The pullback of <see cref="Tensor.Conv1D"/> to the filters.</summary>
    [PullbackOf(nameof(Tensor.Conv1D), "filters")]
    public static Tensor<T> Conv1DFilters<T>(Tensor<T> dy, Tensor<T> input, Shape filtersShape, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToFilters(input, dy, Tensor.ConvolutionOf(nameof(Tensor.Conv1D), 1, input.Shape, filtersShape, strides, padding, dilations, groups));

    /// <summary>The pullback of <see cref="Tensor.Conv2D"/> to the input.</summary>
    [PullbackOf(nameof(Tensor.Conv2D), "input")]
    public static Tensor<T> Conv2DInput<T>(Tensor<T> dy, Shape inputShape, Tensor<T> filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToInput(dy, filters, Tensor.ConvolutionOf(nameof(Tensor.Conv2D), 2, inputShape, filters.Shape, strides, padding, dilations, groups));

    /// <summary>The pullback of <see cref="Tensor.Conv2D"/> to the filters.</summary>
    [PullbackOf(nameof(Tensor.Conv2D), "filters")]
    public static Tensor<T> Conv2DFilters<T>(Tensor<T> dy, Tensor<T> input, Shape filtersShape, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToFilters(input, dy, Tensor.ConvolutionOf(nameof(Tensor.Conv2D), 2, input.Shape, filtersShape, strides, padding, dilations, groups));

    /// <summary>The pullback of <see cref="Tensor.Conv3D"/> to the input.</summary>
    [PullbackOf(nameof(Tensor.Conv3D), "input")]
    public static Tensor<T> Conv3DInput<T>(Tensor<T> dy, Shape inputShape, Tensor<T> filters, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToInput(dy, filters, Tensor.ConvolutionOf(nameof(Tensor.Conv3D), 3, inputShape, filters.Shape, strides, padding, dilations, groups));

    /// <summary>The pullback of <see cref="Tensor.Conv3D"/> to the filters.</summary>
    [PullbackOf(nameof(Tensor.Conv3D), "filters")]
    public static Tensor<T> Conv3DFilters<T>(Tensor<T> dy, Tensor<T> input, Shape filtersShape, ReadOnlySpan<int> strides, Padding padding, ReadOnlySpan<int> dilations, int groups)
        where T : unmanaged, INumberBase<T> =>
        Tensor.ConvolveToFilters(input, dy, Tensor.ConvolutionOf(nameof(Tensor.Conv3D), 3, input.Shape, filtersShape, strides, padding, dilations, groups));
}
