using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>How improbable the right species are to a network, whose outputs are the logarithms of probabilities but for a constant.</summary>
internal static class CrossEntropy
{
    /// <summary>The mean of −log softmax(outputs) at the right species.</summary>
    /// <param name="outputs">In the shape [flowers, species].</param>
    /// <param name="targets">1 at the right species and 0 at the others, in the same shape.</param>
    public static Tensor<double> Of(Tensor<double> outputs, Tensor<double> targets)
    {
        Tensor<double> shifted = outputs - LargestOfEachRow(outputs);
        Tensor<double> logOfSums = Tensor.Log(Tensor.Sum(Tensor.Exp(shifted), [1], keepDimensions: true));
        return Tensor.Average(Tensor.Sum((logOfSums - shifted) * targets, [1]));
    }

    /// <summary>Taken out so that no exponential overflows; it cancels, and so it may be a constant to the tape.</summary>
    private static Tensor<double> LargestOfEachRow(Tensor<double> outputs) =>
        Tensor.From([.. outputs.ToArray().Chunk(outputs.Shape[1]).Select(row => row.Max())], [outputs.Shape[0], 1]);
}
