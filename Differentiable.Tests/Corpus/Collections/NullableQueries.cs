using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>LINQ over data of which some is missing.</summary>
public static partial class NullableQueries
{
    private static readonly Observation[] s_data = [new(0.5, 2), new(1.5, null), new(2, 0.25), new(-1, 1), new(0.75, null)];
    private static readonly double?[] s_values = [1, null, 0.25, 2, null, 1.5];

    /// <summary>What was seen, if anything was.</summary>
    public readonly record struct Observation(double Y, double? Weight);

    [Differentiable]
    public static double OfThoseThatAreThere(double mu) => s_data.Where(o => o.Weight is not null).Sum(o => o.Weight!.Value * (o.Y - mu) * (o.Y - mu));

    [Differentiable]
    public static double WithOthersInTheirPlace(double mu, double other) => s_data.Where(o => o.Y > 0).Select(o => (o.Weight ?? other) * Math.Sin(o.Y * mu)).Sum();

    [Differentiable, Allocates("the order")]
    public static double InOrder(double mu, double other) =>
        s_data.OrderBy(o => o.Weight ?? 0.75).Reverse().Concat(s_data).Take(7).Select((o, i) => (o.Weight ?? other) * Math.Cos(o.Y * mu * i)).Sum();

    [Differentiable]
    public static double InALoop(double x)
    {
        for (int k = 0; k < 3; k++)
        {
            foreach (double? value in s_values.Where(value => value > 0.3 * k || value is null).ToArray())
                x = Math.Sin((value ?? 2) * x) + 0.1 * x;
        }
        return x;
    }
}
