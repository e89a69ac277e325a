using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Differentiable methods of numbers as operations on tensors.</summary>
public class ElementwiseFunctionTests
{
    private static readonly Tensor<double> s_x = Tensor.LinSpace(-2.0, 2.0, 9);

    [Fact]
    public void A_method_is_applied_to_each_element()
    {
        Expect.Equal(Array.ConvertAll(s_x.ToArray(), Scalars.Swish), Scalars.Swish(s_x));
        Expect.Equal(Tensor.Zeros<double>([0, 2]), Scalars.Swish(Tensor.Zeros<double>([0, 2])));
    }

    [Fact]
    public void It_is_one_operation_with_the_derivatives_of_the_tensors_own()
    {
        Func<Tensor<double>, Tensor<double>> same = x => x * Tensor.Sigmoid(x);
        Expect.Equal(Gradient.Of(same)(s_x), Gradient.Of<double>(Scalars.Swish)(s_x));
        Expect.Equal(Gradient.Of(Gradient.Of(same))(s_x), Gradient.Of(Gradient.Of<double>(Scalars.Swish))(s_x));
        Assert.Contains("Swish", Assert.Throws<GradientNotRegisteredException>(() => Gradient.Of(Gradient.Of(Gradient.Of<double>(Scalars.Swish)))(s_x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_inputs_are_broadcast_and_constants_passed()
    {
        Tensor<float> rows = [[1], [2]], columns = [1, 2, 3];
        Expect.Equal([[3, 6, 9], [12, 24, 36]], Scalars.Weighted(rows, 3, columns));
        (Tensor<float> drows, Tensor<float> dcolumns) = Gradient.Of<float>((x, y) => Scalars.Weighted(x, 3, y))(rows, columns);
        Expect.Equal([[36], [72]], drows);
        Expect.Equal([15, 15, 15], dcolumns);
        Assert.Throws<ShapeMismatchException>(() => Scalars.Weighted([1, 2], 3, columns));
    }

    [Fact]
    public void Second_derivatives_of_several_inputs_are_those_of_the_tensors_own()
    {
        Tensor<double> x = [0.5, 1.5], y = [2.0, -1];
        Assert.Equal(Texts(Second((x, y) => x * x * y * 3)), Texts(Second((x, y) => Scalars.WeightedExactly(x, 3, y))));

        Tensor<double>[] Second(Func<Tensor<double>, Tensor<double>, Tensor<double>> function) => Gradient.OfMany<double>(inputs =>
        {
            (Tensor<double> dx, Tensor<double> dy) = Gradient.Of(function)(inputs[0], inputs[1]);
            return (2 * dx) + (3 * dy);
        })([x, y]);
    }

    [Fact]
    public void Forward_accumulation_carries_directions_through()
    {
        ForwardAccumulator forward = new();
        forward.Watch(s_x, s_x);
        Tensor<double> y;
        using (forward.Record())
            y = Scalars.Swish(s_x);
        Expect.Equal(s_x * Gradient.Of<double>(x => x * Tensor.Sigmoid(x))(s_x), forward.Jvp(y));
    }

    private static IEnumerable<string> Texts(Tensor<double>[] tensors) => tensors.Select(tensor => tensor.ToString());
}

/// <summary>Methods that are applied to tensors.</summary>
internal static partial class Scalars
{
    [Differentiable(Derivatives.Operation)]
    public static double Swish(double x) => x / (1 + Math.Exp(-x));

    /// <summary>The names are those that the generated code would give to its own.</summary>
    [Differentiable(Derivatives.Operation)]
    public static float Weighted(float at, int along, in float gradient) => at * at * gradient * along;

    [Differentiable(Derivatives.Operation)]
    public static double WeightedExactly(double x, [NonDifferentiable] double weight, double y) => x * x * y * weight;
}
