using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A layer that makes larger pictures of smaller ones: <c>activation(Conv2DTranspose(x, kernel) + bias)</c>. Its kernel has the shape [height, width, filters, channels]; of <c>n</c> rows its
/// output has <c>n · stride + Max((height - 1) · dilation + 1 - stride, 0)</c>, with <see cref="Padding.Same"/> <c>n · stride</c>; so it is with columns.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="filters">How many channels its output has.</param>
/// <param name="height">How high the filters are.</param>
/// <param name="width">How wide they are.</param>
/// <param name="activation">What becomes of each output; nothing by default.</param>
/// <param name="stride">How far apart in the output the filters of neighbouring places of the input are, both ways.</param>
/// <param name="padding">What happens at the edges.</param>
/// <param name="random">Where the first weights come from.</param>
/// <param name="dilation">How far apart the elements of a filter are, along each axis.</param>
/// <param name="hasBias">Is something added to each filter's products, and trained?</param>
public sealed class Conv2DTranspose<T>(
    int filters, int height, int width, Func<Tensor<T>, Tensor<T>>? activation = null, int stride = 1, Padding padding = Padding.Valid, Random? random = null, int dilation = 1, bool hasBias = true)
    : Convolution<T>(filters, [Settings.Positive(height), Settings.Positive(width)], activation, stride, padding, random, dilation, hasBias)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected override Shape KernelShape(int channels) => [.. Size, Filters, channels];

    private protected override Tensor<T> Convolve(Tensor<T> x, Tensor<T> kernel, int[] strides, Padding padding, int[] dilations) => Tensor.Conv2DTranspose(x, kernel, strides, padding, dilations);
}
