namespace Differentiable.Benchmarks.Measuring;

/// <summary>Times of several variants of a program, taken in turn in one process, so that whatever disturbs one disturbs them all.</summary>
internal static class VariantTimes
{
    private const double SampleMicroseconds = 1_000;
    private const int Rounds = 201;
    private const int WarmUps = 12;

    private static readonly TimeSpan _tierUpDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Keeps what the variants return, so that no call can be left out.</summary>
    private static double _sink;

    /// <summary>Calls every variant often enough for the JIT's last tier; the pauses let its background thread catch up.</summary>
    public static void WarmUp(IReadOnlyList<Func<double>> variants)
    {
        for (int round = 0; round < WarmUps; round++)
        {
            foreach (Func<double> variant in variants)
                Time(variant, 100);
            Thread.Sleep(_tierUpDelay);
        }
    }

    /// <summary>The median time of one call of each variant, in microseconds.</summary>
    public static double[] Measure(IReadOnlyList<Func<double>> variants)
    {
        int[] calls = [.. variants.Select(variant => Math.Max(1, (int)(SampleMicroseconds / Time(variant, 100))))];
        double[][] samples = [.. variants.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int variant = 0; variant < samples.Length; variant++)
                samples[variant][round] = Time(variants[variant], calls[variant]);
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
