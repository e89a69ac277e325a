using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of tapes that go on, stop and record each other.</summary>
public class TensorFlowNestingTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void A_tape_goes_on_where_it_stopped()
    {
        Tensor<double> x = 3, y, z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = 2 * x;
        }
        using (_tape.Record())
            z = 2 * y;
        Expect.Equal(4, _tape.Gradient(z, x));
    }

    [Fact]
    public void What_ran_while_recording_was_stopped_is_missing_and_what_ran_before_is_not()
    {
        Variable<double> x = new(1);
        Tensor<double> twice, inside, outside;
        using (_persistent.Record())
        {
            twice = x * 2;
            using (_persistent.StopRecording())
                inside = twice * twice;
            outside = twice * twice;
        }
        Assert.Null(_persistent.Gradient(inside, twice));
        Expect.Equal(4, _persistent.Gradient(outside, twice));
        Expect.Equal(8, _persistent.Gradient(outside, x));
    }

    [Fact]
    public void Each_tape_follows_what_it_watches_itself()
    {
        Variable<double> first = new(2, isTrainable: false), second = new(2, isTrainable: false);
        GradientTape inner = new();
        Tensor<double>?[] slopes;
        using (_tape.Record())
        {
            Tensor<double> y, z;
            using (inner.Record())
            {
                _tape.Watch(first);
                inner.Watch(first, second);
                (y, z) = (Tensor.Pow(first, 3), Tensor.Pow(second, 2));
            }
            slopes = inner.Gradient([y, z], [first, second]);
        }
        Tensor<double>?[] curvatures = _tape.Gradient([slopes[0]!, slopes[1]!], [first, second]);
        Expect.Equal(12, curvatures[0]);
        Assert.Null(curvatures[1]);
    }

    [Fact]
    public void A_persistent_tape_records_its_own_gradients()
    {
        Tensor<double> x = 3, slope, curvature;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            var y = Tensor.Pow(x, 3);
#pragma warning disable DIFF0081 // That is what is tested.
            slope = _persistent.Gradient(y, x)!;
            curvature = _persistent.Gradient(slope, x)!;
#pragma warning restore DIFF0081
        }
        Expect.Equal(27, slope);
        Expect.Equal(18, curvature);
        Expect.Equal(6, _persistent.Gradient(curvature, x));
    }

    [Fact]
    public void A_persistent_tape_inside_of_another_is_asked_twice()
    {
        Tensor<double> x = 3, y, z;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            y = x * x;
            GradientTape inner = new(persistent: true);
            using (inner.Record())
            {
                inner.Watch(y);
                z = 2 * y;
            }
            Expect.Equal(2, inner.Gradient(z, y));
            y += inner.Gradient(z, y)!;
        }
        Expect.Equal(6, _persistent.Gradient(y, x));
        Expect.Equal(12, _persistent.Gradient(z, x));
    }

    [Fact]
    public void Stopping_one_tape_does_not_stop_the_other()
    {
        Tensor<double> x = 1, y, z;
        GradientTape inner = new(persistent: true);
        using (_persistent.Record())
        using (inner.Record())
        {
            _persistent.Watch(x);
            inner.Watch(x);
            using (inner.StopRecording())
                y = 2 * x;
            using (_persistent.StopRecording())
                z = 3 * x;
        }
        Expect.Equal(2, _persistent.Gradient(y, x));
        Assert.Null(inner.Gradient(y, x));
        Assert.Null(_persistent.Gradient(z, x));
        Expect.Equal(3, inner.Gradient(z, x));
    }

    [Fact]
    public void A_second_derivative_where_the_first_one_is_linear()
    {
        Tensor<double> none = [[0]];
        Tensor<double> curvature = Gradient.Of(Gradient.Of<double>(logits => Tensor.Sum(Tensor.SoftMaxCrossEntropy(logits, none))))([[0.1]]);
        Expect.Equal([[0]], curvature);
    }

    [Fact]
    public void A_custom_derivative_has_a_custom_derivative()
    {
        Func<Tensor<double>, Tensor<double>> slope = Gradient.Custom<double>(_ => (-1.1, dy => -2.1 * dy));
        Func<Tensor<double>, Tensor<double>> f = Gradient.Custom<double>(x => (x + 10, dy => dy * slope(x)));
        Func<Tensor<double>, Tensor<double>> derivative = Gradient.Of<double>(x => Tensor.Pow(f(x), 4));
        Expect.Equal(4 * 1331 * -1.1, derivative(1));
        Expect.Equal((3 * 4 * 121 * 1.1 * 1.1) + (4 * 1331 * -2.1), Gradient.Of(derivative)(1));
    }

    [Fact]
    public void What_a_variable_had_when_it_was_read_counts()
    {
        Variable<double> v = new(1);
        Tensor<double> y;
        using (_tape.Record())
        {
            y = v * v;
            v.Assign(10);
            y += 3 * v;
        }
        v.Assign(100);
        Expect.Equal(5, _tape.Gradient(y, v));
    }
}
