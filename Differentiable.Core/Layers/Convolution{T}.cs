using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>A layer of filters: <see cref="Conv1D{T}"/> over sequences, <see cref="Conv2D{T}"/> over pictures, <see cref="Conv3D{T}"/> over bodies, and the transposed ones, such as <see cref="Conv2DTranspose{T}"/>. It learns how many channels its input has from the first one.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public abstract class Convolution<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _stride, _dilation;
    private readonly bool _hasBias;
    private readonly Padding _padding;
    private readonly Func<Tensor<T>, Tensor<T>>? _activation;
    private readonly Random _random;

    /// <param name="filters">How many channels the output has.</param>
    /// <param name="size">How long the filters are along each axis that they move along.</param>
    /// <param name="activation">What becomes of each output.</param>
    /// <param name="stride">How far the filters move, along each axis.</param>
    /// <param name="padding">What happens at the edges.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="dilation">How far apart the elements of a filter are, along each axis.</param>
    /// <param name="hasBias">Is something added to each filter's products?</param>
    private protected Convolution(int filters, Shape size, Func<Tensor<T>, Tensor<T>>? activation, int stride, Padding padding, Random? random, int dilation, bool hasBias)
    {
        (Filters, Size, _stride, _dilation) = (Settings.Positive(filters), size, Settings.Positive(stride), Settings.Positive(dilation));
        (_padding, _activation, _random, _hasBias) = (padding, activation, random ?? Random.Shared, hasBias);
    }

    /// <summary>The filters; null before the first input.</summary>
    public Variable<T>? Kernel { get; private set; }

    /// <summary>What is added, in the shape [filters]; null before the first input, and of a layer that has none.</summary>
    public Variable<T>? Bias { get; private set; }

    private protected int Filters { get; }

    private protected Shape Size { get; }

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, length, channels] of sequences, [batch, rows, columns, channels] of pictures, with one more axis of bodies.</param>
    /// <returns>In the same shape but for the lengths, with filters for channels.</returns>
    /// <exception cref="ShapeMismatchException">The input has other channels than the first one, or ones that the groups do not divide.</exception>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        Kernel ??= Add("kernel", Initializers.GlorotUniform<T>(KernelShape(x.Given().Shape[x.Rank - 1]), _random));
        if (_hasBias)
            Bias ??= Add("bias", Tensor.Zeros<T>([Filters]));
        Tensor<T> products = Convolve(x, Kernel, [_stride], _padding, [_dilation]), y = Bias is null ? products : products + Bias;
        return _activation is null ? y : _activation(y);
    }

    /// <summary>How many channels filters of one of the groups go over.</summary>
    private protected static int PerGroup(int channels, int groups) => channels % groups == 0
        ? channels / groups
        : throw new ShapeMismatchException($"The input has {channels} channels, which {groups} groups do not divide.");

    /// <summary>The number of groups, if it divides that of the filters.</summary>
    private protected static int Dividing(int filters, int groups) => filters % Settings.Positive(groups) == 0
        ? groups
        : throw new ArgumentException($"There are {filters} filters, which {groups} groups do not divide.", nameof(groups));

    private protected abstract Shape KernelShape(int channels);

    private protected abstract Tensor<T> Convolve(Tensor<T> x, Tensor<T> kernel, int[] strides, Padding padding, int[] dilations);
}
