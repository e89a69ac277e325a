using Differentiable.Tensors;
using Examples.Plotting;

namespace IrisClassifier;

/// <summary>A horizontal strip in which a network always decides for the same species, in the units of the axes.</summary>
internal sealed record Run(double Left, double Right, double Bottom, double Top, int Species);

/// <summary>What a network decides for each length and width of petals, on a fine grid; sepals have the mean size.</summary>
internal sealed class DecisionMap(Classifier classifier, IReadOnlyList<Flower> flowers)
{
    private const int Columns = 260, Rows = 215;

    public Axis Lengths { get; } = Axis.Around([.. flowers.Select(flower => flower.Sizes[Flower.PetalLength])], "petal length in cm");

    public Axis Widths { get; } = Axis.Around([.. flowers.Select(flower => flower.Sizes[Flower.PetalWidth])], "petal width in cm");

    private readonly double[] means = classifier.Scale.Means.ToArray();

    public IEnumerable<Run> Runs() => Enumerable.Range(0, Rows).SelectMany(RunsOfRow);

    private IEnumerable<Run> RunsOfRow(int row)
    {
        double width = At(Widths, row + 0.5, Rows);
        int[] species = classifier.Predict(Tensor.Stack<double>(
            [.. Enumerable.Range(0, Columns).Select(column => Sizes(At(Lengths, column + 0.5, Columns), width))]));
        for (int start = 0, end; start < Columns; start = end)
        {
            for (end = start + 1; end < Columns && species[end] == species[start]; end++)
            {
            }
            yield return new Run(At(Lengths, start, Columns), At(Lengths, end, Columns), At(Widths, row, Rows), At(Widths, row + 1, Rows), species[start]);
        }
    }

    private Tensor<double> Sizes(double petalLength, double petalWidth) => [.. means[..Flower.PetalLength], petalLength, petalWidth];

    private static double At(Axis axis, double place, int places) => axis.Minimum + place / places * (axis.Maximum - axis.Minimum);
}
