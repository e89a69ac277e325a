using Differentiable.Layers;
using Differentiable.Tensors;
using Examples;

namespace IrisClassifier;

/// <summary>The derivatives in one of the parameters: their greatest size, and by what part of that the generated ones differ from the tape's at most.</summary>
internal sealed record ParameterComparison(string Name, Shape Shape, double Largest, double OfTensors, double OfSpans)
{
    public double RelativeDifference => Math.Max(OfTensors, OfSpans);
}

/// <summary>
/// The gradient of one network three times: by the tape, by the gradient that was generated for a method over tensors, and by the one for loops over spans. Times are in milliseconds.
/// </summary>
internal sealed record GradientComparison(IReadOnlyList<ParameterComparison> Parameters, double TapeTime, double TensorTime, double SpanTime)
{
    private const double Tolerance = 1e-12;

    public double RelativeDifference => Parameters.Max(parameter => parameter.RelativeDifference);

    public void RequirePassed()
    {
        if (!(RelativeDifference < Tolerance))
            throw new UserException($"the gradients by tape and by generated code differ by {RelativeDifference:0.0e+00} of their size");
    }

    public static GradientComparison Run(Classifier classifier, Batch flowers)
    {
        Tensor<double> inputs = classifier.Scale.Standardize(flowers.Sizes);
        Tensor<double>[] values = [.. classifier.Parameters.Select(parameter => parameter.Read())];
        double tapeTime = BestTime.Milliseconds(() => classifier.LossAndGradients(flowers)), tensorTime = BestTime.Milliseconds(() => OfTensors(values, inputs, flowers.Species));
        SpanGradient spans = new(values, inputs, flowers.Species);
        double spanTime = BestTime.Milliseconds(spans.Compute);
        Tensor<double>?[] byTape = classifier.LossAndGradients(flowers).Gradients;
        Tensor<double>[] byTensors = OfTensors(values, inputs, flowers.Species);
        return new GradientComparison(
            [.. classifier.Network.NamedVariables.Select((parameter, i) => Compare(parameter.Key, byTape[i]!, byTensors[i].ToArray(), spans.Adjoints[i]))], tapeTime, tensorTime, spanTime);
    }

    private static Tensor<double>[] OfTensors(Tensor<double>[] values, Tensor<double> inputs, Tensor<int> species)
    {
        var (kernel1, bias1, kernel2, bias2) = TensorNetwork.LossGradient(values[0], values[1], values[2], values[3], inputs, species);
        return [kernel1, bias1, kernel2, bias2];
    }

    private static ParameterComparison Compare(string name, Tensor<double> byTape, double[] byTensors, double[] bySpans)
    {
        double[] expected = byTape.ToArray();
        double largest = expected.Max(Math.Abs);
        return new ParameterComparison(name, byTape.Shape, largest, Difference(byTensors), Difference(bySpans));

        double Difference(double[] found) => expected.Zip(found, (x, y) => Math.Abs(x - y)).Max() / largest;
    }

    /// <summary>The gradient of the loops over spans, which goes to arrays that are there.</summary>
    private sealed class SpanGradient(Tensor<double>[] values, Tensor<double> inputs, Tensor<int> species)
    {
        private readonly double[][] _values = [.. values.Select(value => value.ToArray())];
        private readonly double[] _inputs = inputs.ToArray();
        private readonly int[] _species = species.ToArray();

        public double[][] Adjoints { get; } = [.. values.Select(value => new double[value.FlattenedLength])];

        public void Compute() => SpanNetwork.LossGradient(
            _values[0], _values[1], _values[2], _values[3], _inputs, _species, Adjoints[0], Adjoints[1], Adjoints[2], Adjoints[3]);
    }
}
