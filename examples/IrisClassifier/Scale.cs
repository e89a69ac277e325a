using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>Means and standard deviations, by which sizes become inputs that are all of order one. Both have the shape [4].</summary>
internal sealed record Scale(Tensor<double> Means, Tensor<double> Deviations)
{
    /// <summary>That of some flowers: for a fair test, those for training only.</summary>
    public static Scale Of(Batch flowers) => new(Tensor.Average(flowers.Sizes, [0]), Tensor.StdDev(flowers.Sizes, [0]));

    public Tensor<double> Standardize(Tensor<double> sizes) => (sizes - Means) / Deviations;
}
