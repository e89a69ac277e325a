using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests of its tape pin, by their rows in the list of cases.</summary>
public class TensorFlowTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    private static Func<Tensor<float>, Tensor<float>> Square { get; } = x => x * x;

    [Theory]
    [InlineData(5, 1)]
    [InlineData(50, 100)]
    public void A02_Where(float at, float expected) => Expect.Equal(expected, Gradient.Of<float>(x => Tensor.Where(x < 10, x, x * x))(at));

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
    public void A04_A_custom_gradient_gives_nothing()
    {
        Func<Tensor<float>[], Tensor<float>> identity = Gradient.CustomOfMany<float>(x => (x[0], _ => []));
        Assert.Throws<ArgumentException>(() => Gradient.Of<float>(x => identity([x]))(1));
    }

    [Fact]
    public void A06_An_output_gradient() => Expect.Equal(2, Gradient.Vjp(x => Tensor.Identity(x), (Tensor<float>)1).Pullback(2));

    [Fact]
    public void A08_An_exception_in_a_custom_gradient_comes_through()
    {
        Func<Tensor<float>, Tensor<float>> identity = Gradient.Custom<float>(x => (x, _ => throw new TimeoutException("too late")));
        Assert.Throws<TimeoutException>(() => Gradient.Of(identity)(1));
    }

    [Fact]
    public void A09_Gradients_in_a_custom_function()
    {
        Func<Tensor<float>, Tensor<float>> slope = Gradient.Custom<float>(x => (Gradient.Of(Square)(x), dy => dy));
        Expect.Equal(2, slope(1));
    }

    [Fact]
    public void A10_Watched_variables_are_in_the_order_in_which_they_were_made()
    {
        Variable<float> v0 = new(1, name: "v0"), v1 = new(2, name: "v1");
        using (_tape.Record())
            _ = (v1 * v1) + (v0 * v0);
        Assert.Equal(["v0", "v1"], _tape.WatchedVariables.Select(variable => variable.Name));
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
    public void A12_The_gradient_of_the_identity() => Expect.Equal(1, Gradient.Of<float>(Tensor.Identity)(3));

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
    public void A19_and_A20_A_matrix_that_is_target_and_source()
    {
        Tensor<float> a = [[1, 2], [3, 4]];
        using (_persistent.Record())
            _persistent.Watch(a);
        Expect.Equal([[1, 1], [1, 1]], _persistent.Gradient(a, [a])[0]);
        Expect.Equal([[2, 2], [2, 2]], _persistent.Gradient([a, a], [a])[0]);
    }

    [Fact]
    public void A21_Nothing_is_recorded_while_stopped()
    {
        Variable<float> x = new(3);
        Tensor<float> y;
        using (_tape.Record())
        {
            using (_tape.StopRecording())
                y = x * x;
        }
        Assert.Null(_tape.Gradient(y, x));
    }

    [Fact]
    public void A23_A_reset_tape_starts_anew()
    {
        Variable<float> v = new(1);
        Tensor<float> loss;
        using (_tape.Record())
        {
            loss = v * v;
            _tape.Reset();
            loss += v * v;
        }
        Expect.Equal(2, _tape.Gradient(loss, v));
    }

    [Fact]
    public void A25_Variables_are_watched_as_they_are_read()
    {
        Variable<float> v = new(1);
        using (_tape.Record())
        {
            Assert.Empty(_tape.WatchedVariables);
            _ = v.Read();
            Assert.Same(v, Assert.Single(_tape.WatchedVariables));
            _tape.Reset();
            Assert.Empty(_tape.WatchedVariables);
            _ = v.Read();
            Assert.Same(v, Assert.Single(_tape.WatchedVariables));
        }
    }

    [Fact]
    public void A26_Variables_are_watched_by_name()
    {
        Variable<float> v = new(1);
        using (_tape.Record())
        {
            Assert.Empty(_tape.WatchedVariables);
            _tape.Watch(v);
            Assert.Same(v, Assert.Single(_tape.WatchedVariables));
            _tape.Reset();
            Assert.Empty(_tape.WatchedVariables);
            _tape.Watch(v);
            Assert.Same(v, Assert.Single(_tape.WatchedVariables));
        }
    }

    [Fact]
    public void A27_A_cross_entropy()
    {
        Tensor<float> labels = [[1, 0]];
        Expect.Equal([[-0.5f, 0.5f]], Gradient.Of<float>(logits => Tensor.Average(Tensor.SoftMaxCrossEntropy(logits, labels)))([[0, 0]]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A28_A_gradient_inside_of_the_recording(bool persistent)
    {
        GradientTape tape = new(persistent);
        Variable<float> x = new(1);
        using (tape.Record())
            Expect.Equal(2, tape.Gradient(x * x, x));
    }

    [Fact]
    public void A29_A_tape_that_records_cannot_record()
    {
        using (_tape.Record())
            Assert.Throws<InvalidOperationException>(() => _tape.Record());
    }

    [Fact]
    public void A32_and_A33_A_pullback_is_called_twice()
    {
        (Tensor<float> value, Func<Tensor<float>, Tensor<float>> pullback) = Gradient.Vjp(Square, 3);
        Expect.Equal(9, value);
        Expect.Equal(12, pullback(2));
        Expect.Equal(12, pullback(2));
    }

    [Fact]
    public void A34_A_gradient_of_a_gradient() => Expect.Equal(2, Gradient.Of(Gradient.Of(Square))(3));

    [Fact]
    public void A35_A_gradient_of_a_gradient_of_the_exponential_function() => Expect.Equal(1, Gradient.Of(Gradient.Of<float>(Tensor.Exp))(0));

    [Fact]
    public void A36_A_gradient_that_is_stopped()
    {
        Variable<float> x = new([1f, 2f]);
        Tensor<float> y;
        using (_tape.Record())
            y = Tensor.StopGradient(x * x);
        Assert.Null(_tape.Gradient(y, x));
    }

    [Fact]
    public void A37_All_parameters() =>
        Assert.Equal(("Tensor<float> () 2", "Tensor<float> () 1"), Gradient.Of<float>((a, b) => a * b)(1, 2) is var (da, db) ? (da.ToString(), db.ToString()) : default);

    [Fact]
    public void A38_A_variable_that_is_read_but_not_used()
    {
        Variable<float> x = new(1), y = new(2);
        Tensor<float> z;
        using (_tape.Record())
        {
            _ = x.Read();
            z = y * y;
        }
        Assert.Null(_tape.Gradient(z, x));
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
    public void A43_An_inner_tape_over_a_part()
    {
        Tensor<float> x = 3, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = x * x;
            GradientTape inner = new();
            Tensor<float> z;
            using (inner.Record())
            {
                inner.Watch(y);
                z = 2 * y;
            }
            Tensor<float>? slope = inner.Gradient(z, y);
            Expect.Equal(2, slope);
            y += slope!;
        }
        Expect.Equal(6, _tape.Gradient(y, x));
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
    public void A45_A_branch()
    {
        Variable<float> x = new(3);
        Tensor<float> same = x, y;
        using (_tape.Record())
            y = x < same ? x : x * x;
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void A46_A_loop()
    {
        Tensor<float> start = 1, x = start;
        using (_tape.Record())
        {
            _tape.Watch(start);
            for (Tensor<int> i = 1; i < 3; i += 1)
                x *= 2;
        }
        Expect.Equal(4, _tape.Gradient(x, start));
    }

    [Fact]
    public void A47_A_second_gradient_is_refused()
    {
        Variable<float> x = new(3);
        Tensor<float> y;
        using (_tape.Record())
            y = x * x;
        _tape.Gradient(y, x);
        Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, x));
    }

    [Fact]
    public void A51_Nested_gradients()
    {
        Variable<float> x = new(3);
        Tensor<float> y, z;
        using (_tape.Record())
        {
            y = x * x;
            z = y * y;
        }
        Tensor<float>?[] gradients = _tape.Gradient(z, [x, y]);
        Expect.Equal(108, gradients[0]);
        Expect.Equal(18, gradients[1]);
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
    }

    [Fact]
    public void A55_A_custom_gradient_gives_too_few()
    {
        Func<Tensor<float>[], Tensor<float>> sum = Gradient.CustomOfMany<float>(x => (x[0] + x[1], dy => [dy]), name: "InvalidSum");
        string message = Assert.Throws<ArgumentException>(() => Gradient.OfMany(sum)([1, 2])).Message;
        Assert.Contains("InvalidSum", message, StringComparison.Ordinal);
        Assert.Contains("too few gradients", message, StringComparison.Ordinal);
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
    public void A60_A_convolution_for_one_of_its_inputs()
    {
        Tensor<float> filters = [[[[2]]]];
        Expect.Equal([[[[2]]]], Gradient.Of<float>(x => Tensor.Conv2D(x, filters))([[[[1]]]]));
    }

    [Fact]
    public void A62_A_custom_gradient_over_a_variable()
    {
        Func<Tensor<float>, Tensor<float>> f = Gradient.Custom<float>(x => (x * x, dy => (2 * dy * x) + 1));
        Variable<float> x = new(3);
        Tensor<float> y;
        using (_tape.Record())
            y = f(x);
        Expect.Equal(7, _tape.Gradient(y, x));
    }

    [Fact]
    public void A63_Steps_with_a_custom_gradient()
    {
        Func<Tensor<float>, Tensor<float>, Tensor<float>> multiply = Gradient.Custom<float>((x, y) => (x * y, dy => (dy * y, dy * x)));
        Variable<float> x = new(2);
        float[] losses = new float[5];
        for (int step = 0; step < losses.Length; step++)
        {
            GradientTape tape = new();
            Tensor<float> loss;
            using (tape.Record())
                loss = multiply(2, x);
            losses[step] = (float)loss;
            x.AssignSubtract(tape.Gradient(loss, x)! * 0.25f);
        }
        Assert.Equal([4, 3, 2, 1, 0], losses);
    }

    [Fact]
    public void A65_Only_some_variables_are_watched()
    {
        Variable<float> x1 = new(2), x2 = new(4);
        GradientTape tape = new(watchAccessedVariables: false);
        Tensor<float> sum;
        using (tape.Record())
        {
            tape.Watch(x2);
            sum = Tensor.Pow(x1, 2) + Tensor.Pow(x2, 3);
        }
        Assert.Same(x2, Assert.Single(tape.WatchedVariables));
        Tensor<float>?[] gradients = tape.Gradient(sum, [x1, x2]);
        Assert.Null(gradients[0]);
        Expect.Equal(48, gradients[1]);
    }

    [Fact]
    public void A66_Equal_constants_are_not_the_same()
    {
        Tensor<float> x1 = 3, x2 = 3, y;
        using (_tape.Record())
        {
            _tape.Watch(x1);
            y = x1 + x2;
        }
        Expect.Equal(1, _tape.Gradient(y, x1));
    }

    [Fact]
    public void A67_Variables_and_constants_have_the_same_gradients()
    {
        Variable<float> a = new(2), b = new(2);
        Tensor<float> c = 2, d = 2;
        Assert.Equal(Slopes(a, b), Slopes(c, d));
        Assert.Equal([12, 4], Slopes(a, b));
    }

    [Fact]
    public void A69_A_custom_gradient_of_a_custom_gradient()
    {
        Func<Tensor<float>, Tensor<float>> f = Gradient.Custom<float>(x => (2 * x, dy => Gradient.Custom<float>((_, _) => (2.1f, _ => (2.2f, 3.1f)))(x, dy)));
        Tensor<float> x = 1, dy = 1, value;
        Tensor<float>? slope;
        using (_persistent.Record())
        {
            _persistent.Watch(x, dy);
            GradientTape inner = new();
            using (inner.Record())
            {
                inner.Watch(x);
                value = f(x);
            }
            slope = inner.GradientWith(value, dy, x);
        }
        Expect.Equal(2, value);
        Expect.Equal(2.1f, slope);
        Expect.Equal(2.2f, _persistent.Gradient(slope!, x));
        Expect.Equal(3.1f, _persistent.Gradient(slope!, dy));
    }

    [Fact]
    public void A71_Watched_variables_stay_known()
    {
        Variable<float> x = new(3), z = new(2);
        Tensor<float> y;
        using (_tape.Record())
            y = x * x;
        _tape.Gradient(y, x);
        Assert.Same(x, Assert.Single(_tape.WatchedVariables));
        using (_tape.Record())
            _ = z * z;
        Assert.Same(z, Assert.Single(_tape.WatchedVariables));
        using (_persistent.Record())
        {
            _ = x * x;
            _persistent.Reset();
            _ = z * z;
        }
        Assert.Same(z, Assert.Single(_persistent.WatchedVariables));
    }

    [Fact]
    public void A72_A_Jacobian()
    {
        Tensor<float> x = [1, 2], y = [3, 4], z;
        using (_persistent.Record())
        {
            _persistent.Watch(x, y);
            z = x * x * y;
        }
        Tensor<float>?[] jacobians = _persistent.Jacobian(z, [x, y]);
        Expect.Equal([[6, 0], [0, 16]], jacobians[0]);
        Expect.Equal([[1, 0], [0, 4]], jacobians[1]);
    }

    [Fact]
    public void A75_A_Jacobian_for_each_of_a_batch()
    {
        Tensor<float> x = [[1, 2], [3, 4]], y = [[3, 4], [5, 6]], z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            z = x * x * y;
        }
        Expect.Equal([[[6, 0], [0, 16]], [[30, 0], [0, 48]]], _tape.BatchJacobian(z, x));
    }

    [Fact]
    public void A76_Shapes_that_are_no_batch()
    {
        Tensor<float> x = [[1, 2], [3, 4], [5, 6]], y = [[1, 2]], vector = [1, 2];
        using (_persistent.Record())
            _persistent.Watch(x, y, vector);
        Assert.Contains("Need first dimension", Assert.Throws<ShapeMismatchException>(() => _persistent.BatchJacobian(x, y)).Message, StringComparison.Ordinal);
        Assert.Contains("rank at least 2", Assert.Throws<ArgumentException>(() => _persistent.BatchJacobian(x, vector)).Message, StringComparison.Ordinal);
        Assert.Contains("rank at least 2", Assert.Throws<ArgumentException>(() => _persistent.BatchJacobian(vector, x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A77_No_elements()
    {
        var x = Tensor.Zeros<float>([1, 0]);
        Tensor<float> y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Pow(x, 2);
        }
        Assert.Equal([1, 0, 0], _tape.BatchJacobian(y, x).Shape);
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

    [Fact]
    public void G01_A_gradient_that_does_not_overflow()
    {
        Func<Tensor<float>, Tensor<float>> naive = x => Tensor.Log(1 + Tensor.Exp(x));
        Func<Tensor<float>, Tensor<float>> custom = Gradient.Custom<float>(x =>
        {
            Tensor<float> e = Tensor.Exp(x);
            return (Tensor.Log(1 + e), dy => dy * (1 - (1 / (1 + e))));
        });
        Assert.True(float.IsNaN((float)Gradient.Of(naive)(100)));
        Expect.Equal(1, Gradient.Of(custom)(100));
    }

    [Fact]
    public void G03_A_gradient_that_passes_through()
    {
        Variable<float> x = new(0), z = new(3);
        Func<Tensor<float>, Tensor<float>> assign = Gradient.PassThrough<float>(value =>
        {
            x.Assign(value);
            return x;
        });
        Tensor<float> y;
        using (_tape.Record())
            y = assign(Tensor.Pow(z, 2));
        Expect.Equal(9, y);
        Expect.Equal(6, _tape.Gradient(y, z));
    }

    private static float[] Slopes(Tensor<float> a, Tensor<float> b)
    {
        GradientTape tape = new();
        Tensor<float> sum;
        using (tape.Record())
        {
            tape.Watch(a, b);
            sum = Tensor.Pow(a, 3) + Tensor.Pow(b, 2);
        }
        return [.. tape.Gradient(sum, [a, b]).Select(gradient => (float)gradient!)];
    }
}
