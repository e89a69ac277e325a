using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The greatest elements of windows. The channels are the last axis.</content>
public static partial class Tensor
{
    /// <summary>
    /// The greatest element of each window along one axis; NaN if one of them is. What is beyond the ends does not count. Where several are equal, the
    /// derivative belongs to the first of them.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, length, channels].</param>
    /// <param name="window">How many elements a window takes.</param>
    /// <param name="strides">How far apart windows are; by default as far as they are long.</param>
    /// <param name="padding">May windows reach beyond the ends?</param>
    /// <returns>In the shape [batch, windows, channels].</returns>
    /// <exception cref="ShapeMismatchException">The window is longer than an input that it has to stay inside of.</exception>
    /// <exception cref="ArgumentException">The input has more or fewer axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length or stride is not positive.</exception>
    public static Tensor<T> MaxPool1D<T>(Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        where T : unmanaged, INumber<T> => MaxPool(input, PoolWindows(nameof(MaxPool1D), 1, input.Given().Shape, window, strides, padding), nameof(MaxPool1D));

    /// <summary>
    /// The greatest element of each window over two axes, rows and columns; NaN if one of them is. What is beyond the edges does not count. Where several
    /// are equal, the derivative belongs to the first of them, row by row.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, rows, columns, channels].</param>
    /// <param name="window">How many elements a window takes along both axes, or one number for both.</param>
    /// <param name="strides">How far apart windows are along both axes, or one number for both; by default as far as they are long.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <returns>In the shape [batch, windows, windows, channels].</returns>
    /// <exception cref="ShapeMismatchException">The window is larger than an input that it has to stay inside of.</exception>
    /// <exception cref="ArgumentException">The input has more or fewer axes, or there are neither one nor two lengths or strides.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length or stride is not positive.</exception>
    public static Tensor<T> MaxPool2D<T>(Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        where T : unmanaged, INumber<T> => MaxPool(input, PoolWindows(nameof(MaxPool2D), 2, input.Given().Shape, window, strides, padding), nameof(MaxPool2D));

    /// <summary>The greatest element of each window over three axes, as <see cref="MaxPool2D"/> over two.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, depth, rows, columns, channels].</param>
    /// <param name="window">How many elements a window takes along the three axes, or one number for all.</param>
    /// <param name="strides">How far apart windows are along the three axes, or one number for all; by default as far as they are long.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <returns>In the shape [batch, windows, windows, windows, channels].</returns>
    /// <inheritdoc cref="MaxPool2D" path="/exception"/>
    public static Tensor<T> MaxPool3D<T>(Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        where T : unmanaged, INumber<T> => MaxPool(input, PoolWindows(nameof(MaxPool3D), 3, input.Given().Shape, window, strides, padding), nameof(MaxPool3D));

    private static Tensor<T> MaxPool<T>(Tensor<T> input, Windows windows, string operation)
        where T : unmanaged, INumber<T>
    {
        input = input.Now();
        return Pick(input, Greatest.In(input, windows), [.. windows.Positions, windows.Channels], operation);
    }

    internal static Windows PoolWindows(string operation, int axes, Shape input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
    {
        if (window.IsEmpty)
            throw new ArgumentException($"{operation}: the window has no lengths. Give one for each axis, or one for all.", nameof(window));
        int[] ones = [.. Enumerable.Repeat(1, axes)], lengths = WindowSizes.Spread(window, ones, operation);
        return new(operation, input, new(lengths, WindowSizes.Spread(strides, lengths, operation), ones), padding);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.MaxPool1D"/>.</summary>
    [PullbackOf(nameof(Tensor.MaxPool1D), "input")]
    public static Tensor<T> MaxPool1D<T>(Tensor<T> dy, Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
        where T : unmanaged, INumber<T>
    {
        Windows windows = Tensor.PoolWindows(nameof(Tensor.MaxPool1D), 1, input.Given().Shape, window, strides, padding);
        return Tensor.Unpick(dy, Greatest.In(input.Now(), windows), input.Shape, nameof(Tensor.MaxPool1D));
    }

    /// <summary>The pullback of <see cref="Tensor.MaxPool2D"/>.</summary>
    [PullbackOf(nameof(Tensor.MaxPool2D), "input")]
    public static Tensor<T> MaxPool2D<T>(Tensor<T> dy, Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
        where T : unmanaged, INumber<T>
    {
        Windows windows = Tensor.PoolWindows(nameof(Tensor.MaxPool2D), 2, input.Given().Shape, window, strides, padding);
        return Tensor.Unpick(dy, Greatest.In(input.Now(), windows), input.Shape, nameof(Tensor.MaxPool2D));
    }

    /// <summary>The pullback of <see cref="Tensor.MaxPool3D"/>.</summary>
    [PullbackOf(nameof(Tensor.MaxPool3D), "input")]
    public static Tensor<T> MaxPool3D<T>(Tensor<T> dy, Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
        where T : unmanaged, INumber<T>
    {
        Windows windows = Tensor.PoolWindows(nameof(Tensor.MaxPool3D), 3, input.Given().Shape, window, strides, padding);
        return Tensor.Unpick(dy, Greatest.In(input.Now(), windows), input.Shape, nameof(Tensor.MaxPool3D));
    }
}
