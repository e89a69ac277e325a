using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Convolutions the other way: by hand, as transposes, and what does not fit.</summary>
public class TransposedConvolutionTests
{
    [Fact]
    public void Each_element_is_multiplied_with_the_filter_and_added_up()
    {
        Tensor<double> x = [[[1], [2]]], filter = [[[1]], [[10]], [[100]]];
        Expect.Equal([1, 12, 120, 200], Tensor.Reshape(Tensor.Conv1DTranspose(x, filter), -1));
        Expect.Equal([1, 10, 102, 20, 200], Tensor.Reshape(Tensor.Conv1DTranspose(x, filter, [2]), -1));
        Expect.Equal([12, 120], Tensor.Reshape(Tensor.Conv1DTranspose(x, filter, padding: Padding.Same), -1));
        Expect.Equal([1, 10, 102, 20], Tensor.Reshape(Tensor.Conv1DTranspose(x, filter, [2], Padding.Same), -1));
        Expect.Equal([1, 2, 10, 20, 100, 200], Tensor.Reshape(Tensor.Conv1DTranspose(x, filter, dilations: [2]), -1));
    }

    [Fact]
    public void It_is_the_transpose_of_the_convolution()
    {
        Random random = new(3);
        Tensor<double> large = OperationCase.Draw(random, [2, 5, 6, 3], -1, 1), filters = OperationCase.Draw(random, [2, 3, 3, 4], -1, 1);
        Tensor<double> convolved = Tensor.Conv2D(large, filters, [2, 1], Padding.Same), small = OperationCase.Draw(random, convolved.Shape, -1, 1);
        Tensor<double> transposed = Tensor.Conv2DTranspose(small, filters, [2, 1], Padding.Same, lengths: [5, 6]);
        Expect.Equal(Tensor.Sum(convolved * small), Tensor.Sum(large * transposed));
        Assert.Equal([2, 6, 6, 3], Tensor.Conv2DTranspose(small, filters, [2, 1], Padding.Same).Shape);
        Tensor<double> body = OperationCase.Draw(random, [1, 4, 5, 6, 2], -1, 1), cubes = OperationCase.Draw(random, [2, 2, 2, 2, 3], -1, 1);
        Tensor<double> seen = Tensor.Conv3D(body, cubes, [2, 1, 1], dilations: [1, 2, 3]), other = OperationCase.Draw(random, seen.Shape, -1, 1);
        Expect.Equal(Tensor.Sum(seen * other), Tensor.Sum(body * Tensor.Conv3DTranspose(other, cubes, [2, 1, 1], dilations: [1, 2, 3])));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var x = Tensor.Zeros<double>(1, 2, 2, 3);
        Assert.Contains("channels", Assert.Throws<ShapeMismatchException>(() => Tensor.Conv2DTranspose(x, Tensor.Zeros<double>(2, 2, 3, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("(1, 5, 5)", Assert.Throws<ShapeMismatchException>(() => Tensor.Conv2DTranspose(x, Tensor.Zeros<double>(2, 2, 4, 3), lengths: [6])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Tensor.Conv2DTranspose(x, Tensor.Zeros<double>(2, 4, 3)));
        Assert.Throws<ArgumentException>(() => Tensor.Conv1DTranspose(x, Tensor.Zeros<double>(2, 4, 3)));
        Assert.Throws<ArgumentOutOfRangeException>("lengths", () => Tensor.Conv2DTranspose(x, Tensor.Zeros<double>(2, 2, 4, 3), lengths: [0]));
    }
}
