using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>One flower: the length and width of a sepal, and those of a petal, in centimetres; and which of the species it is.</summary>
internal sealed record Flower(double[] Sizes, int Species)
{
    public const int PetalLength = 2, PetalWidth = 3;

    public static IReadOnlyList<string> SpeciesNames { get; } = ["setosa", "versicolor", "virginica"];
}

/// <summary>Several flowers: their sizes in the shape [flowers, 4], and their species in the shape [flowers].</summary>
internal sealed record Batch(Tensor<double> Sizes, Tensor<int> Species)
{
    public static Batch Of(IReadOnlyCollection<Flower> flowers) => new(
        Tensor.Stack<double>([.. flowers.Select(flower => flower.Sizes)]),
        Tensor.From(flowers.Select(flower => flower.Species).ToArray()));
}
