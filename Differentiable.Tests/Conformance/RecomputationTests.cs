using Differentiable.Layers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>A function that runs again on the way back computes the same, or says that it cannot.</summary>
public class RecomputationTests
{
    private static readonly Dictionary<string, Func<Random, Func<Tensor<double>, Tensor<double>>>> s_draws = new()
    {
        ["uniform"] = random => x => x * Tensor.RandomUniform<double>(x.Shape, random),
        ["normal"] = random => x => x * Tensor.RandomNormal<double>(x.Shape, random) * Tensor.TruncatedNormal<double>(x.Shape, random),
        ["dropout"] = random => Trained(new Dropout<double>(0.5, random)).Apply,
        ["two generators"] = random =>
        {
            Random other = new(5);
            return x => x * Tensor.RandomNormal<double>(x.Shape, other) * Tensor.RandomNormal<double>(x.Shape, random) * Tensor.RandomNormal<double>(x.Shape, other);
        },
        ["a generator of its own"] = random => x => x * Tensor.RandomNormal<double>(x.Shape, new Random()) * Tensor.RandomNormal<double>(x.Shape, random) * Tensor.RandomNormal<double>(x.Shape, new Random()),
        ["nested"] = random =>
        {
            Func<Tensor<double>, Tensor<double>> inner = Gradient.Recompute<double>(x => x * Tensor.RandomNormal<double>(x.Shape, random));
            return x => inner(x * Tensor.RandomNormal<double>(x.Shape, random)) * Tensor.RandomNormal<double>(x.Shape, random);
        },
        ["a gradient inside"] = random =>
        {
            Func<Tensor<double>, Tensor<double>> inner = Gradient.Recompute<double>(x => x * x * Tensor.RandomNormal<double>(x.Shape, random));
            return x => Gradient.Of(inner)(x) * Tensor.RandomNormal<double>(x.Shape, random);
        },
        ["parallel"] = random =>
        {
            Random[] randoms = [.. Enumerable.Range(0, 4).Select(i => new Random(i))];
            return x =>
            {
                Tensor<double>[] parts = new Tensor<double>[4];
                Parallel.For(0, 4, i => parts[i] = x * Tensor.RandomNormal<double>(x.Shape, randoms[i]));
                return parts[0] + (parts[1] * 10) + (parts[2] * 100) + (parts[3] * 1000);
            };
        },
        ["a task"] = random => x => Task.Run(() => x * Tensor.RandomNormal<double>(x.Shape, random)).GetAwaiter().GetResult(),
    };

    private readonly GradientTape _tape = new(persistent: true);

    public static TheoryData<string> Draws => [.. s_draws.Keys];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_variable_that_was_assigned_since_is_refused(bool isTrainable)
    {
        Variable<double> w = new(3, isTrainable, "weight");
        Tensor<double> x = 2, y = Record(v => v * v * w, x);
        w.Assign(100);
        Assert.Contains("\"weight\" was assigned since Recompute", Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_keeps_its_value()
    {
        Variable<double> w = new(3);
        Func<Tensor<double>, Tensor<double>, Tensor<double>> f = Gradient.Recompute<double>((v, weight) => v * v * weight);
        Tensor<double> x = 2;
        _tape.Watch(x);
        Tensor<double> y = _tape.Record(() => f(x, w));
        w.Assign(100);
        Expect.Equal(12, _tape.Gradient(y, x));
        Expect.Equal(4, _tape.Gradient(y, w));
    }

    [Fact]
    public void A_variable_of_the_inner_function_is_known_to_the_outer_one()
    {
        Variable<double> w = new(3, isTrainable: false);
        Tensor<double> x = 2, y = Record(Gradient.Recompute<double>(v => v * v * w), x);
        Expect.Equal(12, _tape.Gradient(y, x));
        w.AssignAdd(1);
        Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, x));
    }

    /// <summary>All of them are linear in x, so that the value is the gradient times x.</summary>
    [Theory]
    [MemberData(nameof(Draws))]
    public void Random_tensors_are_the_same_again(string name)
    {
        Random random = new(1);
        Tensor<double> x = [1, -2, 3, 4, 5, -6, 7, 8], y = Record(s_draws[name](random), x);
        for (int i = 0; i < 2; i++)
            Expect.Equal(y, x * _tape.Gradient(y, x)!);
    }

    [Fact]
    public void A_generator_gives_one_seed_for_each_random_tensor_and_none_on_the_way_back()
    {
        Random random = new(1), same = new(1);
        Tensor<double> x = [1, 2, 3], y = Record(v => v * Tensor.RandomNormal<double>([3], random) * Tensor.RandomUniform<double>([3], random), x);
        _tape.Gradient(y, x);
        same.Next();
        same.Next();
        Assert.Equal(same.Next(), random.Next());
    }

    [Fact]
    public void Second_derivatives_and_tangents_see_the_same_random_tensors()
    {
        Random random = new(1);
        Func<Tensor<double>, Tensor<double>> cube = Gradient.Recompute<double>(x => Tensor.Pow(x, 3.0) * Tensor.RandomNormal<double>(x.Shape, random));
        GradientTape inner = new();
        Tensor<double> x = [1, 2, 3], first, second, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            using (inner.Record())
            {
                inner.Watch(x);
                y = cube(x);
            }
            first = inner.Gradient(y, x)!;
        }
        second = _tape.Gradient(first, x)!;
        Expect.Equal(3 * y / x, first);
        Expect.Equal(6 * y / (x * x), second);
        (Tensor<double> value, Tensor<double> tangent) = Gradient.Jvp(cube, x, [1, 1, 1]);
        Expect.Equal(3 * value / x, tangent);
    }

    [Fact]
    public void Other_random_tensors_on_the_way_back_are_refused()
    {
        Dropout<double> dropout = Trained(new Dropout<double>(0.5));
        Tensor<double> x = [1, 2], y = Record(dropout.Apply, x);
        dropout.Train(false);
        Assert.Contains("draws fewer random tensors", Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, x)).Message, StringComparison.Ordinal);
        Tensor<double> z = Record(dropout.Apply, x);
        dropout.Train();
        Assert.Contains("draws more random tensors", Assert.Throws<InvalidOperationException>(() => _tape.Gradient(z, x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_that_share_a_generator_are_refused()
    {
        Random random = new(1);
        Tensor<double> x = [1, 2];
        Exception? thrown = null;
        Record(
            v =>
            {
                Tensor<double> first = v * Tensor.RandomNormal<double>([2], random);
                Thread other = new(() => thrown = Xunit.Record.Exception(() => Tensor.RandomNormal<double>([2], random)));
                other.Start();
                other.Join();
                return first;
            },
            x);
        Assert.Contains("Two threads", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_may_make_their_variables_in_the_first_run()
    {
        Random random = new(1);
        Sequential<double> network = Trained(new Sequential<double>(new Dense<double>(4, Tensor.Tanh, random), new Dropout<double>(0.5, random), new Dense<double>(1, random: random)));
        Tensor<double> x = [[1, 2]], y = Record(network.Apply, x);
        Tensor<double>?[] gradients = _tape.Gradient(y, network.TrainableVariables);
        Expect.Equal([1], gradients[3]);
        Expect.Equal(y - network.TrainableVariables[3], Tensor.Sum(gradients[2]! * network.TrainableVariables[2]) + Tensor.Zeros<double>([1, 1]));
    }

    [Fact]
    public void Averages_over_batches_count_a_batch_once()
    {
        BatchNorm<double> layer = Trained(new BatchNorm<double>(momentum: 0.9)), plain = Trained(new BatchNorm<double>(momentum: 0.9));
        Tensor<double> x = [[1, 10], [3, 31]], y = Record(v => layer.Apply(v) * v, x);
        plain.Apply(x);
        Tensor<double> dx = _tape.Gradient(y, x)!;
        Expect.Equal(plain.NamedVariables[2].Value, layer.NamedVariables[2].Value);
        Expect.Equal(plain.NamedVariables[3].Value, layer.NamedVariables[3].Value);
        Expect.Equal(Gradient.Of<double>(v => plain.Apply(v) * v)(x), dx);
    }

    [Fact]
    public void A_function_knows_whether_it_runs_again()
    {
        List<bool> runs = [];
        Func<Tensor<double>, Tensor<double>> inner = Gradient.Recompute<double>(Noting), outer = Gradient.Recompute<double>(x => inner(x) * x);
        Gradient.Of(outer)(3);
        Assert.Equal([false, true, true], runs);
        Assert.False(Gradient.IsRecomputing);

        Tensor<double> Noting(Tensor<double> x)
        {
            runs.Add(Gradient.IsRecomputing);
            return x * x;
        }
    }

    private static TModule Trained<TModule>(TModule module)
        where TModule : Module<double>
    {
        module.Train();
        return module;
    }

    private Tensor<double> Record(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x)
    {
        using RecordingScope recording = _tape.Record();
        _tape.Watch(x);
        return Gradient.Recompute(function)(x);
    }
}
