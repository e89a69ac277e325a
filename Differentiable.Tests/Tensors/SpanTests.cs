using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Tensors as spans of System.Numerics.Tensors, also where they are parts of others.</summary>
public class SpanTests
{
    private static readonly Tensor<double> s_x = Tensor.From(new double[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);

    [Fact]
    public void Parts_are_the_same_as_spans()
    {
        Assert.Equal(6, s_x[1..].AsTensorSpan()[0, 2]);
        Assert.Equal(6, s_x[1..2, 2..].AsTensorSpan()[0, 0]);
        Assert.Equal(4, Tensor.Transpose(s_x)[..1].AsTensorSpan()[0, 1]);
        Assert.Equal(5, Tensor.Transpose(s_x)[.., 1..].AsTensorSpan()[1, 0]);
        Assert.Equal(5, s_x[.., 1].AsTensorSpan()[1]);
        Assert.Equal(3, Tensor.BroadcastTo(s_x[0], [4, 3]).AsTensorSpan()[3, 2]);
    }

    [Fact]
    public void Nothing_is_a_span_of_nothing()
    {
        Assert.Equal([0, 3], s_x[2..].AsTensorSpan().Lengths.ToArray());
        Assert.Equal([2, 0], Tensor.Zeros<double>(2, 0).AsTensorSpan().Lengths.ToArray());
    }

    [Fact]
    public void A_scalar_is_a_vector_of_one_element()
    {
        Assert.Equal(5, s_x[1, 1].AsTensorSpan()[0]);
        Assert.Equal(1, s_x[1, 1].AsTensorSpan().FlattenedLength);
    }
}
