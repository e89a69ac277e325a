using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A layer that makes longer sequences of shorter ones: <c>activation(Conv1DTranspose(x, kernel) + bias)</c>. Its kernel has the shape [length, filters, channels]; of <c>n</c> places its output has
/// <c>n · stride + Max((length - 1) · dilation + 1 - stride, 0)</c>, with <see cref="Padding.Same"/> <c>n · stride</c>.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="filters">How many channels its output has.</param>
/// <param name="length">How long the filters are.</param>
/// <param name="activation">What becomes of each output; nothing by default.</param>
/// <param name="stride">How far apart in the output the filters of neighbouring places of the input are.</param>
/// <param name="padding">What happens at the edges.</param>
/// <param name="random">Where the first weights come from.</param>
/// <param name="dilation">How far apart the elements of a filter are.</param>
/// <param name="hasBias">Is something added to each filter's products, and trained?</param>
public sealed class Conv1DTranspose<T>(
    int filters, int length, Func<Tensor<T>, Tensor<T>>? activation = null, int stride = 1, Padding padding = Padding.Valid, Random? random = null, int dilation = 1, bool hasBias = true)
    : Convolution<T>(filters, [Settings.Positive(length)], activation, stride, padding, random, dilation, hasBias)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected override Shape KernelShape(int channels) => [.. Size, Filters, channels];

    private protected override Tensor<T> Convolve(Tensor<T> x, Tensor<T> kernel, int[] strides, Padding padding, int[] dilations) => Tensor.Conv1DTranspose(x, kernel, strides, padding, dilations);
}
