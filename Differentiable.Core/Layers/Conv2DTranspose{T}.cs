using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A layer that makes larger pictures of smaller ones: <c>activation(Conv2DTranspose(x, kernel) + bias)</c>. It learns how many channels its input has from the first one.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Conv2DTranspose<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _filters, _height, _width;
    private readonly int[] _strides;
    private readonly Padding _padding;
    private readonly Func<Tensor<T>, Tensor<T>>? _activation;
    private readonly Random _random;
    private Variable<T>? _kernel, _bias;

    /// <summary>A layer.</summary>
    /// <param name="filters">How many channels its output has.</param>
    /// <param name="height">How high the filters are.</param>
    /// <param name="width">How wide they are.</param>
    /// <param name="activation">What becomes of each output; nothing by default.</param>
    /// <param name="stride">How far apart in the output the filters of neighbouring places of the input are, both ways.</param>
    /// <param name="padding">What happens at the edges.</param>
    /// <param name="random">Where the first weights come from.</param>
    public Conv2DTranspose(
        int filters, int height, int width, Func<Tensor<T>, Tensor<T>>? activation = null, int stride = 1, Padding padding = Padding.Valid, Random? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(filters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        (_filters, _height, _width, _strides, _padding, _activation, _random) = (filters, height, width, [stride, stride], padding, activation, random ?? Random.Shared);
    }

    /// <summary>The filters, in the shape [height, width, filters, channels]; null before the first input.</summary>
    public Variable<T>? Kernel => _kernel;

    /// <summary>What is added, in the shape [filters]; null before the first input.</summary>
    public Variable<T>? Bias => _bias;

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, rows, columns, channels].</param>
    /// <returns>In the shape [batch, rows, columns, filters], with as many rows and columns as the filters reach over; the stride times those of the input with <see cref="Padding.Same"/>.</returns>
    /// <exception cref="ShapeMismatchException">The input has other channels than the first one.</exception>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        _kernel ??= Add("kernel", Initializers.GlorotUniform<T>([_height, _width, _filters, x.Shape[x.Rank - 1]], _random));
        _bias ??= Add("bias", Tensor.Zeros<T>([_filters]));
        Tensor<T> y = Tensor.Conv2DTranspose(x, _kernel, _strides, _padding) + _bias;
        return _activation is null ? y : _activation(y);
    }
}
