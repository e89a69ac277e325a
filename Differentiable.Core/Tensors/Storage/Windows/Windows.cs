using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Windows over the axes between the first one, the batch, and the last one, the channels.</summary>
internal sealed class Windows
{
    private readonly Shape _input;
    private readonly Shape _padded;

    /// <exception cref="ArgumentException">The input has another number of axes, or a window, stride or dilation makes no sense.</exception>
    public Windows(string operation, Shape input, WindowSizes sizes, Padding padding)
    {
        sizes.Require(operation, input);
        if (!Enum.IsDefined(padding))
            throw new ArgumentOutOfRangeException(nameof(padding), padding, $"{operation}: use Padding.Valid or Padding.Same.");
        _input = input;
        Axes = [.. sizes.Lengths.Select((length, i) => new WindowAxis(input[i + 1], length, sizes.Strides[i], sizes.Dilations[i], padding))];
        if (Array.FindIndex(Axes, axis => padding == Padding.Valid && axis.Extent > axis.Length) is >= 0 and var tooLong)
            throw new ShapeMismatchException($"{operation}: along axis {tooLong + 1} of the input, whose shape is {input}, a window of shape {Shape.Create(sizes.Lengths)} extends over {Axes[tooLong].Extent} elements, and there are {Axes[tooLong].Length}. Use Padding.Same, or a smaller window.");
        _padded = [input[0], .. Axes.Select(axis => axis.Padded), input[^1]];
        Positions = [input[0], .. Axes.Select(axis => axis.Count)];
        Lengths = [.. sizes.Lengths];
    }

    /// <summary>The axes that the windows are over.</summary>
    public WindowAxis[] Axes { get; }

    /// <summary>How many windows there are along each axis, for each index of the batch.</summary>
    public Shape Positions { get; }

    /// <summary>How many elements a window takes along each axis.</summary>
    public Shape Lengths { get; }

    public int Channels => _input[^1];

    /// <summary>The elements of the windows, in the shape [batch, windows…, elements of a window…, channels].</summary>
    /// <param name="x">The input; shared, where no window leaves it.</param>
    /// <param name="outside">What stands beyond the ends.</param>
    public Tensor<T> Of<T>(Tensor<T> x, T outside)
        where T : unmanaged => Of(Pad(x, outside), Range.All);

    /// <summary>The elements of the windows of a part of the batch.</summary>
    /// <param name="padded">The input with what stands beyond the ends; shared.</param>
    /// <param name="batch">Which part.</param>
    public Tensor<T> Of<T>(Tensor<T> padded, Range batch)
        where T : unmanaged
    {
        (int start, int count) = batch.GetOffsetAndLength(_padded[0]);
        return padded.View([count, .. Positions.Skip(1), .. Lengths, Channels], start * padded.Strides[0], Strides(padded.Strides));
    }

    /// <summary>The input with what stands beyond the ends; itself, where no window leaves it.</summary>
    public Tensor<T> Pad<T>(Tensor<T> x, T outside)
        where T : unmanaged
    {
        if (_padded.Equals(_input))
            return x;
        T[] elements = Arrays.Allocate<T>(_padded.FlattenedLength);
        elements.AsSpan().Fill(outside);
        Parts.Place(x, elements, _padded, [Range.All, .. Axes.Select(axis => (TensorIndex)(axis.Before..(axis.Before + axis.Length)))]);
        return new(_padded, elements);
    }

    /// <summary>Adds elements of windows to where they are from.</summary>
    /// <param name="parts">The elements, in the shape [batch, windows…, elements of a window…, channels], in parts along the batch.</param>
    public Tensor<T> Sum<T>(IEnumerable<Tensor<T>> parts)
        where T : unmanaged, INumberBase<T>
    {
        T[] sums = new T[_padded.FlattenedLength];
        int[] strides = Strides(_padded.Strides);
        int batch = 0;
        foreach (Tensor<T> part in parts)
        {
            Scattering.Add(part, sums.AsSpan(batch * strides[0]), strides);
            batch += part.Shape[0];
        }
        int start = Axes.Select((axis, i) => axis.Before * _padded.Strides[i + 1]).Sum();
        return new(_input, sums, _input.FlattenedLength == 0 ? 0 : start, _padded.Strides);
    }

    private int[] Strides(int[] strides) =>
    [
        strides[0],
        .. Axes.Select((axis, i) => axis.Stride * strides[i + 1]),
        .. Axes.Select((axis, i) => axis.Dilation * strides[i + 1]),
        strides[^1],
    ];
}
