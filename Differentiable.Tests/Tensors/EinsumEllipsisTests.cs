using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Three dots in Einstein's sums.</summary>
public class EinsumEllipsisTests
{
    private static readonly Tensor<double> s_batch = Tensor.Reshape(Tensor.Range(0.0, 24), 4, 2, 3);

    private static readonly Tensor<double> s_matrix = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [3, 2]);

    [Fact]
    public void Dots_stand_for_the_axes_without_letters()
    {
        Expect.Equal(Tensor.MatMul(s_batch, s_matrix), Tensor.Einsum("...ij,jk->...ik", s_batch, s_matrix));
        Expect.Equal(Tensor.MatMul(s_batch[0], s_matrix), Tensor.Einsum("...ij,jk->...ik", s_batch[0], s_matrix));
        Expect.Equal(Tensor.Transpose(s_batch), Tensor.Einsum("...ij->...ji", s_batch));
        Expect.Equal(Tensor.Sum(s_batch, [0, 2]), Tensor.Einsum("... j k -> j", s_batch));
        Expect.Equal(s_matrix, Tensor.Einsum("ij->...ij", s_matrix));
    }

    [Fact]
    public void Without_an_arrow_the_axes_of_the_dots_come_first() =>
        Expect.Equal(Tensor.PermuteDimensions(s_batch, 1, 2, 0), Tensor.Einsum("a...", s_batch));

    [Fact]
    public void The_axes_of_the_dots_are_broadcast()
    {
        Expect.Equal(s_batch * s_batch[..1], Tensor.Einsum("...,...->...", s_batch, s_batch[..1]));
        Expect.Equal(Tensor.MatMul(s_batch[..1, .., ..2], s_batch[.., .., ..2]), Tensor.Einsum("...ij,...jk->...ik", s_batch[0, .., ..2], s_batch[.., .., ..2]));
        Assert.Equal([0, 2], Tensor.Einsum("...,...->...", Tensor.Zeros<double>([0, 2]), s_matrix[..1]).Shape);
    }

    [Fact]
    public void Axes_of_the_dots_that_do_not_fit_are_named()
    {
        string message = Assert.Throws<ShapeMismatchException>(() => Tensor.Einsum("...i,...i->...", s_batch, s_batch[..3])).Message;
        Assert.Contains("one of the dots is axis 0 of operand 0, whose shape is (4, 2, 3), and axis 0 of operand 1, whose shape is (3, 2, 3)", message, StringComparison.Ordinal);
        Assert.Contains("3 letters (\"ijk\")", Assert.Throws<ShapeMismatchException>(() => Tensor.Einsum("...ijk->i", s_matrix)).Message, StringComparison.Ordinal);
    }
}
