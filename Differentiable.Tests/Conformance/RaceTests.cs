using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>A tape while tasks that were started in its recording still run.</summary>
public class RaceTests
{
    private readonly GradientTape _tape = new();

    private readonly Variable<double>[] _variables = [.. Enumerable.Range(0, 50).Select(i => new Variable<double>(i))];

    [Fact]
    public async Task A_tape_begins_anew_while_a_task_still_records()
    {
        Tensor<double> x = 3, y;
        using (_tape.Record())
        {
            Task<Tensor<double>> other = Task.Run(Compute);
            while (!other.IsCompleted)
                _tape.Reset();
            await other;
            _tape.Watch(x);
            y = x * x;
        }
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public async Task A_tape_is_asked_while_a_task_still_records()
    {
        for (int i = 0; i < 20; i++)
        {
            GradientTape tape = new();
            Tensor<double> x = 3, y;
            Task<Tensor<double>> other;
            using (tape.Record())
            {
                tape.Watch(x);
                y = x * x;
                other = Task.Run(Compute);
            }
            Expect.Equal(6, tape.Gradient(y, x));
            Assert.Equal([], tape.WatchedVariables.Except(_variables));
            await other;
        }
    }

    [Fact]
    public void What_looked_for_its_inputs_before_a_tape_began_anew_is_not_recorded()
    {
        Tensor<double> x = 3, y = 9;
        IRecording recording = _tape;
        using (_tape.Record())
        {
            _tape.Watch(x);
            Inputs inputs = new(recording.Find(x));
            _tape.Reset();
            recording.Append(new UnaryOperation<double, double, int>("Square", 0, (dy, _) => dy), y, inputs, [x]);
        }
        Assert.Equal(-1, recording.Find(y));
    }

    [Fact]
    public async Task What_is_watched_may_be_forgotten_while_others_ask_for_it()
    {
        WatchedTensors watched = new();
        Task[] others = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                if (watched.Find(_variables[i % _variables.Length]) < 0)
                    watched.TryAdd(_variables[i % _variables.Length], i);
            }
        }))];
        for (int id = 1; !others.All(other => other.IsCompleted); id++)
        {
            watched.Begin(id);
            Assert.DoesNotContain(null, watched.All);
        }
        await Task.WhenAll(others);
    }

    private Tensor<double> Compute()
    {
        Tensor<double> sum = 0;
        for (int i = 0; i < 5000; i++)
            sum = (sum * 0.5) + (_variables[i % _variables.Length] * _variables[i * 7 % _variables.Length]);
        return sum;
    }
}
