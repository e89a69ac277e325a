using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The averages of windows. The channels are the last axis.</content>
public static partial class Tensor
{
    /// <summary>The average of each window along one axis. What is beyond the ends does not count.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, length, channels].</param>
    /// <param name="window">How many elements a window takes.</param>
    /// <param name="strides">How far apart windows are; by default as far as they are long.</param>
    /// <param name="padding">May windows reach beyond the ends?</param>
    /// <returns>In the shape [batch, windows, channels].</returns>
    /// <exception cref="ShapeMismatchException">The window is longer than an input that it has to stay inside of.</exception>
    /// <exception cref="ArgumentException">The input has more or fewer axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length or stride is not positive.</exception>
    public static Tensor<T> AveragePool1D<T>(Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePool(input, PoolWindows(nameof(AveragePool1D), 1, input.Given().Shape, window, strides, padding));

    /// <summary>The average of each window over two axes, rows and columns. What is beyond the edges does not count.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, rows, columns, channels].</param>
    /// <param name="window">How many elements a window takes along both axes, or one number for both.</param>
    /// <param name="strides">How far apart windows are along both axes, or one number for both; by default as far as they are long.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <returns>In the shape [batch, windows, windows, channels].</returns>
    /// <exception cref="ShapeMismatchException">The window is larger than an input that it has to stay inside of.</exception>
    /// <exception cref="ArgumentException">The input has more or fewer axes, or there are neither one nor two lengths or strides.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length or stride is not positive.</exception>
    public static Tensor<T> AveragePool2D<T>(Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePool(input, PoolWindows(nameof(AveragePool2D), 2, input.Given().Shape, window, strides, padding));

    /// <summary>The average of each window over three axes, as <see cref="AveragePool2D"/> over two.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="input">In the shape [batch, depth, rows, columns, channels].</param>
    /// <param name="window">How many elements a window takes along the three axes, or one number for all.</param>
    /// <param name="strides">How far apart windows are along the three axes, or one number for all; by default as far as they are long.</param>
    /// <param name="padding">May windows reach beyond the edges?</param>
    /// <returns>In the shape [batch, windows, windows, windows, channels].</returns>
    /// <inheritdoc cref="AveragePool2D" path="/exception"/>
    public static Tensor<T> AveragePool3D<T>(Tensor<T> input, ReadOnlySpan<int> window, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePool(input, PoolWindows(nameof(AveragePool3D), 3, input.Given().Shape, window, strides, padding));

    private static Tensor<T> AveragePool<T>(Tensor<T> input, Windows windows)
        where T : unmanaged, IFloatingPointIeee754<T> => IsOfHalves<T>()
            ? Narrowed<T>(AveragePool(Widened(input), windows))
            : Sum(TakeWindows(input, windows), ElementAxes(windows)) / Counts<T>(windows);

    /// <summary>The axes along which the elements of one window stand.</summary>
    internal static int[] ElementAxes(Windows windows) => [.. Enumerable.Range(windows.Positions.Rank, windows.Lengths.Rank)];

    /// <summary>How many elements of each window are inside, in the shape [windows…, 1].</summary>
    internal static Tensor<T> Counts<T>(Windows windows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> counts = T.One;
        foreach (WindowAxis axis in windows.Axes)
            counts = Reshape(counts, [.. counts.Shape, 1]) * From([.. Enumerable.Range(0, axis.Count).Select(i => Scalars.Count<T>(axis.Inside(i)))]);
        return Reshape(counts, [.. counts.Shape, 1]);
    }

    private static Tensor<T> TakeWindows<T>(Tensor<T> x, Windows windows)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        return Recorder.Unary("Windows", windows.Of(x, T.Zero), x, windows, static (dy, windows) => AddWindows(dy, windows));
    }

    internal static Tensor<T> AddWindows<T>(Tensor<T> elements, Windows windows)
        where T : unmanaged, INumberBase<T>
    {
        elements = elements.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(AddWindows(Widened(elements), windows));
        return Recorder.Unary("WindowsToInput", windows.Sum<T>([elements]), elements, windows, static (dx, windows) => TakeWindows(dx, windows));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.AveragePool1D"/>.</summary>
    [PullbackOf(nameof(Tensor.AveragePool1D), "input")]
    public static Tensor<T> AveragePool1D<T>(Tensor<T> dy, Shape inputShape, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePool(dy, Tensor.PoolWindows(nameof(Tensor.AveragePool1D), 1, inputShape, window, strides, padding));

    /// <summary>The pullback of <see cref="Tensor.AveragePool2D"/>.</summary>
    [PullbackOf(nameof(Tensor.AveragePool2D), "input")]
    public static Tensor<T> AveragePool2D<T>(Tensor<T> dy, Shape inputShape, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePool(dy, Tensor.PoolWindows(nameof(Tensor.AveragePool2D), 2, inputShape, window, strides, padding));

    /// <summary>The pullback of <see cref="Tensor.AveragePool3D"/>.</summary>
    [PullbackOf(nameof(Tensor.AveragePool3D), "input")]
    public static Tensor<T> AveragePool3D<T>(Tensor<T> dy, Shape inputShape, ReadOnlySpan<int> window, ReadOnlySpan<int> strides, Padding padding)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePool(dy, Tensor.PoolWindows(nameof(Tensor.AveragePool3D), 3, inputShape, window, strides, padding));

    private static Tensor<T> AveragePool<T>(Tensor<T> dy, Windows windows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Tensor.IsOfHalves<T>())
            return Tensor.Narrowed<T>(AveragePool(Tensor.Widened(dy), windows));
        Shape elements = [.. windows.Positions, .. windows.Lengths, windows.Channels];
        return Tensor.AddWindows(Sum(DivideLeft(dy, Tensor.Counts<T>(windows)), elements, Tensor.ElementAxes(windows), keepDimensions: false), windows);
    }
}
