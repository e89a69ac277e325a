using Differentiable;
using Differentiable.Layers;
using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>The network, and the scale of its inputs.</summary>
internal sealed class Classifier
{
    private const int HiddenUnits = 16;

    /// <summary>One that has not been trained yet. Applying the network to something tells its layers how many inputs there are.</summary>
    public Classifier(Scale scale, int seed)
    {
        Random random = new(seed);
        Scale = scale;
        Network = new(new Dense<double>(HiddenUnits, Tensor.Tanh, random), new Dense<double>(Flower.SpeciesNames.Count, random: random));
        Network.Apply(Tensor.Reshape(scale.Means, 1, -1));
    }

    public Scale Scale { get; }

    public Sequential<double> Network { get; }

    public IReadOnlyList<Variable<double>> Parameters => Network.TrainableVariables;

    /// <summary>How improbable the right species are to the network, on average: the cross-entropy.</summary>
    public Tensor<double> Loss(Batch flowers) => Tensor.Average(Tensor.SparseSoftMaxCrossEntropy(Logits(flowers.Sizes), flowers.Species));

    /// <summary>The loss, and its derivatives in all parameters by a tape.</summary>
    public (double Loss, Tensor<double>?[] Gradients) LossAndGradients(Batch flowers)
    {
        GradientTape tape = new();
        Tensor<double> loss;
        using (tape.Record())
            loss = Loss(flowers);
        return ((double)loss, tape.Gradient(loss, Parameters));
    }

    /// <summary>The most probable species for sizes.</summary>
    public int[] Predict(Tensor<double> sizes) => Tensor.ArgMax(Logits(sizes), axis: 1).ToArray();

    private Tensor<double> Logits(Tensor<double> sizes) => Network.Apply(Scale.Standardize(sizes));
}
