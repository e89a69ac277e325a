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

    /// <summary>The part of the derivative of a gradient that goes through a number is missing on a tape, so there is none.</summary>
    [Fact]
    public void Generated_gradients_are_not_differentiated_again_where_a_part_would_be_missing()
    {
        Tensor<double> x = [2, -1];
        Refuses(() => TensorMethods.DividedByNormGradient(s_w), s_w);
        Refuses(() => TensorMethods.DividedByNormValueAndGradient(s_w).value, s_w);
        Refuses(() => TensorMethods.DividedByNormVjp(x, s_w), x);
        Refuses(() => TensorMethods.DividedByNormVjp(x, s_w), s_w);
        Refuses(() => TensorMethods.NormalizedGradient(s_w), s_w);
        Refuses(() => TensorMethods.ScaledByNormGradient(x, s_w).w, x);
        Refuses(() => TensorMethods.ScaledByNormGradient(x, s_w).x, s_w);
        Refuses(() => NumberMethods.SquaredNormGradient(s_w), s_w);
        Refuses(() => NumberMethods.TimesNormOfCalleeGradient(s_w, x).x, s_w);
        Refuses(() => NumberMethods.WithRunningNumbersGradient(s_w), s_w);
        Refuses(() => NumberMethods.OfRowsGradient([s_w, x])[1], s_w);
        Refuses(() => NumberMethods.OfPairsGradient([new(s_w, 2)])[0].Tensor, s_w);
        Refuses(() => NumberMethods.OfCalleeWithRowsGradient(s_w, x).x, s_w);
    }

    /// <summary>Numbers that are constants, or that the gradient does not contain, take nothing away.</summary>
    [Fact]
    public void Gradients_that_lack_nothing_are_differentiated_again()
    {
        Tensor<double> x = [2, -1];
        Differentiates(() => NumberMethods.SumOfSquaresGradient(s_w), s_w, w => NumberMethods.SumOfSquaresGradient(w));
        Differentiates(() => NumberMethods.SumOfSquaresVjp(s_w, 3), s_w, w => NumberMethods.SumOfSquaresVjp(w, 3));
        Differentiates(() => NumberMethods.ScaledGradient(s_w, 1.5).w, s_w, w => NumberMethods.ScaledGradient(w, 1.5).w);
        Differentiates(() => NumberMethods.BesideGradient(s_w, x).x, x, x => NumberMethods.BesideGradient(s_w, x).x);
        Differentiates(() => NumberMethods.OfRoundedGradient(s_w), s_w, w => NumberMethods.OfRoundedGradient(w));
        Differentiates(() => NumberMethods.WithWeightGradient(s_w, x), s_w, w => NumberMethods.WithWeightGradient(w, x));
        Differentiates(() => NumberMethods.SumOfRowsGradient(s_w), s_w, w => NumberMethods.SumOfRowsGradient(w));
        Differentiates(() => TensorMethods.DecidedGradient(s_w), s_w, w => TensorMethods.DecidedGradient(w));
        Differentiates(() => NumberMethods.OfPairsWithNumbersGradient([new(s_w, 2)])[0].Tensor, s_w, w => NumberMethods.OfPairsWithNumbersGradient([new(w, 2)])[0].Tensor);
    }

    private static void Refuses(Func<Tensor<double>> gradient, Tensor<double> x)
    {
        GradientTape tape = new();
        tape.Watch(x);
        Tensor<double> sum;
        using (tape.Record())
            sum = Tensor.Sum(gradient());
        Assert.Contains("scalar tensors", Assert.Throws<GradientNotRegisteredException>(() => tape.Gradient(sum, x)).Message, StringComparison.Ordinal);
    }

    private static void Differentiates(Func<Tensor<double>> gradient, Tensor<double> x, Func<Tensor<double>, Tensor<double>> same)
    {
        Tensor<double> direction = [0.3, 0.7];
        GradientTape tape = new();
        tape.Watch(x);
        Tensor<double> sum;
        using (tape.Record())
            sum = Tensor.Sum(gradient());
        double slope = Tensor.Sum(direction * (tape.Gradient(sum, x) ?? Tensor.Zeros<double>(x.Shape))).ToScalar();
        Assert.Equal(Differences.At0(t => Tensor.Sum(same(x + (t * direction))).ToScalar()), slope, 1e-7);
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

    /// <summary>What is known of one method is not said of another.</summary>
    [Fact]
    public void So_it_is_where_there_are_several_results()
    {
        GradientTape tape = new(persistent: true);
        (Tensor<double> product, Tensor<double> _) = tape.Record(() => TensorMethods.PairWithVariable(s_w));
        (Tensor<double> quotient, Tensor<double> _) = tape.Record(() => TensorMethods.NormalizedPairWithVariable(s_w));
        Assert.Equal(Tensor.Sum(s_w).ToScalar(), Tensor.Sum(tape.Gradient(product, TensorMethods.Scale)!).ToScalar(), 1e-12);
        Assert.Contains("variables", Assert.Throws<GradientNotRegisteredException>(() => tape.Gradient(quotient, TensorMethods.Scale)).Message, StringComparison.Ordinal);
    }
}
