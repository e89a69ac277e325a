using System.Globalization;
using Differentiable.Benchmarks.Measuring;

namespace Differentiable.Benchmarks.Ratios;

/// <summary>How much more a gradient costs than the method that it was derived from.</summary>
internal static class RatioBenchmark
{
    private const double Target = 2.0;

    public static void Run(TextWriter output)
    {
        VariantTimes.WarmUp([.. Candidates.All.SelectMany(candidate => candidate.Variants)]);
        output.WriteLine($"{"program",-28} {"primal µs",10} {"gradient µs",12} {"ratio",6} {"with value µs",14} {"ratio",6} {"target",7}");
        foreach (Candidate candidate in Candidates.All)
            output.WriteLine(Row(candidate, VariantTimes.Measure(candidate.Variants)));
    }

    private static string Row(Candidate candidate, double[] microseconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{candidate.Name,-28} {microseconds[0],10:F3} {microseconds[1],12:F3} {microseconds[1] / microseconds[0],6:F2} "
            + $"{microseconds[2],14:F3} {microseconds[2] / microseconds[0],6:F2} {Target,7:F1}");
}
