using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of functions that are run once more on the way back, and of functions with a gradient of their own.</summary>
public class TensorFlowRecomputeTests
{
    private static readonly Func<Tensor<double>, Tensor<double>> s_squares = x => Tensor.Product(Tensor.Square(Tensor.Tanh(x)));

    private static readonly Func<Tensor<double>, Tensor<double>> s_three = Gradient.Custom<double>(x => (x, dy => 3 * dy));

    private readonly GradientTape _tape = new();

    [Fact]
    public void One_tensor_for_two_arguments()
    {
        Func<Tensor<double>, Tensor<double>, Tensor<double>> product = Gradient.Recompute<double>((x, y) => x * y), first = Gradient.Recompute<double>((x, _) => x);
        Func<Tensor<double>, Tensor<double>> square = x => product(x, x);
        Expect.Equal([2, 4], Gradient.Of(square)([1, 2]));
        Expect.Equal([2, 2], Gradient.Of(Gradient.Of(square))([1, 2]));
        Expect.Equal([2, 4], Gradient.Jvp(square, [1, 2], [1, 1]).Tangent);
        Expect.Equal([1, 1], Gradient.Of<double>(x => first(x, x))([1, 2]));
    }

    [Fact]
    public void One_variable_for_two_arguments_and_once_more()
    {
        Variable<double> v = new(3);
        Func<Tensor<double>[], Tensor<double>[]> values = Gradient.RecomputeToMany<double>(x => [x[0] * x[1], 2 * x[1], v]);
        Tensor<double>[] y = _tape.Record(() => values([v, v]));
        Expect.Equal(6 + 2 + 1, _tape.Gradient(y, v));
    }

    [Fact]
    public void No_elements() => Assert.Equal([0], Gradient.Of(Gradient.Recompute<double>(x => 2 * x))(Tensor.Zeros<double>(0)).Shape);

    [Fact]
    public void Derivatives_of_higher_order()
    {
        Func<Tensor<double>, Tensor<double>> plain = s_squares, again = Gradient.Recompute(s_squares);
        for (int order = 1; order <= 3; order++)
        {
            (plain, again) = (Gradient.Of(plain), Gradient.Of(again));
            Expect.Equal(plain([1, 2]), again([1, 2]));
        }
    }

    [Fact]
    public void One_within_the_other()
    {
        Variable<double> v = new(3);
        Func<Tensor<double>, Tensor<double>> inner = Gradient.Recompute<double>(x => x * v), outer = Gradient.Recompute<double>(x => inner(x) * v);
        Tensor<double> y = _tape.Record(() => outer(2));
        Expect.Equal(2 * 2 * 3, _tape.Gradient(y, v));
    }

    [Fact]
    public void Custom_gradients_are_multiplied() => Expect.Equal(9, Gradient.Of<double>(x => s_three(s_three(x)))(3));

    [Fact]
    public void A_custom_gradient_belongs_to_its_argument()
    {
        Func<Tensor<double>, Tensor<double>, Tensor<double>> swapped = Gradient.Custom<double>((x, y) => (x * y, dy => (dy * x, dy * y)));
        (Tensor<double> dx, Tensor<double> dy) = Gradient.Of(swapped)(3, 5);
        Expect.Equal(3, dx);
        Expect.Equal(5, dy);
    }

    [Fact]
    public void A_custom_gradient_for_a_variable_that_is_used_besides()
    {
        Variable<double> captured = new(3), x = new(6);
        Func<Tensor<double>[], Tensor<double>> product = Gradient.CustomOfMany<double>(inputs => (inputs[0] * captured, dy => [4 * captured * dy, 5 * inputs[0] * dy]), captured: [captured]);
        Tensor<double> y = _tape.Record(() => product([x]));
        var (dx, dCaptured) = _tape.Gradient(y, (x, captured));
        Expect.Equal(12, dx);
        Expect.Equal(30, dCaptured);
    }

    [Fact]
    public void A_custom_gradient_calls_another_one()
    {
        Func<Tensor<double>, Tensor<double>> nine = Gradient.Custom<double>(x => (s_three(x), dy => Gradient.Vjp(s_three, x).Pullback(3 * dy)));
        Expect.Equal(9, Gradient.Of(nine)(1));
    }

    [Fact]
    public void Numbers_that_no_tape_sees_have_the_derivatives_that_are_given()
    {
        Func<Tensor<double>, Tensor<double>> sine = Gradient.Custom<double>(x => (x.ToArray().Select(Math.Sin).ToArray(), dy => dy * Tensor.Cos(x)));
        Expect.Equal([Math.Cos(1), Math.Cos(2)], Gradient.Of(sine)([1, 2]));
        Expect.Equal([-Math.Sin(1), -Math.Sin(2)], Gradient.Of(Gradient.Of(sine))([1, 2]));
        Expect.Equal([-Math.Cos(1), -Math.Cos(2)], Gradient.Of(Gradient.Of(Gradient.Of(sine)))([1, 2]));
        Expect.Equal([2 * Math.Cos(1), 3 * Math.Cos(2)], Gradient.Jvp(sine, [1, 2], [2, 3]).Tangent);
    }

    [Fact]
    public void A_function_without_a_value_cannot_be_differentiated()
    {
        Assert.Throws<ArgumentNullException>("value", () => Gradient.Of(Gradient.Custom<double>(_ => (null!, dy => dy)))(1));
        Assert.Throws<ArgumentNullException>("value", () => Gradient.Of(Gradient.Recompute<double>(_ => null!))(1));
        Assert.Throws<ArgumentNullException>("target", () => Gradient.Of<double>(_ => null!)(1));
    }

    [Fact]
    public void What_passes_through_has_no_gradient_for_variables()
    {
        Variable<double> x = new(1), z = new(3);
        Tensor<double> y = _tape.Record(() => Gradient.PassThrough<double>(v => x * v)(z));
        var (dx, dz) = _tape.Gradient(y, (x, z));
        Assert.Null(dx);
        Expect.Equal(1, dz);
    }
}
