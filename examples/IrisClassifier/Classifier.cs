using Differentiable;
using Differentiable.Layers;
using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>Flowers in the shape [flowers, sizes], and 1 at the species of each and 0 at the others, in the shape [flowers, species].</summary>
internal sealed record Batch(Tensor<double> Inputs, Tensor<double> Targets);

/// <summary>The network, and the scale of its inputs.</summary>
internal sealed class Classifier
{
    private const int HiddenUnits = 16;

    private readonly Scale scale;

    /// <summary>One that has not been trained yet. Applying the network to something tells its layers how many inputs there are.</summary>
    public Classifier(Scale scale, int seed)
    {
        Random random = new(seed);
        this.scale = scale;
        Network = new(new Dense<double>(HiddenUnits, Tensor.Tanh, random), new Dense<double>(Flower.SpeciesNames.Count, random: random));
        Network.Apply(scale.Inputs([scale.Means]));
    }

    public Sequential<double> Network { get; }

    public IReadOnlyList<Variable<double>> Parameters => Network.TrainableVariables;

    /// <summary>Flowers as the network takes them.</summary>
    public Batch Batch(IReadOnlyList<Flower> flowers) => new(
        scale.Inputs([.. flowers.Select(flower => flower.Sizes)]),
        Tensor.Stack<double>([.. flowers.Select(flower => Tensor.OneHot<double>(flower.Species, Flower.SpeciesNames.Count))]));

    public Tensor<double> Loss(Batch batch) => CrossEntropy.Of(Network.Apply(batch.Inputs), batch.Targets);

    /// <summary>The loss, and its derivatives in all parameters by a tape.</summary>
    public (double Loss, Tensor<double>?[] Gradients) LossAndGradients(Batch batch)
    {
        GradientTape tape = new();
        Tensor<double> loss;
        using (tape.Record())
            loss = Loss(batch);
        return ((double)loss, tape.Gradient(loss, Parameters));
    }

    /// <summary>The most probable species for sizes.</summary>
    public int[] Predict(IReadOnlyList<double[]> sizes) =>
        [.. Network.Apply(scale.Inputs(sizes)).ToArray().Chunk(Flower.SpeciesNames.Count).Select(row => row.IndexOf(row.Max()))];
}
