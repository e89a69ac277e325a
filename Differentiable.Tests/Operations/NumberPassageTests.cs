using Differentiable.Tensors;
using Differentiable.Tests.Conformance;
using Differentiable.Tests.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>Derivatives that pass through numbers are those of generated gradients; where a tape would lose them, it says so.</summary>
public class NumberPassageTests
{
    private static readonly Tensor<double> s_w = [0.3, -0.6];

    [Fact]
    public void The_gradient_is_the_generated_one()
    {
        Tensor<double> gradient = Gradient.Of<double>(w => TensorMethods.Normalized(w))(s_w);
        Expect.Equal(Gradient.Of<double>(w => Tensor.Sum(Tensor.Exp(w / Tensor.Norm(w))))(s_w), gradient);
        Assert.Equal(Differences.At0(t => TensorMethods.Normalized(s_w + t).ToScalar()), Tensor.Sum(gradient).ToScalar(), 1e-8);
    }

    [Fact]
    public void Second_derivatives_and_directions_are_refused()
    {
        Assert.Contains("numbers", Assert.Throws<GradientNotRegisteredException>(() => Gradient.Hvp<double>(w => TensorMethods.Normalized(w), s_w, s_w)).Message, StringComparison.Ordinal);
        Assert.Throws<GradientNotRegisteredException>(() => Gradient.Hessian<double>(w => TensorMethods.Normalized(w))(s_w));
        Assert.Throws<GradientNotRegisteredException>(() => Gradient.Jvp<double>(w => TensorMethods.Normalized(w), s_w, s_w));
    }

    [Fact]
    public void So_are_mixed_second_derivatives_of_inputs_that_meet_in_a_number_alone()
    {
        Tensor<double> x = [2, -1];
        GradientTape outer = new();
        outer.Watch(x);
        Tensor<double>? dw;
        using (outer.Record())
        {
            GradientTape inner = new();
            inner.Watch(s_w);
            dw = inner.Gradient(inner.Record(() => TensorMethods.ScaledByNorm(x, s_w)), s_w);
        }
        Expect.Equal(Tensor.Norm(x) * Tensor.Cos(s_w), dw!);
        Assert.Throws<GradientNotRegisteredException>(() => outer.Gradient(dw!, x));
    }

    [Fact]
    public void A_variable_beside_the_inputs_is_refused()
    {
        GradientTape tape = new();
        Tensor<double> loss;
        using (tape.Record())
            loss = TensorMethods.NormalizedWithVariable(s_w);
        Assert.Contains("variables", Assert.Throws<GradientNotRegisteredException>(() => tape.Gradient(loss, TensorMethods.Scale)).Message, StringComparison.Ordinal);
    }
}
