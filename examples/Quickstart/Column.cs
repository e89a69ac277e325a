namespace Quickstart;

/// <summary>One column of the data, with the mean and the standard deviation that put it on a common scale.</summary>
internal sealed record Column(string Name, double[] Values)
{
    public double Mean { get; } = Values.Average();

    public double Deviation { get; } = StandardDeviation(Values);

    public double[] Standardized() => [.. Values.Select(value => (value - Mean) / Deviation)];

    private static double StandardDeviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
