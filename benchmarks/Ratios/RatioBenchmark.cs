using System.Globalization;
using Differentiable.Benchmarks.Measuring;

namespace Differentiable.Benchmarks.Ratios;

/// <summary>How much more a gradient costs than the method that it was derived from.</summary>
/// <remarks>All variants run in one process, in turn, so that whatever disturbs one disturbs them all.</remarks>
internal static class RatioBenchmark
{
    private const double Target = 2.0;
    private const double SampleMicroseconds = 1_000;
    private const int Rounds = 201;
    private const int WarmUps = 12;

    private static readonly TimeSpan _tierUpDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Keeps what the variants return, so that no call can be left out.</summary>
    private static double _sink;

    public static void Run(TextWriter output)
    {
        WarmUp();
        output.WriteLine($"{"program",-28} {"primal µs",10} {"gradient µs",12} {"ratio",6} {"with value µs",14} {"ratio",6} {"target",7}");
        foreach (Candidate candidate in Candidates.All)
            output.WriteLine(Row(candidate, Measure(candidate)));
    }

    private static string Row(Candidate candidate, double[] microseconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{candidate.Name,-28} {microseconds[0],10:F3} {microseconds[1],12:F3} {microseconds[1] / microseconds[0],6:F2} "
            + $"{microseconds[2],14:F3} {microseconds[2] / microseconds[0],6:F2} {Target,7:F1}");

    /// <summary>Calls every variant often enough for the JIT's last tier; the pauses let its background thread catch up.</summary>
    private static void WarmUp()
    {
        for (int round = 0; round < WarmUps; round++)
        {
            foreach (Func<double> variant in Candidates.All.SelectMany(candidate => candidate.Variants))
                Time(variant, 100);
            Thread.Sleep(_tierUpDelay);
        }
    }

    /// <summary>The median time of one call of each variant.</summary>
    private static double[] Measure(Candidate candidate)
    {
        int[] calls = [.. candidate.Variants.Select(variant => Math.Max(1, (int)(SampleMicroseconds / Time(variant, 100))))];
        double[][] samples = [.. candidate.Variants.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int variant = 0; variant < samples.Length; variant++)
                samples[variant][round] = Time(candidate.Variants[variant], calls[variant]);
        }
        return [.. samples.Select(Statistics.Median)];
    }

    /// <summary>Microseconds for one of so many calls.</summary>
    private static double Time(Func<double> variant, int calls)
    {
        double start = ThreadClock.Microseconds;
        for (int call = 0; call < calls; call++)
            _sink += variant();
        return (ThreadClock.Microseconds - start) / calls;
    }
}
