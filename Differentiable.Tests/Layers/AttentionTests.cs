using Differentiable.Layers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Attention, gated recurrence, larger pictures: against computations by hand.</summary>
public class AttentionTests
{
    private static readonly Tensor<double> s_x = Tensor.RandomNormal<double>([2, 3, 4], new Random(5)), s_memory = Tensor.RandomNormal<double>([2, 5, 6], new Random(6));

    [Fact]
    public void Attention_is_its_formula()
    {
        MultiHeadAttention<double> layer = new(2, 3, random: new Random(1));
        Tensor<double> y = layer.Apply(s_x, s_memory);
        Assert.Equal(
            ["query/kernel", "query/bias", "key/kernel", "key/bias", "value/kernel", "value/bias", "output/kernel", "output/bias"],
            layer.NamedVariables.Select(variable => variable.Key));
        Dictionary<string, Variable<double>> v = layer.NamedVariables.ToDictionary();
        for (int b = 0; b < 2; b++)
        {
            Tensor<double> q = Tensor.MatMul(s_x[b], v["query/kernel"]), k = Tensor.MatMul(s_memory[b], v["key/kernel"]), values = Tensor.MatMul(s_memory[b], v["value/kernel"]);
            Tensor<double>[] heads = [.. new[] { ..3, 3.. }.Select(head => Tensor.MatMul(
                Tensor.SoftMax(Tensor.MatMul(q[.., head], Tensor.Transpose(k[.., head])) / Math.Sqrt(3)), values[.., head]))];
            Expect.Equal(Tensor.MatMul(Tensor.Concatenate<double>(heads, 1), v["output/kernel"]), y[b]);
        }
    }

    [Fact]
    public void What_a_mask_hides_does_not_matter()
    {
        MultiHeadAttention<double> layer = new(2, 3, random: new Random(1));
        Tensor<bool> mask = new[] { true, true, false, true, false };
        Tensor<double> seen = Tensor.BooleanMask(s_memory, mask, 1);
        Expect.Equal(layer.Apply(s_x, seen), layer.Apply(s_x, s_memory, mask));
        Expect.Equal(layer.Apply(s_x, seen), layer.Apply(s_x, s_memory, Tensor.Reshape(mask, 1, 1, 5)));
        Assert.Throws<ShapeMismatchException>(() => layer.Apply(s_x, s_memory, new[] { true, false }));
        Assert.Throws<ArgumentException>(() => layer.Apply(s_x, s_memory, true));
        Assert.Throws<ArgumentException>(() => layer.Apply(s_x[0]));
    }

    [Fact]
    public void A_place_that_may_look_at_nothing_sees_zeros_and_has_a_finite_gradient()
    {
        MultiHeadAttention<double> layer = new(1, 2, random: new Random(1));
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(s_x);
            y = layer.Apply(s_x, s_x, Tensor.Create([false, false, false, true, true, true, true, false, false], [3, 3]));
        }
        Expect.Equal(Tensor.Zeros<double>(2, 4), y[.., 0]);
        Assert.All(tape.Gradient(y, s_x)!.ToArray(), element => Assert.True(double.IsFinite(element)));
    }

    [Fact]
    public void Causal_attention_looks_only_at_what_is_not_behind()
    {
        MultiHeadAttention<double> layer = new(2, 2, isCausal: true, new Random(1));
        Tensor<double> y = layer.Apply(s_x);
        Expect.Equal(layer.Apply(s_x[.., ..2]), y[.., ..2]);
    }

    /// <summary>Both are counted from their first place. Who asks for the last one alone gives the mask.</summary>
    [Fact]
    public void A_mask_lets_the_last_place_look_at_all_before()
    {
        MultiHeadAttention<double> causal = new(2, 2, isCausal: true, new Random(1)), other = new(2, 2, random: new Random(1));
        Tensor<double> y = causal.Apply(s_x);
        Expect.Equal(y[.., 1..2], other.Apply(s_x[.., 1..2], s_x, Tensor.Range(0, 3) <= 1));
        Expect.Equal(causal.Apply(s_x[.., ..1]), causal.Apply(s_x[.., ..1], s_x));
        Assert.Contains("(2, 1, 3)", Assert.Throws<ShapeMismatchException>(() => causal.Apply(s_x[.., 1..2], s_x, Tensor.Zeros<double>(3, 3) < 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gru_is_its_formula()
    {
        Gru<double> layer = new(1, returnsSequence: true);
        Tensor<double> x = [[[0.5], [-1]]];
        layer.Apply(x);
        double[] k = [0.1, 0.2, 0.3], r = [0.5, -0.6, 0.7], b = [0.05, 1, -0.1], c = [0.3, -0.2, 0.15];
        foreach ((string name, Variable<double> variable) in layer.NamedVariables)
            variable.Assign(name == "bias" ? b : name == "recurrentBias" ? c : Tensor.From(name == "kernel" ? k : r, [1, 3]));
        double h = 0;
        double[] expected = [.. new[] { 0.5, -1 }.Select(input =>
        {
            double update = Sigmoid((input * k[0]) + b[0] + (h * r[0]) + c[0]), reset = Sigmoid((input * k[1]) + b[1] + (h * r[1]) + c[1]);
            return h = (update * h) + ((1 - update) * Math.Tanh((input * k[2]) + b[2] + (reset * ((h * r[2]) + c[2]))));
        })];
        Expect.Equal(expected, Tensor.Reshape(layer.Apply(x), -1));
        Assert.Equal([1, 1], new Gru<double>(1).Apply(x).Shape);
        Assert.Throws<ArgumentException>(() => layer.Apply([[1, 2]]));
        Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Zeros<double>(1, 0, 1)));
    }

    [Fact]
    public void A_picture_grows_by_the_stride()
    {
        Conv2DTranspose<double> layer = new(2, 3, 3, Tensor.Relu, stride: 2, Padding.Same);
        Assert.Equal([1, 8, 6, 2], layer.Apply(Tensor.Ones<double>(1, 4, 3, 5)).Shape);
        Assert.Equal([3, 3, 2, 5], layer.Kernel!.Shape);
        Assert.Equal([2], layer.Bias!.Shape);
        layer.Kernel.Assign(-Tensor.Ones<double>(3, 3, 2, 5));
        Expect.Equal(Tensor.Zeros<double>(1, 2, 2, 2), layer.Apply(Tensor.Ones<double>(1, 1, 1, 5)));
    }

    [Fact]
    public void A_dense_layer_that_is_told_its_inputs_has_its_variables()
    {
        Dense<float> layer = new(inputs: 3, units: 2, "relu");
        Assert.Equal([3, 2], layer.Kernel!.Shape);
        Assert.Equal(2, layer.TrainableVariables.Count);
        Assert.Throws<ShapeMismatchException>(() => layer.Apply([[1, 2]]));
        Assert.Throws<ArgumentOutOfRangeException>("inputs", () => new Dense<float>(0, 2));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
