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
        output.WriteLine($"{"program",-56} {"threads",7} {"median µs",12} {"least µs",12} {"processors µs",14}");
        foreach ((string name, Action run) in Programs())
        {
            WarmUp(run);
            for (int threads = 1; threads <= Math.Min(2, processors); threads++)
            {
                Workers.Count = threads;
                (double[] wall, double[] used) = Measure(run);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{name,-56} {threads,7} {Statistics.Median(wall),12:F1} {wall.Min(),12:F1} {Statistics.Median(used),14:F1}"));
            }
            Workers.Count = processors;
        }
    }

    private static IEnumerable<(string Name, Action Run)> Programs() =>
    [
        ("MatMul 1024³, float", MatrixProducts.Square<float>(1024)),
        ("MatMul 1024³, double", MatrixProducts.Square<double>(1024)),
        ("training step, 64 wide, 2 layers, batch 32", new Network(64, 2, 32).Train),
        ("the same, compiled", new Network(64, 2, 32).TrainCompiled),
        ("training step, 1,024 wide, 3 layers, batch 256", new Network(1024, 3, 256).Train),
        ("the same, compiled", new Network(1024, 3, 256).TrainCompiled),
        ("Tanh(x) · Sigmoid(x) + Exp(-x²), 10⁶ floats, and back", Functions.Elementwise(1_000_000)),
        ("the same, compiled", Functions.ElementwiseCompiled(1_000_000)),
        ("200 operations on scalars, and back", Functions.Scalars(100)),
        ("the same, compiled", Functions.ScalarsCompiled(100)),
        ("LSTM, 64 times, 64 wide, batch 16, and back", Functions.Lstm(64, 64, 16)),
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

    /// <summary>The times of one call, in microseconds: on the wall, and of all processors together, garbage collection included.</summary>
    private static (double[] Wall, double[] Processors) Measure(Action run)
    {
        int calls = Math.Max(1, (int)(SampleMilliseconds / Duration.Of(run).Wall));
        double[] wall = new double[Samples], processors = new double[Samples];
        for (int sample = 0; sample < Samples; sample++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            wall[sample] = 1e3 / calls * Duration.Of(() => Repeat(run, calls)).Wall;
            processors[sample] = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / calls;
        }
        return (wall, processors);
    }

    private static void Repeat(Action run, int calls)
    {
        for (int call = 0; call < calls; call++)
            run();
    }
}
