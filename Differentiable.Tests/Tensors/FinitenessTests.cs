using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Which elements are numbers, and finite.</summary>
public class FinitenessTests
{
    private static readonly Tensor<double> s_x = [[1, double.NaN], [double.NegativeInfinity, -0.0]];

    [Fact]
    public void Elements_are_told_apart()
    {
        Assert.Equal([false, true, false, false], Tensor.IsNaN(s_x).ToArray());
        Assert.Equal([false, false, true, false], Tensor.IsInfinity(s_x).ToArray());
        Assert.Equal([true, false, false, true], Tensor.IsFinite(s_x).ToArray());
        Assert.Equal([false, true, false, false], Tensor.IsNaN(Tensor.Transpose(Tensor.Transpose(s_x))).ToArray());
        Assert.True((bool)Tensor.All(Tensor.IsFinite(Tensor.Range(0, 3))));
    }

    [Fact]
    public void What_is_missing_can_be_left_out_of_a_sum() =>
        Assert.Equal([2, 0, 0, 0], Gradients.Of(x => Tensor.Sum(Tensor.Square(x[Tensor.IsFinite(x)])), s_x)!.ToArray());
}
