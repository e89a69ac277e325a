using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What five public notebooks about TensorFlow's tape show of recording and watching, by their numbers there.</summary>
public class NotebookRecordingTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void A48_A_persistent_tape_is_asked_twice() => Assert.Equal((108, 6), SlopesOfPowers());

    [Fact]
    public void B03_A_persistent_tape_is_asked_twice() => Assert.Equal((108, 6), SlopesOfPowers());

    [Fact]
    public void B13_A_variable_that_is_not_trainable_is_not_watched_by_itself()
    {
        Variable<float> x = new([4f, 2f], isTrainable: false);
        Tensor<float> y = _tape.Record(() => x * x);
        Assert.Empty(_tape.WatchedVariables);
        Assert.Null(_tape.Gradient(y, x));
    }

    [Fact]
    public void B26_What_is_watched_by_itself()
    {
        Variable<float> x0 = new(3, name: "x0"), x1 = new(3, isTrainable: false);
        Tensor<float> x2 = new Variable<float>(2) + 1, x3 = 3, y;
        using (_tape.Record())
            y = Tensor.Pow(x0, 2) + Tensor.Pow(x1, 2) + Tensor.Pow(x2, 2);
        Assert.Equal(["x0"], _tape.WatchedVariables.Select(variable => variable.Name));
        Tensor<float>?[] gradients = _tape.Gradient(y, [x0, x1, x2, x3]);
        Expect.Equal(6, gradients[0]);
        Assert.All(gradients[1..], Assert.Null);
        Assert.Equal(["x0"], _tape.WatchedVariables.Select(variable => variable.Name));
    }

    [Fact]
    public void B15_A_tape_is_reset_while_it_records()
    {
        Variable<float> x = new(3);
        Tensor<float> loss;
        using (_tape.Record())
        {
            loss = x * x;
            if (loss > 5)
                _tape.Reset();
            loss = 2 * x;
        }
        Expect.Equal(2, _tape.Gradient(loss, x));
    }

    [Fact]
    public void B16_What_runs_while_recording_is_stopped_has_no_gradient()
    {
        Tensor<float> x = 4, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            using (_tape.StopRecording())
                y = Tensor.Pow(x, 2);
        }
        Assert.Null(_tape.Gradient(y, x));
    }

    [Fact]
    public void B17_Arguments_go_by_the_names_target_and_source()
    {
        Tensor<float> x = 1, z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<float> y = Tensor.Add(x, x);
            z = Tensor.Multiply(y, y);
        }
        Expect.Equal(8, _tape.Gradient(target: z, source: x));
    }

    [Fact]
    public void B24_A_tape_that_is_not_persistent_is_not_asked_again_by_name()
    {
        Variable<float> x = new(3);
        Tensor<float> y = _tape.Record(() => x * x);
        _tape.Gradient(y, x);
        Assert.Contains("persistent", Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, new Dictionary<string, Tensor<float>> { ["x"] = x })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void B27_The_names_of_watched_variables()
    {
        Variable<float> x0 = new(3, name: "x0"), x1 = new(1, isTrainable: false, name: "x1");
        using (_tape.Record())
            _ = x0 * x1;
        Assert.Equal(["x0"], _tape.WatchedVariables.Select(variable => variable.Name));
    }

    [Fact]
    public void B28_A_watched_constant()
    {
        Tensor<float> x = 3, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Pow(x, 2);
        }
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void B29_Only_what_is_watched_counts_where_the_tape_is_told_so()
    {
        Variable<float> x0 = new(0), x1 = new(10);
        GradientTape tape = new(watchAccessedVariables: false);
        Tensor<float> ys;
        using (tape.Record())
        {
            tape.Watch(x1);
            ys = Tensor.Sum(Tensor.Sin(x0) + Tensor.Softplus(x1));
        }
        Dictionary<string, Tensor<float>?> gradient = tape.Gradient(ys, new Dictionary<string, Tensor<float>> { ["x0"] = x0, ["x1"] = x1 });
        Assert.Null(gradient["x0"]);
        Expect.Equal(0.9999546f, gradient["x1"]);
    }

    [Fact]
    public void B31_Elementwise_and_persistent()
    {
        Tensor<float> x = [1, 3], y, z;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            y = x * x;
            z = y * y;
        }
        Expect.Equal([4, 108], _persistent.Gradient(z, x));
        Expect.Equal([2, 6], _persistent.Gradient(y, x));
    }

    [Fact]
    public void B41_What_a_variable_is_assigned_has_no_gradient()
    {
        Variable<float> x0 = new(3), x1 = new(0);
        Tensor<float> y;
        using (_tape.Record())
        {
            x1.AssignAdd(x0);
            y = Tensor.Pow(x1, 2);
        }
        Assert.Equal(9f, (float)y);
        Assert.Null(_tape.Gradient(y, x0));
    }

    [Fact]
    public void B44_Intermediate_results_are_kept_if_the_tape_is_persistent()
    {
        Assert.True(IsAliveBehindGradient(_persistent));
        Assert.False(IsAliveBehindGradient(_tape));
        GC.KeepAlive(_persistent);
        GC.KeepAlive(_tape);
    }

    [Fact]
    public void B45_Gradients_inside_of_the_recording()
    {
        Tensor<float> x = 3;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
#pragma warning disable DIFF0081 // The warning is right: the notebook does it all the same.
            Expect.Equal(2, _persistent.Gradient(x * 2, x));
            Expect.Equal(6, _persistent.Gradient((x * x) + 2, x));
            Expect.Equal(8, _persistent.Gradient((x * x) + (2 * x), x));
#pragma warning restore DIFF0081
        }
    }

    [Fact]
    public void B46_Several_tensors_are_watched_at_once()
    {
        Tensor<float> x = 3, y = 2, z;
        using (_persistent.Record())
        {
            _persistent.Watch(x, y);
            z = (x * x * y) + (x * y);
        }
        Expect.Equal(14, _persistent.Gradient(z, x));
        Tensor<float>?[] both = _persistent.Gradient(z, [x, y]);
        Expect.Equal(14, both[0]);
        Expect.Equal(12, both[1]);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Record(GradientTape tape)
    {
        Variable<float> x = new([1f, 2f]);
        Tensor<float> y;
        WeakReference intermediate;
        using (tape.Record())
        {
            Tensor<float> exp = Tensor.Exp(x);
            intermediate = new(exp);
            y = Tensor.Sum(Tensor.Sin(exp));
        }
        Assert.NotNull(tape.Gradient(y, x));
        return intermediate;
    }

    private static bool IsAliveBehindGradient(GradientTape tape)
    {
        WeakReference intermediate = Record(tape);
        GC.Collect();
        return intermediate.IsAlive;
    }

    [Fact]
    public void B48_A_tape_that_is_not_persistent_is_not_asked_again_for_an_intermediate_result()
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]), y, z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Sum(x);
            z = Tensor.Multiply(y, y);
        }
        _tape.Gradient(z, x);
        Assert.Contains("persistent", Assert.Throws<InvalidOperationException>(() => _tape.Gradient(z, y)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void B49_A_persistent_tape_is_asked_twice() => Assert.Equal((108, 6), SlopesOfPowers());

    /// <summary>Of the fourth and the second power at 3.</summary>
    private (float OfFourth, float OfSecond) SlopesOfPowers()
    {
        Tensor<float> x = 3, y, z;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            y = x * x;
            z = y * y;
        }
        return ((float)_persistent.Gradient(z, x)!, (float)_persistent.Gradient(y, x)!);
    }
}
