using System.Diagnostics;
using System.Globalization;
using Differentiable.Benchmarks.Measuring;
using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

/// <summary>What tensors and tapes take for work that frameworks for neural networks do; <c>peers.py</c> has PyTorch do the same.</summary>
internal static class TensorBenchmark
{
    private const int Samples = 31;
    private const double SampleMilliseconds = 20;

    private static readonly TimeSpan s_tierUpDelay = TimeSpan.FromMilliseconds(300);

    public static void Run(TextWriter output)
    {
        int processors = Workers.Count;
        output.WriteLine($"{"program",-56} {"threads",7} {"median µs",12} {"least µs",12}");
        foreach ((string name, Action run) in Programs())
        {
            WarmUp(run);
            for (int threads = 1; threads <= Math.Min(2, processors); threads++)
            {
                Workers.Count = threads;
                double[] microseconds = Measure(run);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-56} {threads,7} {Statistics.Median(microseconds),12:F1} {microseconds.Min(),12:F1}"));
            }
            Workers.Count = processors;
        }
    }

    private static IEnumerable<(string Name, Action Run)> Programs() =>
    [
        ("MatMul 1024³, float", MatrixProducts.Square<float>(1024)),
        ("MatMul 1024³, double", MatrixProducts.Square<double>(1024)),
        ("training step, 64 wide, 2 layers, batch 32", new Network(64, 2, 32).Train),
        ("training step, 1,024 wide, 3 layers, batch 256", new Network(1024, 3, 256).Train),
        ("Tanh(x) · Sigmoid(x) + Exp(-x²), 10⁶ floats, and back", Functions.Elementwise(1_000_000)),
        ("200 operations on scalars, and back", Functions.Scalars(100)),
    ];

    /// <summary>Until the JIT's last tier; the pauses let its background thread catch up.</summary>
    private static void WarmUp(Action run)
    {
        for (int round = 0; round < 4; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < 40 && Stopwatch.GetElapsedTime(start).TotalSeconds < 1; call++)
                run();
            Thread.Sleep(s_tierUpDelay);
        }
    }

    /// <summary>The time of one call, in microseconds, so many times.</summary>
    private static double[] Measure(Action run)
    {
        int calls = Math.Max(1, (int)(SampleMilliseconds / Duration.Of(run).Wall));
        return [.. Enumerable.Range(0, Samples).Select(_ => 1e3 / calls * Duration.Of(() => Repeat(run, calls)).Wall)];
    }

    private static void Repeat(Action run, int calls)
    {
        for (int call = 0; call < calls; call++)
            run();
    }
}
