using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of targets, their weights, and the structure that gradients come in.</summary>
public class TensorFlowTargetTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void A_target_with_a_weight_is_what_another_one_was_computed_from()
    {
        Tensor<double> x = 3, y = 2;
        Tensor<double> loss = Recorded(_tape, [x, y], () => x * y);
        Expect.Equal(4, _tape.GradientWith([loss, x], [1, 2], [x])[0]);
    }

    [Fact]
    public void A_target_without_a_weight_counts_as_it_is()
    {
        Tensor<double> x = 3, y = Recorded(_tape, [x], () => 2 * x);
        Expect.Equal(2 + 5, _tape.GradientWith([y, x], [null, 5], [x])[0]);
    }

    [Fact]
    public void Weights_that_do_not_fit_are_refused_before_the_tape_lets_go()
    {
        Tensor<double> x = 3, y = Recorded(_tape, [x], () => x * x);
        Assert.Throws<ShapeMismatchException>(() => _tape.GradientWith(y, [1, 2], x));
        Assert.Throws<ArgumentException>("outputGradients", () => _tape.GradientWith([y], [], [x]));
        Expect.Equal(12, _tape.GradientWith(y, 2, x));
    }

    [Fact]
    public void One_of_several_targets_depends_on_another()
    {
        Tensor<double> x = 3, y = 5;
        Tensor<double> z = Recorded(_tape, [x, y], () => y * y);
        Tensor<double>?[] gradients = _tape.Gradient([x, y, z], [x, y]);
        Expect.Equal(1, gradients[0]);
        Expect.Equal(11, gradients[1]);
    }

    [Fact]
    public void Results_that_have_the_same_value_are_not_the_same()
    {
        Tensor<double> x = 10, identity = Tensor.Identity(x), sum = x + 0, difference = x - 0, product = x * 1, reshaped = Tensor.Reshape(x), power = Tensor.Pow(x, 1);
        Tensor<double>[] all = [x, identity, sum, difference, product, reshaped, power];
        Tensor<double> loss = Recorded(_tape, all, () => all.Select((same, i) => same * (i + 2)).Aggregate((left, right) => left + right));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], _tape.Gradient(loss, all).Select(gradient => gradient!.ToScalar()));
    }

    [Fact]
    public void The_greatest_of_several_variables()
    {
        Variable<double>[] x = [new(2), new(3), new(5)];
        Tensor<double> greatest = _tape.Record(() => x.MaxBy(variable => variable.ToScalar())!);
        Tensor<double>?[] gradients = _tape.Gradient(greatest, x);
        Assert.Null(gradients[0]);
        Assert.Null(gradients[1]);
        Expect.Equal(1, gradients[2]);
    }

    [Fact]
    public void One_tensor_for_two_arguments()
    {
        Tensor<double> x = 1;
        Assert.Equal(("Tensor<double> () 1", "Tensor<double> () 1"), Gradient.Of<double>((a, b) => a * b)(x, x) is var (da, db) ? (da.ToString(), db.ToString()) : default);
    }

    [Fact]
    public void Rows_that_are_looked_up_several_times_and_the_whole_table()
    {
        Tensor<double> table = [[1, 2], [3, 4], [5, 6], [7, 8]];
        Expect.Equal([[5 * 3, 6 * 4], [(7 * 7) + (1 * 5), (8 * 8) + (2 * 6)], [1 * 3, 2 * 4], [2 * 3 * 7, 2 * 4 * 8]], Gradient.Of<double>(x => Tensor.Gather(x, [0, 1]) * Tensor.Gather(x, [2, 3]) * Tensor.Gather(x, [1, 3]))(table));
        Tensor<double> mixed = Gradient.Of<double>(x => Tensor.Gather(x, [0, 1]) * Tensor.Sum(x * 2))(table);
        Expect.Equal([[92, 92], [92, 92], [20, 20], [20, 20]], mixed);
    }

    [Fact]
    public void The_result_has_the_structure_of_the_sources()
    {
        Tensor<double> a = 3, b = 3.1, c = 3.2;
        Tensor<double> y = Recorded(_persistent, [a, b, c], () => a + (2 * b) + (3 * c));
        (Tensor<double> da, Tensor<double> db, Tensor<double>[] more) = _persistent.MirroredGradient(y, (a, b, new[] { a, c }));
        Assert.Equal([1, 2, 1, 3], new[] { da, db, more[0], more[1] }.Select(gradient => gradient.ToScalar()));
        (Tensor<double> first, Dictionary<string, Tensor<double>> named) = _persistent.MirroredGradient(y, (a, new Dictionary<string, Tensor<double>> { ["b"] = b, ["c"] = c }));
        Assert.Equal([1, 2, 3], new[] { first, named["b"], named["c"] }.Select(gradient => gradient.ToScalar()));
    }

    [Fact]
    public void Targets_may_be_a_structure_too()
    {
        Tensor<double> x = 2, square = 0, inverse = 0;
        Recorded(_persistent, [x], () => (square, inverse) = (x * x, 1 / x));
        Dictionary<string, Tensor<double>> byName = new() { ["square"] = square, ["inverse"] = inverse };
        Expect.Equal(3.75, _persistent.MirroredGradient(byName, x));
        Expect.Equal(7.75, _persistent.MirroredGradient((byName, new[] { square }), ValueTuple.Create(x)).Item1);
        Assert.Contains("System.Double", Assert.Throws<ArgumentException>(() => _persistent.MirroredGradient(1.0, x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_that_go_by_names()
    {
        Dictionary<string, Variable<double>> variables = new() { ["w"] = new(2), ["b"] = new(3) };
        Tensor<double> y = _tape.Record(() => variables["w"] * variables["b"]);
        Dictionary<string, Tensor<double>?> gradients = _tape.Gradient(y, variables);
        Expect.Equal(3, gradients["w"]);
        Expect.Equal(2, gradients["b"]);
    }

    private static TResult Recorded<TResult>(GradientTape tape, Tensor<double>[] watched, Func<TResult> function) => tape.Record(() =>
    {
        tape.Watch(watched);
        return function();
    });
}
