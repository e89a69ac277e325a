using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Recordings end for all that was started in them.</summary>
public class FlowEndTests
{
    private readonly GradientTape _tape = new();
    private readonly Variable<double> _x = new(3);

    /// <summary>A recording that has ended goes on nowhere, neither in a task that was started in it, nor in one that was started there.</summary>
    [Fact]
    public async Task A_recording_ends_for_the_tasks_that_were_started_in_it()
    {
        TaskCompletionSource hasStarted = new(), hasEnded = new();
        Task<Tensor<double>> late;
        using (_tape.Record())
        {
            late = Task.Run(async () =>
            {
                Assert.True(_tape.IsRecording);
                hasStarted.SetResult();
                await hasEnded.Task;
                Assert.False(_tape.IsRecording);
                Assert.False(await Task.Run(() => _tape.IsRecording));
                Assert.Throws<InvalidOperationException>(_tape.Reset);
                Assert.Throws<InvalidOperationException>(() => _tape.StopRecording());
                return _x * _x * _x;
            });
            await hasStarted.Task;
        }
        hasEnded.SetResult();
        Assert.Null(_tape.Gradient(await late, _x));
        Assert.Empty(_tape.WatchedVariables);
    }

    [Fact]
    public async Task A_recording_that_has_ended_does_not_go_on_with_the_next_one()
    {
        TaskCompletionSource isRecordingAgain = new();
        Task<bool> late;
        using (_tape.Record())
        {
            late = Task.Run(async () =>
            {
                await isRecordingAgain.Task;
                return _tape.IsRecording;
            });
        }
        using (_tape.Record())
        {
            isRecordingAgain.SetResult();
            Assert.False(await late);
            Assert.True(_tape.IsRecording);
        }
    }

    [Fact]
    public async Task A_pause_does_not_outlast_its_recording()
    {
        TaskCompletionSource hasPaused = new(), hasEnded = new();
        Task<bool> late;
        using (_tape.Record())
        {
            late = Task.Run(async () =>
            {
                using (_tape.StopRecording())
                {
                    hasPaused.SetResult();
                    await hasEnded.Task;
                }
                return _tape.IsRecording;
            });
            await hasPaused.Task;
        }
        hasEnded.SetResult();
        Assert.False(await late);
    }

    [Fact]
    public async Task Tangents_end_for_the_tasks_that_were_started_meanwhile()
    {
        ForwardAccumulator forward = new();
        forward.Watch(_x, 1);
        TaskCompletionSource hasEnded = new();
        Task<Tensor<double>> late;
        using (forward.Record())
        {
            late = Task.Run(async () =>
            {
                await hasEnded.Task;
                return _x * _x;
            });
        }
        hasEnded.SetResult();
        Assert.Null(forward.Jvp(await late));
    }

    /// <summary>A task that outlasts a run that is compared with another one may read what has been assigned since.</summary>
    [Fact]
    public async Task What_runs_again_ends_for_the_tasks_that_were_started_in_it()
    {
        TaskCompletionSource hasEnded = new();
        Task<double> late = Task.FromResult(0.0);
        Func<Tensor<double>, Tensor<double>> square = Gradient.Recompute<double>(x =>
        {
            late = Task.Run(async () =>
            {
                await hasEnded.Task;
                return (double)_x;
            });
            return x * _x;
        });
        Tensor<double> y = _tape.Record(() => square(_x));
        Expect.Equal(6, _tape.Gradient(y, _x));
        _x.Assign(7);
        hasEnded.SetResult();
        Assert.Equal(7, await late);
    }

    [Fact]
    public void What_was_started_in_a_recording_does_not_keep_it_alive()
    {
        (WeakReference tape, Timer timer) = StartTimer();
        GC.Collect();
        Assert.False(tape.IsAlive);
        timer.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Tape, Timer Timer) StartTimer()
    {
        GradientTape tape = new();
        using (tape.Record())
            return (new(tape), new Timer(static _ => { }, null, Timeout.Infinite, Timeout.Infinite));
    }
}
