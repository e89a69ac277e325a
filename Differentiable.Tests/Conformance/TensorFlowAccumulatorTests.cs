using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of accumulators that go on, stop and nest.</summary>
public class TensorFlowAccumulatorTests
{
    private static readonly Func<Tensor<double>, Tensor<double>> s_power = x => Tensor.Pow(x, 3.5);

    private readonly ForwardAccumulator _forward = new();

    private readonly GradientTape _tape = new();

    [Fact]
    public void It_goes_on_where_it_stopped()
    {
        Tensor<double> x = -2, y, z, square;
        _forward.Watch(x, 1.5);
        using (_forward.Record())
        {
            y = 4 * x;
            Assert.Throws<InvalidOperationException>(() => _forward.Record());
        }
        z = 4 * x;
        using (_forward.Record())
            square = y * y;
        Expect.Equal(1.5, _forward.Jvp(x));
        Expect.Equal(6, _forward.Jvp(y));
        Assert.Null(_forward.Jvp(z));
        Expect.Equal(6 * -8 * 2, _forward.Jvp(square));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3.5)]
    [InlineData(2, 3.5 * 2.5)]
    [InlineData(3, 3.5 * 2.5 * 1.5)]
    public void Derivatives_of_higher_order(int order, double factor)
    {
        Func<Tensor<double>, Tensor<double>> function = s_power;
        for (int i = 0; i < order; i++)
            function = Slope(function);
        Expect.Equal(factor * Math.Pow(1.1, 3.5 - order), function(1.1));
    }

    [Fact]
    public void The_outer_one_follows_the_inner_one_and_not_the_other_way_round()
    {
        Tensor<double> x = 1.1, y;
        ForwardAccumulator inner = new();
        _forward.Watch(x, 1.0);
        inner.Watch(x, 1.0);
        using (_forward.Record())
        using (inner.Record())
            y = s_power(x);
        Expect.Equal(3.5 * 2.5 * Math.Pow(1.1, 1.5), _forward.Jvp(inner.Jvp(y)!));
        Assert.Null(inner.Jvp(_forward.Jvp(y)!));
    }

    [Fact]
    public void The_direction_of_the_inner_one_has_a_direction()
    {
        Tensor<double> x = 1, direction = 3, y;
        ForwardAccumulator inner = new();
        _forward.Watch(x, 2.0);
        _forward.Watch(direction, 4.0);
        inner.Watch(x, direction);
        using (_forward.Record())
        using (inner.Record())
            y = x * 2;
        Expect.Equal(6, inner.Jvp(y));
        Expect.Equal(4, _forward.Jvp(y));
        Expect.Equal(8, _forward.Jvp(inner.Jvp(y)!));
    }

    [Fact]
    public void A_tape_inside_does_not_record_how_tangents_are_computed()
    {
        Tensor<double> x = 1, y;
        _forward.Watch(x, 0.1);
        using (_forward.Record())
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Cos(x);
        }
        Assert.Null(_tape.Gradient(_forward.Jvp(y)!, x));
    }

    [Fact]
    public void A_tape_around_it_gives_a_product_of_the_Hessian()
    {
        Tensor<double> x = [1, 2];
        Tensor<double>? slope = null;
        _forward.Watch(x, new[] { 1.0, 0 });
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<double> y;
            using (_forward.Record())
                y = Tensor.Sum(x * x * x);
            slope = _forward.Jvp(y);
        }
        Expect.Equal([6, 0], _tape.Gradient(slope!, x));
    }

    [Fact]
    public void A_variable_has_its_direction_wherever_it_is_read()
    {
        Variable<double> v = new(1);
        _forward.Watch(v, 11.0);
        Tensor<double> read, twice;
        using (_forward.Record())
        {
            (read, twice) = (v.Read(), 2 * v);
            v.AssignSubtract(0.5);
        }
        Expect.Equal(11, _forward.Jvp(read));
        Expect.Equal(22, _forward.Jvp(twice));
        Expect.Equal(0.5, v.Read());
    }

    [Fact]
    public void An_exception_in_a_custom_gradient_comes_through()
    {
        Func<Tensor<double>, Tensor<double>> one = Gradient.Custom<double>(_ => (1, _ => throw new TimeoutException("too late")));
        Assert.Throws<TimeoutException>(() => Gradient.Jvp(one, 1, 2));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(0, 0)]
    public void A_loop(int rounds, double expected) =>
        Expect.Equal(expected, Gradient.Jvp<double>(x => Enumerable.Range(0, rounds).Aggregate((Tensor<double>)0, (sum, i) => sum + (x * i)), 1, 1).Tangent);

    private static Func<Tensor<double>, Tensor<double>> Slope(Func<Tensor<double>, Tensor<double>> function) => x => Gradient.Jvp(function, x, 1).Tangent;
}
