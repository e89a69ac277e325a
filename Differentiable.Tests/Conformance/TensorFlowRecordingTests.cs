using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of what its tape records and watches, by their rows in the list of cases.</summary>
public class TensorFlowRecordingTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void A10_Watched_variables_are_in_the_order_in_which_they_were_made()
    {
        Variable<float> v0 = new(1, name: "v0"), v1 = new(2, name: "v1");
        using (_tape.Record())
            _ = (v1 * v1) + (v0 * v0);
        Assert.Equal(["v0", "v1"], _tape.WatchedVariables.Select(variable => variable.Name));
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
}
