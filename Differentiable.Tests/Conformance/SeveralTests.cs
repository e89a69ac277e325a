using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Functions of several tensors with several values, whose derivative is given or computed again; more sources; lists that are watched.</summary>
public class SeveralTests
{
    private static readonly Tensor<double> s_x = new double[] { 1, 2 }, s_y = 3;

    [Fact]
    public void A_function_with_several_values_is_one_operation()
    {
        int calls = 0;
        Func<Tensor<double>[], Tensor<double>[]> function = Gradient.CustomToMany<double>(x => ([x[0] * x[1], x[1] * x[1]], Pullback(x)));
        AssertLikeThePlainOne(function);
        Assert.True(calls > 0);
        Assert.Equal(2, function([s_x, s_y])[0].FlattenedLength);

        Func<Tensor<double>[], Tensor<double>?[]> Pullback(Tensor<double>[] x) => dy =>
        {
            calls++;
            return [dy[0] * x[1], Tensor.Sum(dy[0] * x[0]) + (2 * dy[1] * x[1])];
        };
    }

    [Fact]
    public void A_function_with_several_values_is_computed_again()
    {
        int calls = 0;
        AssertLikeThePlainOne(Gradient.RecomputeToMany<double>(x =>
        {
            calls++;
            return [x[0] * x[1], x[1] * x[1]];
        }));
        Assert.True(calls >= 4);
        Expect.Equal(6, Gradient.Of<double>(y => Tensor.Sum(Gradient.Recompute<double>((x, y) => x * y * y)(s_x[0], y)))(s_y));
        Expect.Equal(6, Gradient.Of<double>(y => Gradient.RecomputeOfMany<double>(x => x[0] * x[0])([y]))(s_y));
    }

    [Fact]
    public void The_pullback_gives_a_gradient_for_each_input_and_what_is_captured()
    {
        Variable<double> w = new(2);
        Func<Tensor<double>[], Tensor<double>[]> tooFew = Gradient.CustomToMany<double>(x => ([x[0], x[1]], dy => [dy[0]]));
        Assert.Throws<ArgumentException>(() => Gradient.OfMany<double>(x => Tensor.Sum(tooFew(x)[0]))([s_x, s_y]));
        Func<Tensor<double>[], Tensor<double>[]> captures = Gradient.CustomToMany<double>(x => ([w * x[0]], dy => [dy[0] * w, Tensor.Sum(dy[0] * x[0])]), [w]);
        GradientTape tape = new();
        Tensor<double> y = tape.Record(() => captures([s_x])[0]);
        Expect.Equal(3, tape.Gradient(y, w));
        Func<Tensor<double>[], Tensor<double>[]> undeclared = Gradient.CustomToMany<double>(x => ([w * x[0]], dy => [dy[0] * w]));
        Assert.Throws<InvalidOperationException>(() => new GradientTape().Record(() => undeclared([s_x])));
    }

    [Fact]
    public void A_custom_function_may_have_three_inputs()
    {
        Func<Tensor<double>, Tensor<double>, Tensor<double>, Tensor<double>> function = Gradient.Custom<double>((x, y, z) => (x * y * z, dy => (dy * 10, null, dy * x)));
        (Tensor<double> dx, Tensor<double> dy, Tensor<double> dz) = Gradient.Of<double>((x, y, z) => function(x, y, z))(2, 3, 4);
        Assert.Equal([10, 0, 2], new[] { dx, dy, dz }.Select(gradient => gradient.ToScalar()));
    }

    [Fact]
    public void There_may_be_up_to_seven_sources_in_a_tuple()
    {
        Variable<double> a = new(1), b = new(2), c = new(3), d = new(4), e = new(5), f = new(6), g = new(7);
        GradientTape tape = new(persistent: true);
        Tensor<double> y = tape.Record(() => a * b * c * d * e * f * g);
        (Tensor<double>? _, _, _, _, Tensor<double>? fifth) = tape.Gradient(y, (a, b, c, d, e));
        Expect.Equal(1008, fifth);
        (_, _, _, _, _, Tensor<double>? sixth) = tape.Gradient(y, (a, b, c, d, e, f));
        Expect.Equal(840, sixth);
        (Tensor<double>? first, _, _, _, _, _, Tensor<double>? seventh) = tape.Gradient(y, (a, b, c, d, e, f, g));
        Expect.Equal(5040, first);
        Expect.Equal(720, seventh);
        Assert.Equal(720, Gradient.Of<double>((a, b, c, d, e, f, g) => a * b * c * d * e * f * g)(a, b, c, d, e, f, g).Item7.ToScalar());
        Assert.Equal(120, Gradient.Of<double>((a, b, c, d, e, f) => a * b * c * d * e * f)(a, b, c, d, e, f).Item6.ToScalar());
        Assert.Equal(24, Gradient.Of<double>((a, b, c, d, e) => a * b * c * d * e)(a, b, c, d, e).Item5.ToScalar());
        Assert.Equal(6, Gradient.Of<double>((a, b, c, d) => a * b * c * d)(a, b, c, d).Item4.ToScalar());
    }

    [Fact]
    public void Lists_and_values_of_dictionaries_are_watched()
    {
        Dictionary<string, Tensor<double>> named = new() { ["x"] = s_x };
        List<Tensor<double>> list = [s_y];
        Variable<double>[] variables = [new(2, isTrainable: false)];
        GradientTape tape = new(persistent: true);
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(named.Values);
            tape.Watch(list);
            tape.Watch(variables);
            y = s_x * s_y * variables[0];
        }
        Expect.Equal([6, 6], tape.Gradient(y, s_x));
        Expect.Equal(6, tape.Gradient(y, s_y));
        Expect.Equal(9, tape.Gradient(y, variables[0]));
    }

    [Fact]
    public void A_tensor_is_watched_itself_and_not_its_rows()
    {
        GradientTape tape = new(persistent: true);
        Tensor<double> y, z;
        IEnumerable<Tensor<double>> rows = s_x;
        using (tape.Record())
        {
            tape.Watch(s_x);
            y = 2 * s_x;
        }
        Expect.Equal([2, 2], tape.Gradient(y, s_x));
        using (tape.Record())
        {
            tape.Reset();
            tape.Watch(rows);
            z = 3 * s_x;
        }
        Expect.Equal([3, 3], tape.Gradient(z, s_x));
    }

    [Fact]
    public void Zeros_and_ones_have_the_lengths_that_are_named()
    {
        Assert.Equal([2, 3], Tensor.Zeros<float>(2, 3).Shape);
        Assert.Equal([2, 3], Tensor.Ones<float>([2, 3]).Shape);
        Assert.Equal([2, 3], Tensor.Fill(7f, 2, 3).Shape);
        Assert.Equal([], Tensor.Zeros<float>().Shape);
        Assert.Equal([2], Tensor.Zeros<float>(s_x.Shape).Shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros<float>(2, -1));
    }

    /// <summary>With values and derivatives of both orders as <c>(x y, y²)</c> has them.</summary>
    private static void AssertLikeThePlainOne(Func<Tensor<double>[], Tensor<double>[]> function)
    {
        Tensor<double>[] values = function([s_x, s_y]);
        Expect.Equal([3, 6], values[0]);
        Expect.Equal(9, values[1]);
        GradientTape outer = new(), tape = new();
        Tensor<double> slope;
        Tensor<double>?[] gradients = [];
        using (outer.Record())
        {
            outer.Watch(s_x, s_y);
            Tensor<double> y;
            using (tape.Record())
            {
                tape.Watch(s_x, s_y);
                Tensor<double>[] both = function([s_x, s_y]);
                y = Tensor.Sum(both[0]) * both[1];
            }
            gradients = tape.Gradient(y, [s_x, s_y]);
            slope = gradients[1]!;
        }
        Expect.Equal([27, 27], gradients[0]);
        Expect.Equal(3 * 3 * 9, gradients[1]);
        Expect.Equal([27, 27], outer.Gradient(slope, s_x));
        Expect.Equal(81, Gradient.OfMany<double>(x => Tensor.Sum(function(x)[0]) * function(x)[1])([s_x, s_y])[1]);
        Expect.Equal(6, Gradient.OfMany<double>(x => function(x)[1])([s_x, s_y])[1]);
    }
}
