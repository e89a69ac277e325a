namespace Differentiable.Benchmarks.Measuring;

internal static class Statistics
{
    /// <summary>The middle of the values: a few disturbed ones do not move it.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
