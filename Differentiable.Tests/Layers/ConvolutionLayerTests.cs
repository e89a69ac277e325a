using Differentiable.Layers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Layers of filters are convolutions with variables.</summary>
public class ConvolutionLayerTests
{
    [Fact]
    public void Filters_go_over_sequences()
    {
        Conv1D<double> layer = new(4, 3, Tensor.Tanh, stride: 2, Padding.Same, new Random(1));
        Tensor<double> x = Tensor.RandomUniform<double>([2, 7, 3], new Random(2));
        Tensor<double> y = layer.Apply(x);
        Assert.Equal([3, 3, 4], layer.Kernel!.Shape);
        Assert.Equal([2, 4, 4], y.Shape);
        layer.Bias!.Assign([0.1, 0.2, 0.3, 0.4]);
        Expect.Equal(Tensor.Tanh(Tensor.Conv1D(x, layer.Kernel, [2], Padding.Same) + layer.Bias), layer.Apply(x));
        Assert.Equal(["kernel", "bias"], layer.NamedVariables.Select(variable => variable.Key));
        Assert.Throws<ShapeMismatchException>(() => layer.Apply(Tensor.Zeros<double>(2, 7, 2)));
        Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Zeros<double>(2, 7, 1, 3)));
    }

    [Fact]
    public void Groups_have_filters_of_their_own()
    {
        Conv2D<double> layer = new(6, 2, 3, padding: Padding.Same, random: new Random(1), groups: 3);
        Tensor<double> x = Tensor.RandomUniform<double>([2, 4, 5, 3], new Random(2));
        Tensor<double> y = layer.Apply(x);
        Assert.Equal([2, 3, 1, 6], layer.Kernel!.Shape);
        Expect.Equal(Tensor.Conv2D(x[.., .., .., 1..2], layer.Kernel.Now()[.., .., .., 2..4], padding: Padding.Same), y[.., .., .., 2..4]);
        Assert.Throws<ArgumentException>("groups", () => new Conv2D<double>(4, 1, 1, groups: 3));
        Assert.Contains("4 channels, which 3 groups", Assert.Throws<ShapeMismatchException>(() => new Conv1D<double>(3, 1, groups: 3).Apply(Tensor.Zeros<double>([1, 2, 4]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_go_over_bodies()
    {
        Conv3D<double> layer = new(2, 1, 2, 3, Tensor.Tanh, stride: 2, Padding.Same, new Random(1));
        Tensor<double> x = Tensor.RandomUniform<double>([1, 4, 4, 5, 3], new Random(2));
        Assert.Equal([1, 2, 2, 3, 2], layer.Apply(x).Shape);
        Assert.Equal([1, 2, 3, 3, 2], layer.Kernel!.Shape);
        Expect.Equal(Tensor.Tanh(Tensor.Conv3D(x, layer.Kernel, [2], Padding.Same)), layer.Apply(x));
    }

    [Fact]
    public void Filters_may_have_gaps()
    {
        Tensor<double> x = Tensor.RandomUniform<double>([2, 9, 9, 3], new Random(2));
        Conv2D<double> layer = new(4, 2, 3, random: new Random(1), dilation: 3);
        Assert.Equal([2, 6, 3, 4], layer.Apply(x).Shape);
        Expect.Equal(Tensor.Conv2D(x, layer.Kernel!, dilations: [3]), layer.Apply(x));
        Conv1D<double> ofSequences = new(2, 3, random: new Random(1), dilation: 2);
        Expect.Equal(ofSequences.Apply(x[0]), Tensor.Conv1D(x[0], ofSequences.Kernel!, dilations: [2]));
        Conv3D<double> ofBodies = new(2, 2, 1, 1, random: new Random(1), dilation: 2);
        Tensor<double> body = Tensor.Unsqueeze(x, 4);
        Expect.Equal(ofBodies.Apply(body), Tensor.Conv3D(body, ofBodies.Kernel!, dilations: [2]));
    }

    [Fact]
    public void A_layer_may_have_no_bias()
    {
        Module<double>[] layers =
        [
            new Conv1D<double>(2, 3, hasBias: false), new Conv2D<double>(2, 2, 2, hasBias: false), new Conv3D<double>(2, 1, 2, 2, hasBias: false),
            new Conv1DTranspose<double>(2, 3, hasBias: false), new Conv2DTranspose<double>(2, 2, 2, hasBias: false), new Conv3DTranspose<double>(2, 1, 2, 2, hasBias: false),
        ];
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i].Apply(Tensor.Ones<double>([1, .. Enumerable.Repeat(4, (i % 3) + 1), 3]));
            Assert.Equal(["kernel"], layers[i].NamedVariables.Select(variable => variable.Key));
            Assert.Null(((Convolution<double>)layers[i]).Bias);
        }
    }

    [Fact]
    public void Transposed_filters_make_longer_sequences_and_larger_bodies()
    {
        Tensor<double> x = Tensor.RandomUniform<double>([2, 4, 3], new Random(2));
        Conv1DTranspose<double> sequences = new(5, 3, Tensor.Tanh, stride: 2, random: new Random(1), dilation: 2);
        Assert.Equal([2, 11, 5], sequences.Apply(x).Shape);
        Assert.Equal([3, 5, 3], sequences.Kernel!.Shape);
        Expect.Equal(Tensor.Tanh(Tensor.Conv1DTranspose(x, sequences.Kernel, [2], dilations: [2])), sequences.Apply(x));
        Tensor<double> body = Tensor.RandomUniform<double>([1, 2, 3, 2, 3], new Random(2));
        Conv3DTranspose<double> bodies = new(5, 1, 2, 3, stride: 2, padding: Padding.Same, random: new Random(1));
        Assert.Equal([1, 4, 6, 4, 5], bodies.Apply(body).Shape);
        Assert.Equal([1, 2, 3, 5, 3], bodies.Kernel!.Shape);
        Expect.Equal(Tensor.Conv3DTranspose(body, bodies.Kernel, [2], Padding.Same), bodies.Apply(body));
    }

    [Fact]
    public void Sizes_are_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>("groups", () => new Conv2D<float>(1, 1, 1, groups: 0));
        Assert.Throws<ArgumentOutOfRangeException>("depth", () => new Conv3D<float>(1, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("filters", () => new Conv1D<float>(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => new Conv1D<float>(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("stride", () => new Conv1D<float>(1, 1, stride: 0));
        Assert.Throws<ArgumentOutOfRangeException>("dilation", () => new Conv1D<float>(1, 1, dilation: 0));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => new Conv1DTranspose<float>(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("depth", () => new Conv3DTranspose<float>(1, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => new Conv2D<float>(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => new Conv2DTranspose<float>(1, 1, -1));
    }
}
