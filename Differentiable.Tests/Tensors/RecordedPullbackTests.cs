using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>What generated code does with operations without a named pullback.</summary>
public class RecordedPullbackTests
{
    private static readonly Tensor<double> s_x = Tensor.Create([0.5, -1, 2], [3]), s_dy = Tensor.Create([1.0, 3, -2], [3]);

    [Fact]
    public void It_is_the_cotangent_that_a_named_pullback_gives() =>
        Assert.Equal(TensorPullbacks.Tanh(s_dy, Tensor.Tanh(s_x)).ToArray(), TensorPullbacks.Recorded(s_dy, s_x, Tensor.Tanh).ToArray());

    [Fact]
    public void What_is_named_besides_the_input_is_a_constant() =>
        Assert.Equal((s_dy * s_x).ToArray(), TensorPullbacks.Recorded(s_dy, s_x, x => x * s_x).ToArray());

    [Fact]
    public void An_input_that_is_not_used_has_zeros() =>
        Assert.Equal([0.0, 0, 0], TensorPullbacks.Recorded((Tensor<double>)1.0, s_x, _ => (Tensor<double>)2.0).ToArray());

    [Fact]
    public void The_result_may_have_elements_of_another_type() =>
        Assert.Equal([1.0, 3, -2], TensorPullbacks.Recorded<double, float>(Tensor.Create([1f, 3, -2], [3]), s_x, Tensor.Cast<double, float>).ToArray());

    [Fact]
    public void Variables_are_inputs_too_and_others_are_not_followed()
    {
        Variable<double> x = new(s_x), other = new(s_dy);
        Assert.Equal((s_dy * s_dy).ToArray(), TensorPullbacks.Recorded(s_dy, x, v => v * other).ToArray());
    }

    [Fact]
    public void It_can_be_differentiated_again()
    {
        Func<Tensor<double>, Tensor<double>> second = Gradient.Of<double>(x => TensorPullbacks.Recorded(s_dy, x, Tensor.Sin));
        Conformance.Expect.Equal(-s_dy * Tensor.Sin(s_x), second(s_x));
    }

    [Fact]
    public void What_the_operation_throws_comes_through_and_ends_the_recording()
    {
        Assert.Throws<FormatException>(() => TensorPullbacks.Recorded(s_dy, s_x, _ => throw new FormatException()));
        Assert.Throws<GradientNotRegisteredException>(() => TensorPullbacks.Recorded(s_dy, s_x, Gradient.Unavailable<double>(Tensor.Exp, "Exp")));
        Assert.Throws<ShapeMismatchException>(() => TensorPullbacks.Recorded(s_dy, s_x, x => Tensor.Sum(x)));
        Assert.Null(ActiveRecordings.Current);
    }
}
