namespace OptionGreeks;

/// <summary>The means over batches of paths, and the standard errors of these means.</summary>
internal sealed record Estimate(double[] Mean, double[] StandardError)
{
    public Measured this[int index] => new(Mean[index], StandardError[index]);
}

/// <summary>
/// The random numbers of all paths, drawn once: the functions and their derivatives see the same paths. They are worked on in batches, and
/// how far these are apart tells the standard error of each result, without a look at single paths.
/// </summary>
internal sealed class Simulation
{
    public const int Batches = 100;

    private readonly double[] normals;
    private readonly int normalsPerBatch;

    public Simulation(int paths, int seed, int normalsPerPath)
    {
        normals = Draw(paths * normalsPerPath, new Random(seed));
        normalsPerBatch = normals.Length / Batches;
    }

    public delegate void Work(ReadOnlySpan<double> normals, Span<double> results);

    public ReadOnlySpan<double> Batch(int index) => normals.AsSpan(index * normalsPerBatch, normalsPerBatch);

    /// <summary>Runs a computation that has several results on each batch.</summary>
    public Estimate Estimate(int results, Work work)
    {
        double[][] batches = new double[Batches][];
        for (int i = 0; i < Batches; i++)
        {
            batches[i] = new double[results];
            work(Batch(i), batches[i]);
        }
        double[] mean = [.. Enumerable.Range(0, results).Select(k => batches.Average(batch => batch[k]))];
        return new Estimate(mean, [.. mean.Select((average, k) => StandardError(batches.Select(batch => batch[k] - average)))]);
    }

    private static double StandardError(IEnumerable<double> deviations) =>
        Math.Sqrt(deviations.Sum(deviation => deviation * deviation) / (Batches - 1) / Batches);

    /// <summary>Two at a time (G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", 1958).</summary>
    private static double[] Draw(int count, Random random)
    {
        double[] normals = new double[count];
        for (int i = 0; i < count; i += 2)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            (double sin, double cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            normals[i] = radius * cos;
            if (i + 1 < count)
                normals[i + 1] = radius * sin;
        }
        return normals;
    }
}
