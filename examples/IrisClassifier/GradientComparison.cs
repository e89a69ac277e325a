using Differentiable.Layers;
using Differentiable.Tensors;
using Examples;

namespace IrisClassifier;

/// <summary>The derivatives in one of the parameters: their greatest size, and by what part of that tape and adjoint differ at most.</summary>
internal sealed record ParameterComparison(string Name, Shape Shape, double Largest, double RelativeDifference);

/// <summary>The gradient of one network twice: by the tape over tensors, and by the adjoint that was generated for loops over spans. Times are in milliseconds.</summary>
internal sealed record GradientComparison(IReadOnlyList<ParameterComparison> Parameters, double TapeTime, double AdjointTime)
{
    private const double Tolerance = 1e-12;

    public double RelativeDifference => Parameters.Max(parameter => parameter.RelativeDifference);

    public void RequirePassed()
    {
        if (!(RelativeDifference < Tolerance))
            throw new UserException($"the gradients by tape and by generated adjoint differ by {RelativeDifference:0.0e+00} of their size");
    }

    public static GradientComparison Run(Classifier classifier, Batch flowers)
    {
        double[] inputs = classifier.Scale.Standardize(flowers.Sizes).ToArray();
        int[] species = flowers.Species.ToArray();
        double[][] values = [.. classifier.Parameters.Select(parameter => parameter.ToArray())];
        double[][] adjoints = [.. values.Select(value => new double[value.Length])];
        double tapeTime = BestTime.Milliseconds(() => classifier.LossAndGradients(flowers)), adjointTime = BestTime.Milliseconds(Generated);
        Tensor<double>?[] gradients = classifier.LossAndGradients(flowers).Gradients;
        return new GradientComparison(
            [.. classifier.Network.NamedVariables.Select((parameter, i) => Compare(parameter.Key, gradients[i]!, adjoints[i]))], tapeTime, adjointTime);

        void Generated() => SpanNetwork.LossGradient(
            values[0], values[1], values[2], values[3], inputs, species, adjoints[0], adjoints[1], adjoints[2], adjoints[3]);
    }

    private static ParameterComparison Compare(string name, Tensor<double> byTape, double[] byAdjoint)
    {
        double largest = byAdjoint.Max(Math.Abs);
        return new ParameterComparison(name, byTape.Shape, largest, byTape.ToArray().Zip(byAdjoint, (x, y) => Math.Abs(x - y)).Max() / largest);
    }
}
