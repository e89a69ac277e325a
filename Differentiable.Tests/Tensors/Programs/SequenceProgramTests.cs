using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>Networks over sequences and images, trained from start to end.</summary>
public class SequenceProgramTests
{
    [Fact]
    public void A_recurrent_network_learns_a_text_by_heart()
    {
        const string Text = "hello world hello world ";
        char[] letters = [.. Text.Distinct().Order()];
        int[] ids = [.. Text.Select(letter => Array.IndexOf(letters, letter))];
        Random random = new(1);
        Sequential<float> network = new(
            new Embedding<float>(letters.Length, 8, random), new Lstm<float>(16, returnsSequence: true, random), new Dense<float>(letters.Length, random: random));
        Tensor<float> inputs = Tensor.Cast<int, float>(Tensor.Reshape<int>(ids[..^1], 1, -1));
        Tensor<int> targets = Tensor.Reshape<int>(ids[1..], 1, -1);
        Assert.True(Trained(network, new Adam<float>(0.03), 100, () => Tensor.Average(Tensor.SparseSoftMaxCrossEntropy(network.Apply(inputs), targets))) < 0.2f);
    }

    [Fact]
    public void An_autoencoder_with_noise_in_the_middle_learns_its_data()
    {
        Random random = new(1);
        Tensor<float> data = Tensor.MatMul(Tensor.RandomNormal<float>([32, 2], random), Tensor.RandomNormal<float>([2, 6], random));
        Dense<float> encoder = new(6, 4, random: random), decoder = new(2, 6, random: random);
        Both<float> network = new(encoder, decoder);
        float Loss(int steps) => Trained(network, new Adam<float>(0.02), steps, () =>
        {
            Tensor<float> code = encoder.Apply(data), mean = code[.., ..2], logVariance = code[.., 2..];
            Tensor<float> decoded = decoder.Apply(mean + (Tensor.Exp(0.5f * logVariance) * Tensor.RandomNormal<float>(mean.Shape, random)));
            Tensor<float> divergence = -0.5f * Tensor.Sum(1 + logVariance - Tensor.Square(mean) - Tensor.Exp(logVariance), [1]);
            return Tensor.Average(Tensor.Sum(Tensor.Square(decoded - data), [1]) + divergence);
        });
        float before = Loss(1);
        Assert.True(Loss(200) < before / 2);
    }

    [Fact]
    public void A_convolutional_network_tells_the_brighter_half()
    {
        Random random = new(3);
        Tensor<float> images = Tensor.RandomNormal<float>([32, 8, 8, 1], random);
        Tensor<int> classes = Tensor.Cast<int>(Tensor.Sum(images[.., ..4], [1, 2, 3]) > Tensor.Sum(images[.., 4..], [1, 2, 3]));
        Sequential<float> network = new(
            new Conv2D<float>(4, 3, 3, Tensor.Relu, padding: Padding.Same, random: random),
            new Lambda<float>(x => Tensor.AveragePool2D(x, [2, 2], [2, 2])),
            new Lambda<float>(x => Tensor.Flatten(x, 1)),
            new Dense<float>(2, random: random));
        Trained(network, new AdamW<float>(0.02), 60, () => Tensor.Average(Tensor.SparseSoftMaxCrossEntropy(network.Apply(images), classes)));
        Assert.True((float)Tensor.Average(Tensor.Cast<float>(Tensor.Equal(Tensor.ArgMax(network.Apply(images), 1), classes))) > 0.9f);
    }

    private static float Trained(Module<float> network, Optimizer<float> optimizer, int steps, Func<Tensor<float>> loss)
    {
        float last = 0;
        for (int i = 0; i < steps; i++)
        {
            GradientTape tape = new();
            Tensor<float> value = tape.Record(loss);
            optimizer.Apply(network.TrainableVariables, GradientClipping.ByGlobalNorm(tape.Gradient(value, network.TrainableVariables), 5f));
            last = (float)value;
        }
        return last;
    }

    private sealed class Both<T> : Module<T>
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        private readonly Module<T> _first, _second;

        public Both(Module<T> first, Module<T> second) => (_first, _second) = (Add(first, "first"), Add(second, "second"));

        public override Tensor<T> Apply(Tensor<T> x) => _second.Apply(_first.Apply(x));
    }
}
