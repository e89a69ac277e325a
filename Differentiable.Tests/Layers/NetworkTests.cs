using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Layers of more than one kind: against computations by hand, and trained.</summary>
public class NetworkTests
{
    [Fact]
    public void A_normalized_layer_has_mean_0_and_variance_1()
    {
        LayerNorm<double> layer = new(epsilon: 0);
        double[] y = layer.Apply([[1, 2, 3, 6]]).ToArray();
        Assert.Equal(0, y.Sum(), 1e-12);
        Assert.Equal(4, y.Sum(x => x * x), 1e-12);
        Assert.Equal(["gamma", "beta"], layer.NamedVariables.Select(variable => variable.Key));
    }

    [Fact]
    public void An_embedding_is_the_rows_of_its_table_and_its_gradient_adds_up_for_each()
    {
        Embedding<double> layer = new(3, 2);
        Tensor<int> indices = [[0, 2], [2, 2]];
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
            y = layer.Apply(indices);
        Assert.Equal([2, 2, 2], y.Shape);
        Expect.Equal(layer.Table[2], y[1, 0]);
        Expect.Equal([[1, 1], [0, 0], [3, 3]], tape.Gradient(y, layer.Table));
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Apply((Tensor<int>)3));
    }

    [Fact]
    public void An_lstm_is_its_formula()
    {
        Lstm<double> layer = new(1, returnsSequence: true);
        Tensor<double> x = [[[0.5], [-1]]];
        layer.Apply(x);
        double[] k = [0.1, 0.2, 0.3, 0.4], r = [0.5, -0.6, 0.7, -0.8], b = [0.05, 1, -0.1, 0.2];
        foreach ((string name, Variable<double> variable) in layer.NamedVariables)
            variable.Assign(name == "bias" ? b : Tensor.From(name == "kernel" ? k : r, [1, 4]));
        double h = 0, c = 0;
        double[] expected = [.. new[] { 0.5, -1 }.Select(input =>
        {
            double[] z = [.. Enumerable.Range(0, 4).Select(gate => (input * k[gate]) + (h * r[gate]) + b[gate])];
            c = (Sigmoid(z[1]) * c) + (Sigmoid(z[0]) * Math.Tanh(z[2]));
            return h = Sigmoid(z[3]) * Math.Tanh(c);
        })];
        Expect.Equal(expected, Tensor.Reshape(layer.Apply(x), -1));
        Assert.Throws<ArgumentException>(() => layer.Apply([[1, 2]]));
    }

    [Fact]
    public void A_convolution_is_trained_to_find_an_edge()
    {
        Random random = new(2);
        Sequential<float> network = new(new Conv2D<float>(1, 1, 2, random: random), new Lambda<float>(x => Tensor.Reshape(x, x.Shape[0], -1)));
        Tensor<float> pictures = Tensor.RandomUniform([20, 4, 5, 1], random, -1f, 1f);
        Tensor<float> edges = Tensor.Reshape(pictures[.., .., 1..] - pictures[.., .., ..^1], 20, -1);
        double first = Train(network, pictures, edges, 1), last = Train(network, pictures, edges, 60);
        Assert.True(last < 1e-4 * first, $"{first} {last}");
        Expect.Equal([-1, 1], Tensor.Reshape((Tensor<float>)network.TrainableVariables[0], -1), 0.05);
    }

    [Fact]
    public void Batches_have_each_row_once()
    {
        Tensor<double> x = Tensor.Reshape(Tensor.Range(0.0, 14), 7, 2);
        Tensor<int> y = Tensor.Range(0, 7);
        Assert.Equal([3, 3, 1], Batches.Of(x, y, 3).Select(batch => batch.Inputs.Shape[0]));
        (Tensor<double> Inputs, Tensor<int> Targets)[] shuffled = [.. Batches.Of(x, y, 3, new Random(1))];
        Assert.Equal(Enumerable.Range(0, 7), shuffled.SelectMany(batch => batch.Targets.ToArray()).Order());
        Assert.NotEqual(Enumerable.Range(0, 7), shuffled.SelectMany(batch => batch.Targets.ToArray()));
        Assert.All(shuffled, batch => Assert.Equal(batch.Targets.ToArray().Select(row => 2.0 * row), batch.Inputs[.., 0].ToArray()));
        Assert.Throws<ShapeMismatchException>(() => Batches.Of(x, Tensor.Range(0, 6), 3));
    }

    private static double Train(Module<float> network, Tensor<float> inputs, Tensor<float> targets, int epochs)
    {
        Adam<float> optimizer = new(0.05);
        double loss = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            foreach ((Tensor<float> x, Tensor<float> y) in Batches.Of(inputs, targets, 5, new Random(epoch)))
            {
                GradientTape tape = new();
                Tensor<float> error;
                using (tape.Record())
                    error = Tensor.Average(Tensor.Square(network.Apply(x) - y));
                optimizer.Apply(network.TrainableVariables, tape.Gradient(error, network.TrainableVariables));
                loss = (float)error;
            }
        }
        return loss;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
