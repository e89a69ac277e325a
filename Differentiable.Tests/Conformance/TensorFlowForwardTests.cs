using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of forward accumulation, by their rows in the list of cases.</summary>
public class TensorFlowForwardTests
{
    private readonly GradientTape _tape = new();

    private static Func<Tensor<float>, Tensor<float>> Square { get; } = x => x * x;

    [Fact]
    public void F02_A_tensor_with_two_directions()
    {
        Tensor<float> x = 1;
        ForwardAccumulator forward = new();
        forward.Watch(x, 1f);
        Assert.Contains("multiple times", Assert.Throws<ArgumentException>(() => forward.Watch(x, 2f)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void F04_A_product_of_the_Hessian()
    {
        Tensor<double> x = [1, 2, 3];
        ForwardAccumulator forward = new();
        forward.Watch(x, new[] { 3.0, 4, 5 });
        Tensor<double> gradient;
        using (forward.Record())
            gradient = Gradient.Of<double>(x => Tensor.Product(Tensor.Square(Tensor.Tanh(x))))(x);
        Expect.Equal([-1.3125442, -0.3138053, -0.0635672], forward.Jvp(gradient), 1e-7);
    }

    [Fact]
    public void F05_Backward_over_forward()
    {
        Tensor<double> x = 1;
        ForwardAccumulator forward = new();
        forward.Watch(x, 0.1);
        Tensor<double>? slope;
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<double> y;
            using (forward.Record())
                y = Tensor.Cos(x);
            slope = forward.Jvp(y);
        }
        Expect.Equal(-0.1 * Math.Cos(1), _tape.Gradient(slope!, x));
    }

    [Fact]
    public void F06_Forward_over_backward()
    {
        Variable<float> v = new([1f, 2f]);
        ForwardAccumulator forward = new();
        forward.Watch(v, [1f, 0f]);
        Tensor<float>? gradient;
        using (forward.Record())
        {
            Tensor<float> y;
            using (_tape.Record())
                y = Tensor.Sum(Tensor.Pow(v, 3));
            gradient = _tape.Gradient(y, v);
        }
        Expect.Equal([3, 12], gradient);
        Expect.Equal([6, 0], forward.Jvp(gradient!));
    }

    [Fact]
    public void F07_Nothing_that_has_a_direction()
    {
        Tensor<float> x = 1, y = 2, z;
        ForwardAccumulator forward = new();
        forward.Watch(x, 1f);
        using (forward.Record())
            z = y * y;
        Assert.Null(forward.Jvp(z));
        Expect.Equal(0, forward.Jvp(z, UnconnectedGradients.Zero));
        Expect.Equal(1, forward.Jvp(x));
    }
}
