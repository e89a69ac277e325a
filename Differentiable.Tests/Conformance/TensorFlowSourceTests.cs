using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of sources, targets and their connections, by their rows in the list of cases.</summary>
public class TensorFlowSourceTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void A03_Two_targets()
    {
        Tensor<float> x = 3, y = 2;
        Tensor<float> xx, yy;
        using (_tape.Record())
        {
            _tape.Watch(x, y);
            (xx, yy) = (2 * x, 3 * y);
        }
        Tensor<float>?[] gradients = _tape.Gradient([xx, yy], [x, y]);
        Expect.Equal(2, gradients[0]);
        Expect.Equal(3, gradients[1]);
    }

    [Fact]
    public void A11_The_target_is_the_source()
    {
        Tensor<float> x = 3;
        using (_tape.Record())
            _tape.Watch(x);
        Tensor<float> y = x;
        Expect.Equal(1, _tape.Gradient(y, x));
    }

    [Fact]
    public void A13_A_gather()
    {
        Tensor<float> x = [1];
        Expect.Equal([1], Gradient.Of<float>(x => Tensor.Gather(x + 1, [0]))(x));
    }

    [Fact]
    public void A14_One_of_several_targets_is_the_source()
    {
        Tensor<float> x = 2, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = x * x;
        }
        Expect.Equal(5, _tape.Gradient([x, y], x));
    }

    [Fact]
    public void A15_All_targets_are_the_source()
    {
        Tensor<float> x = 3;
        using (_tape.Record())
            _tape.Watch(x);
        Expect.Equal(2, _tape.Gradient([x, x], x));
    }

    [Fact]
    public void A18_A_variable_that_is_read()
    {
        Variable<float> v = new(5);
        Tensor<float> y;
        using (_tape.Record())
            y = v.Read();
        Expect.Equal(1, _tape.Gradient(y, v));
    }

    [Fact]
    public void A19_A_matrix_that_is_target_and_source()
    {
        Tensor<float> a = [[1, 2], [3, 4]];
        using (_tape.Record())
            _tape.Watch(a);
        Expect.Equal([[1, 1], [1, 1]], _tape.Gradient(a, [a])[0]);
    }

    [Fact]
    public void A20_A_matrix_that_is_target_twice_and_source()
    {
        Tensor<float> a = [[1, 2], [3, 4]];
        using (_tape.Record())
            _tape.Watch(a);
        Expect.Equal([[2, 2], [2, 2]], _tape.Gradient([a, a], [a])[0]);
    }

    [Fact]
    public void A40_A_source_that_is_named_twice()
    {
        Tensor<float> x = 1, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = 2 * x;
        }
        Assert.All(_tape.Gradient(y, [x, x]), gradient => Expect.Equal(2, gradient));
    }

    [Fact]
    public void A44_The_target_is_another_variable()
    {
        Variable<float> x = new(1), y = new(2);
        using (_tape.Record())
            _ = x * y;
        Assert.Null(_tape.Gradient(x, y));
    }

    [Fact]
    public void A52_What_is_not_connected()
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]);
        Variable<float> v = new(x), y = new(3);
        Tensor<float> z;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            z = y * 2;
        }
        Assert.Null(_persistent.Gradient(z, x));
        Expect.Equal([[0, 0], [0, 0]], _persistent.Gradient(z, x, UnconnectedGradients.Zero));
        Expect.Equal([[0, 0], [0, 0]], _persistent.Gradient(z, v, UnconnectedGradients.Zero));
    }

    [Fact]
    public void A53_A_stopped_gradient_is_zero_where_zeros_are_asked_for()
    {
        Tensor<float> x = 1, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.StopGradient(x * x);
        }
        Expect.Equal(0, _tape.Gradient(y, x, UnconnectedGradients.Zero));
    }

    [Fact]
    public void A54_There_is_no_such_choice()
    {
        Variable<float> x = new(1);
        using (_tape.Record())
            _ = x * x;
        Assert.Throws<ArgumentOutOfRangeException>(() => _tape.Gradient(x, x, (UnconnectedGradients)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ForwardAccumulator().Jvp(x, (UnconnectedGradients)99));
    }

    [Fact]
    public void A56_The_value_and_one_of_the_gradients()
    {
        Tensor<float> a = 2;
        (Tensor<float> value, Tensor<float> gradient) = Gradient.ValueAndGradient<float>(b => a * b)(3);
        Expect.Equal(6, value);
        Expect.Equal(2, gradient);
    }

    [Fact]
    public void A57_The_input_among_the_outputs()
    {
        Tensor<float> x = [0, 1, 2], y;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            y = 2 * x;
        }
        Expect.Equal([3, 3, 3], _persistent.Gradient([x, y], x));
        Tensor<float> sum, product;
        using (_tape.Record())
        {
            _tape.Watch(x);
            (sum, product) = (x + 2, x * x);
        }
        Expect.Equal([1, 3, 5], _tape.Gradient([sum, product], x));
    }

    [Fact]
    public void A59_A_tensor_twice_in_a_stack()
    {
        Variable<float> v = new([1f]);
        Tensor<float> y;
        using (_tape.Record())
        {
            Tensor<float> a = v + 1;
            y = Tensor.Average<float>([a, a]);
        }
        Expect.Equal([1], _tape.Gradient(y, v));
    }

    [Fact]
    public void A78_Rows_that_are_gathered_more_than_once_add_up()
    {
        Tensor<float> x = Tensor.Zeros<float>([3, 2]), y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Gather(x, [0, 1, 2, 2]);
        }
        Expect.Equal([[1, 2], [5, 6], [10, 12]], _tape.GradientWith(y, [[1, 2], [5, 6], [4, 5], [6, 7]], x));
    }
}
