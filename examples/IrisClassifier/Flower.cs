namespace IrisClassifier;

/// <summary>One flower: the length and width of a sepal, and those of a petal, in centimetres; and which of the species it is.</summary>
internal sealed record Flower(double[] Sizes, int Species)
{
    public const int PetalLength = 2, PetalWidth = 3;

    public static IReadOnlyList<string> SpeciesNames { get; } = ["setosa", "versicolor", "virginica"];
}
