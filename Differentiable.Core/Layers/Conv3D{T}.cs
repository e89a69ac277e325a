using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A layer of filters over bodies: <c>activation(Conv3D(x, kernel) + bias)</c>. Its kernel has the shape [depth, height, width, channels / groups, filters]; its output is as long along each axis as the
/// stride and the padding leave.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="filters">How many channels its output has.</param>
/// <param name="depth">How deep the filters are.</param>
/// <param name="height">How high they are.</param>
/// <param name="width">How wide they are.</param>
/// <param name="activation">What becomes of each output; nothing by default.</param>
/// <param name="stride">From which to which place a filter moves, along each axis.</param>
/// <param name="padding">What happens at the edges.</param>
/// <param name="random">Where the first weights come from.</param>
/// <param name="groups">Into how many groups the channels are divided, of which each has filters of its own; as many as the input has channels for a convolution by depth.</param>
/// <param name="dilation">How far apart the elements of a filter are, along each axis.</param>
/// <param name="hasBias">Is something added to each filter's products, and trained?</param>
public sealed class Conv3D<T>(
    int filters, int depth, int height, int width, Func<Tensor<T>, Tensor<T>>? activation = null, int stride = 1, Padding padding = Padding.Valid, Random? random = null, int groups = 1, int dilation = 1, bool hasBias = true)
    : Convolution<T>(filters, [Settings.Positive(depth), Settings.Positive(height), Settings.Positive(width)], activation, stride, padding, random, dilation, hasBias)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _groups = Dividing(filters, groups);

    private protected override Shape KernelShape(int channels) => [.. Size, PerGroup(channels, _groups), Filters];

    private protected override Tensor<T> Convolve(Tensor<T> x, Tensor<T> kernel, int[] strides, Padding padding, int[] dilations) => Tensor.Conv3D(x, kernel, strides, padding, dilations, _groups);
}
