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
    public void Sizes_are_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>("filters", () => new Conv1D<float>(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => new Conv1D<float>(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("stride", () => new Conv1D<float>(1, 1, stride: 0));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => new Conv2D<float>(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => new Conv2DTranspose<float>(1, 1, -1));
    }
}
