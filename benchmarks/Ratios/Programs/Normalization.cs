namespace Differentiable.Benchmarks.Ratios.Programs;

internal static partial class Normalization
{
    /// <summary>The logarithm of the sum of the scores' exponentials; the largest is taken out, so that none overflows.</summary>
    [Differentiable(Derivatives.All)]
    public static double LogSumExp(ReadOnlySpan<double> scores)
    {
        double max = double.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
            max = Math.Max(max, scores[i]);
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
            sum += Math.Exp(scores[i] - max);
        return max + Math.Log(sum);
    }
}
