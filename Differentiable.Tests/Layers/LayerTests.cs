using Differentiable.Layers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Layers: what they compute, and the variables that they have.</summary>
public class LayerTests
{
    [Fact]
    public void B10_B11_and_B25_A_dense_layer_and_its_variables()
    {
        Dense<float> layer = new(2, "relu");
        Tensor<float> x = [[1, 2, 3]], loss;
        GradientTape tape = new();
        using (tape.Record())
            loss = Tensor.Average(Tensor.Square(layer.Apply(x)));
        Tensor<float>?[] gradients = tape.Gradient(loss, layer.TrainableVariables);
        Assert.Equal(2, gradients.Length);
        Assert.Equal([("kernel", "(3, 2)"), ("bias", "(2)")], layer.NamedVariables.Select(variable => (variable.Key, variable.Value.Shape.ToString())));
        Assert.Equal(layer.TrainableVariables.Select(variable => variable.Shape), gradients.Select(gradient => gradient!.Shape));
        Assert.Equal(["kernel", "bias"], tape.WatchedVariables.Select(variable => variable.Name));
    }

    [Fact]
    public void Networks_name_the_variables_of_their_layers()
    {
        Sequential<double> network = new(new Dense<double>(4, Tensor.Tanh), new Dropout<double>(0.5), new Dense<double>(1));
        Assert.Empty(network.NamedVariables);
        network.Apply([[1, 2, 3]]);
        Assert.Equal(["0/kernel", "0/bias", "2/kernel", "2/bias"], network.NamedVariables.Select(variable => variable.Key));
    }

    [Fact]
    public void A_dense_layer_is_a_product_a_sum_and_a_function()
    {
        Dense<double> layer = new(2, x => 2 * x);
        layer.Apply([[0, 0]]);
        layer.Kernel!.Assign([[1, 2], [3, 4]]);
        layer.Bias!.Assign([10, 20]);
        Expect.Equal([[2 * 17, 2 * 30], [2 * 14, 2 * 26]], layer.Apply([[1, 2], [1, 1]]));
        Assert.Throws<ShapeMismatchException>(() => layer.Apply([[1, 2, 3]]));
    }

    [Fact]
    public void A_dense_layer_may_have_no_bias()
    {
        Dense<double> layer = new(2, 1, "linear", hasBias: false);
        layer.Kernel!.Assign([[1], [2]]);
        Expect.Equal([[5]], layer.Apply([[1, 2]]));
        Assert.Null(layer.Bias);
        Assert.Equal(["kernel"], layer.NamedVariables.Select(variable => variable.Key));
    }

    [Fact]
    public void Dropout_drops_only_while_it_is_trained()
    {
        Dropout<double> dropout = new(0.25, new Random(1));
        var x = Tensor.Ones<double>([100, 100]);
        Assert.Same(x, dropout.Apply(x));
        dropout.Train();
        double[] y = dropout.Apply(x).ToArray();
        Assert.Equal([0, 1 / 0.75], y.Distinct().Order());
        Assert.Equal(1, y.Average(), 0.02);
        dropout.Train(false);
        Assert.Same(x, dropout.Apply(x));
    }

    [Theory]
    [InlineData("relu6", 4, 4)]
    [InlineData("selu", -1, -1.1113307378125625)]
    [InlineData("hardSwish", 1, 4 / 6.0)]
    [InlineData("hardSigmoid", 1, 4 / 6.0)]
    [InlineData("mish", -1, -0.30340146137410895)]
    [InlineData("softsign", 3, 0.75)]
    public void Activations_have_names(string name, double x, double y)
    {
        Dense<double> layer = new(1, 1, name);
        layer.Kernel!.Assign([[1]]);
        Expect.Equal([[y]], layer.Apply([[x]]));
    }

    [Fact]
    public void What_there_is_not_is_refused_by_name()
    {
        Assert.Contains("swosh", Assert.Throws<ArgumentException>(() => new Dense<float>(1, "swosh")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dense<float>(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout<float>(1));
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => new Twice()).Message, StringComparison.Ordinal);
    }

    private sealed class Twice : Module<float>
    {
        public Twice()
        {
            Add("twice", 1f);
            Add("twice", 2f);
        }

        public override Tensor<float> Apply(Tensor<float> x) => x;
    }
}
