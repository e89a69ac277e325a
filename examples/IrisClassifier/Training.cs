using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>How a training goes: its number of steps, and where chance comes from.</summary>
internal sealed record Settings(int Epochs, int Seed);

/// <summary>The mean losses at one moment.</summary>
internal readonly record struct Losses(double Trained, double HeldOut);

/// <summary>A trained network, and the losses before each of its steps.</summary>
internal sealed record Training(Classifier Classifier, IReadOnlyList<Losses> Curve)
{
    private const double LearningRate = 0.02;

    /// <summary>Trains on some flowers, all of them in each step, by Adam; others are only looked at.</summary>
    public static Training Run(Batch flowers, Batch heldOut, Settings settings, Action onEpoch)
    {
        Classifier classifier = new(Scale.Of(flowers), settings.Seed);
        Adam<double> optimizer = new(LearningRate);
        List<Losses> curve = [];
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            (double loss, Tensor<double>?[] gradients) = classifier.LossAndGradients(flowers);
            curve.Add(new Losses(loss, (double)classifier.Loss(heldOut)));
            optimizer.Apply(classifier.Parameters, gradients);
            onEpoch();
        }
        return new Training(classifier, curve);
    }
}
