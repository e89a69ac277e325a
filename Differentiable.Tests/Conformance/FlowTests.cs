using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Recordings flow with the execution context, and only with it.</summary>
public class FlowTests
{
    private readonly GradientTape _tape = new();
    private readonly Variable<double> _x = new(3);

    [Fact]
    public async Task A_recording_flows_through_await()
    {
        Tensor<double> y = _x;
        using (_tape.Record())
        {
            for (int i = 0; i < 3; i++)
            {
                await Task.Yield();
                y *= _x;
            }
        }
        Expect.Equal(108, _tape.Gradient(y, _x));
    }

    [Fact]
    public async Task A_function_that_awaits_is_recorded_until_it_is_done()
    {
        Tensor<double> y = await _tape.Record(async () =>
        {
            await Task.Delay(1);
            Assert.True(_tape.IsRecording);
            return _x * _x;
        });
        Assert.False(_tape.IsRecording);
        Expect.Equal(6, _tape.Gradient(y, _x));
    }

    [Fact]
    public async Task A_function_without_a_value_that_awaits_is_recorded_too()
    {
        Tensor<double> y = _x;
        await _tape.Record(async () =>
        {
            await Task.Delay(1);
            y = _x * _x;
        });
        Expect.Equal(6, _tape.Gradient(y, _x));
    }

    [Fact]
    public async Task A_recorded_function_that_fails_late_ends_the_recording()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => _tape.Record(async Task<int> () =>
        {
            await Task.Yield();
            throw new TimeoutException();
        }));
        Assert.False(_tape.IsRecording);
    }

    [Fact]
    public async Task A_recording_flows_into_tasks()
    {
        Tensor<double>[] parts;
        using (_tape.Record())
            parts = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => i * _x * _x)));
        Expect.Equal(6 * 210, _tape.Gradient(parts, _x));
    }

    [Fact]
    public void A_recording_flows_into_parallel_loops()
    {
        Tensor<double>[] parts = new Tensor<double>[1000];
        using (_tape.Record())
            Parallel.For(0, parts.Length, i => parts[i] = Tensor.Sin(_x) * Tensor.Cos(_x));
        Expect.Equal(1000 * Math.Cos(6), _tape.Gradient(parts, _x), 1e-11);
    }

    [Fact]
    public async Task A_recording_ends_where_it_is_disposed()
    {
        Assert.False(_tape.IsRecording);
        using (_tape.Record())
        {
            Assert.True(_tape.IsRecording);
            Assert.True(await Task.Run(() => _tape.IsRecording));
        }
        Assert.False(_tape.IsRecording);
        Assert.False(await Task.Run(() => _tape.IsRecording));
    }

    [Fact]
    public async Task Threads_do_not_see_the_recordings_of_others()
    {
        TaskCompletionSource isRecording = new(), isDone = new();
        Task<Tensor<double>?> other = Task.Run(async () =>
        {
            await isRecording.Task;
            GradientTape tape = new();
            Tensor<double> z;
            using (tape.Record())
                z = _x * _x * _x;
            isDone.SetResult();
            return tape.Gradient(z, _x);
        });
        Tensor<double> y;
        using (_tape.Record())
        {
            isRecording.SetResult();
            await isDone.Task;
            y = _x * _x;
        }
        Expect.Equal(27, await other);
        Expect.Equal(6, _tape.Gradient(y, _x));
    }

    [Fact]
    public void Variables_are_read_while_they_are_assigned()
    {
        Variable<double> counter = new([0.0, 0.0]);
        Parallel.For(0, 1000, i =>
        {
            counter.AssignAdd([1, 1]);
            double[] read = counter.ToArray();
            Assert.Equal(read[0], read[1]);
        });
        Assert.Equal([1000, 1000], counter.ToArray());
    }

    [Fact]
    public void An_exception_ends_the_recording()
    {
        Assert.Throws<ShapeMismatchException>(() =>
        {
            using (_tape.Record())
                _ = _x * Tensor.Ones<double>([2]) * Tensor.Ones<double>([3]);
        });
        Assert.False(_tape.IsRecording);
    }

    [Fact]
    public void Tapes_side_by_side_watch_what_they_are_told()
    {
        GradientTape other = new(watchAccessedVariables: false);
        Tensor<double> c = 2, y;
        using (_tape.Record())
        using (other.Record())
        {
            other.Watch(c);
            y = c * _x;
        }
        Expect.Equal(3, other.Gradient(y, c));
        Expect.Equal(2, _tape.Gradient(y, _x));
        Assert.Empty(other.WatchedVariables);
    }

    [Fact]
    public void Recording_goes_on_with_what_it_has()
    {
        Tensor<double> y;
        using (_tape.Record())
            y = _x * _x;
        Tensor<double> outside = y * _x;
        using (_tape.Record())
            y *= _x;
        Expect.Equal(27, _tape.Gradient([y, outside], _x));
    }

    [Fact]
    public void The_inner_tape_may_end_behind_the_outer_one()
    {
        GradientTape inner = new();
        RecordingScope outerScope = _tape.Record(), innerScope = inner.Record();
        Tensor<double> y = _x * _x;
        outerScope.Dispose();
        Tensor<double> z = y * _x;
        innerScope.Dispose();
        Expect.Equal(27, inner.Gradient(z, _x));
        Assert.Null(_tape.Gradient(z, _x));
    }

    /// <summary>The tape stays outside of all, also where it goes on after a pause: it sees how tangents are computed.</summary>
    [Fact]
    public void A_pause_keeps_the_order_of_recordings()
    {
        ForwardAccumulator forward = new();
        forward.Watch(_x, 1);
        Tensor<double> y;
        using (_tape.Record())
        using (forward.Record())
        {
            using (_tape.StopRecording())
                _ = _x * _x;
            y = _x * _x * _x;
        }
        Expect.Equal(18, _tape.Gradient(forward.Jvp(y)!, _x));
    }
}
