using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>A layer of filters over pictures: <see cref="Conv2D{T}"/> and <see cref="Conv2DTranspose{T}"/>. It learns how many channels its input has from the first one.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public abstract class Convolution<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _stride;
    private readonly Padding _padding;
    private readonly Func<Tensor<T>, Tensor<T>>? _activation;
    private readonly Random _random;

    private protected Convolution(int filters, int height, int width, Func<Tensor<T>, Tensor<T>>? activation, int stride, Padding padding, Random? random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(filters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        (Filters, Height, Width, _stride, _padding, _activation, _random) = (filters, height, width, stride, padding, activation, random ?? Random.Shared);
    }

    /// <summary>The filters; null before the first input.</summary>
    public Variable<T>? Kernel { get; private set; }

    /// <summary>What is added, in the shape [filters]; null before the first input.</summary>
    public Variable<T>? Bias { get; private set; }

    private protected int Filters { get; }

    private protected int Height { get; }

    private protected int Width { get; }

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, rows, columns, channels].</param>
    /// <returns>In the shape [batch, rows, columns, filters].</returns>
    /// <exception cref="ShapeMismatchException">The input has other channels than the first one.</exception>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        Kernel ??= Add("kernel", Initializers.GlorotUniform<T>(KernelShape(x.Shape[x.Rank - 1]), _random));
        Bias ??= Add("bias", Tensor.Zeros<T>([Filters]));
        Tensor<T> y = Convolve(x, Kernel, [_stride, _stride], _padding) + Bias;
        return _activation is null ? y : _activation(y);
    }

    private protected abstract Shape KernelShape(int channels);

    private protected abstract Tensor<T> Convolve(Tensor<T> x, Tensor<T> kernel, int[] strides, Padding padding);
}
