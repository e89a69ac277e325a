using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>Means and standard deviations, by which sizes become inputs that are all of order one.</summary>
internal sealed record Scale(double[] Means, double[] Deviations)
{
    /// <summary>That of some flowers: for a fair test, those for training only.</summary>
    public static Scale Of(IReadOnlyList<Flower> flowers)
    {
        double[] means = Averages(flower => flower.Sizes);
        double[] variances = Averages(flower => flower.Sizes.Zip(means, (size, mean) => (size - mean) * (size - mean)));
        return new Scale(means, [.. variances.Select(Math.Sqrt)]);

        double[] Averages(Func<Flower, IEnumerable<double>> numbers) =>
            [.. Enumerable.Range(0, flowers[0].Sizes.Length).Select(i => flowers.Average(flower => numbers(flower).ElementAt(i)))];
    }

    /// <summary>The inputs of the network, in the shape [flowers, sizes].</summary>
    public Tensor<double> Inputs(IReadOnlyList<double[]> sizes) =>
        Tensor.From([.. sizes.SelectMany(Standardized)], [sizes.Count, Means.Length]);

    private IEnumerable<double> Standardized(double[] sizes) => sizes.Select((size, i) => (size - Means[i]) / Deviations[i]);
}
