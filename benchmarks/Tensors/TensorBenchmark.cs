using System.Diagnostics;
using System.Globalization;
using Differentiable.Benchmarks.Measuring;
using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

/// <summary>What tensors and tapes take for work that frameworks for neural networks do, by one thread and by two; and what PyTorch takes for the same.</summary>
internal static class TensorBenchmark
{
    private const int Samples = 31;
    private const double SampleMilliseconds = 20;

    /// <summary>Between two samples: threads of OpenBLAS that have no work wait at full speed for some 30 ms before they sleep.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan s_tierUpDelay = TimeSpan.FromMilliseconds(300);

    public static void Run(TextWriter output)
    {
        output.WriteLine($"{"program",-56} {"threads",7} {"median µs",12} {"least µs",12}");
        foreach ((TensorProgram program, int threads) in Runs())
        {
            double[] times = [.. Enumerable.Range(0, Samples).Select(_ => Sample(program.Run))];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{program.Name,-56} {threads,7} {Statistics.Median(times),12:F1} {times.Min(),12:F1}"));
        }
    }

    /// <summary>Takes samples here and of PyTorch in turn, so that whatever disturbs one disturbs both.</summary>
    public static void Compare(TextWriter output)
    {
        using PeerProcesses peers = new();
        output.WriteLine($"{"program",-56} {"threads",7} {"here µs",12} {"PyTorch µs",12} {"PyTorch ÷ here",15} {"of the least",13}");
        foreach ((TensorProgram program, int threads) in Runs())
        {
            peers.Sample(program.Peer, threads);
            (double Here, double Peer)[] times = [.. Enumerable.Range(0, Samples).Select(_ => (Rested(() => Sample(program.Run)), Rested(() => peers.Sample(program.Peer, threads))))];
            double here = Statistics.Median(times.Select(time => time.Here)), peer = Statistics.Median(times.Select(time => time.Peer));
            double ratio = Statistics.Median(times.Select(time => time.Peer / time.Here)), least = times.Min(time => time.Peer) / times.Min(time => time.Here);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{program.Name,-56} {threads,7} {here,12:F1} {peer,12:F1} {ratio,15:F2} {least,13:F2}"));
        }
    }

    /// <summary>Each program, ready to be measured, with each number of threads.</summary>
    private static IEnumerable<(TensorProgram Program, int Threads)> Runs()
    {
        int processors = Workers.Count;
        foreach (TensorProgram program in TensorProgram.All)
        {
            WarmUp(program.Run);
            for (int threads = 1; threads <= Math.Min(2, processors); threads++)
            {
                Workers.Count = threads;
                yield return (program, threads);
            }
            Workers.Count = processors;
        }
    }

    /// <summary>Until the JIT's last tier; the pauses let its background thread catch up.</summary>
    private static void WarmUp(Action run)
    {
        for (int round = 0; round < 4; round++)
        {
            Repeat(run, TimeSpan.FromSeconds(1), 40);
            Thread.Sleep(s_tierUpDelay);
        }
    }

    /// <summary>The time of one call on the wall, in microseconds: the mean of as many as take about as long as a sample. The first call brings back to the caches what was driven out.</summary>
    private static double Sample(Action run)
    {
        run();
        (int calls, double milliseconds) = Repeat(run, TimeSpan.FromMilliseconds(SampleMilliseconds), int.MaxValue);
        return 1e3 / calls * milliseconds;
    }

    private static double Rested(Func<double> sample)
    {
        Thread.Sleep(s_rest);
        return sample();
    }

    private static (int Calls, double Milliseconds) Repeat(Action run, TimeSpan time, int most)
    {
        long start = Stopwatch.GetTimestamp();
        for (int calls = 1; ; calls++)
        {
            run();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (calls == most || elapsed >= time)
                return (calls, elapsed.TotalMilliseconds);
        }
    }
}
