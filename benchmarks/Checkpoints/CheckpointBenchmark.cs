using System.Globalization;
using Differentiable.Benchmarks.Measuring;
using Differentiable.Runtime;

namespace Differentiable.Benchmarks.Checkpoints;

/// <summary>What checkpoints save and what they cost: the memory that a gradient rents, and its time against the plain gradient's.</summary>
internal static class CheckpointBenchmark
{
    private const int Runs = 5;
    private const int Cells = 100;

    private static readonly double[] s_start = [.. Enumerable.Range(0, Cells).Select(i => Math.Sin(0.1 * i))];
    private static readonly double[] s_destination = new double[Cells];

    private static readonly (string Name, Func<int, double> Run)[] s_pendulum =
    [
        ("the method itself", n => Pendulum.Plain(1, 0, 1e-3, n)),
        ("no marker", n => Pendulum.PlainGradient(1, 0, 1e-3, n).h),
        ("Every(1000)", n => Pendulum.EveryGradient(1, 0, 1e-3, n).h),
        ("SquareRoot()", n => Pendulum.SquareRootGradient(1, 0, 1e-3, n).h),
        ("Binomial(20)", n => Pendulum.BinomialGradient(1, 0, 1e-3, n).h),
        ("Logarithmic()", n => Pendulum.LogarithmicGradient(1, 0, 1e-3, n).h),
    ];

    private static readonly (string Name, Func<int, double> Run)[] s_rod =
    [
        ("the method itself", n => Rod.Plain(s_start, 0.1, n)),
        ("no marker", n => Rod.PlainGradient(s_start, 0.1, n, s_destination)),
        ("Every(1000)", n => Rod.EveryGradient(s_start, 0.1, n, s_destination)),
        ("SquareRoot()", n => Rod.SquareRootGradient(s_start, 0.1, n, s_destination)),
        ("Binomial(20)", n => Rod.BinomialGradient(s_start, 0.1, n, s_destination)),
        ("Logarithmic()", n => Rod.LogarithmicGradient(s_start, 0.1, n, s_destination)),
    ];

    /// <summary>Keeps what the variants return, so that no call can be left out.</summary>
    private static double _sink;

    public static void Run(TextWriter output)
    {
        output.WriteLine($"{"program",-10} {"steps",10} {"marker",-18} {"KiB",12} {"ms",10} {"÷ no marker",12}");
        foreach (int steps in new[] { 10_000, 100_000, 1_000_000 })
            Run(output, "Pendulum", steps, s_pendulum);
        foreach (int steps in new[] { 1_000, 10_000, 100_000 })
            Run(output, "Rod", steps, s_rod);
    }

    private static void Run(TextWriter output, string program, int steps, (string Name, Func<int, double> Run)[] variants)
    {
        (long Bytes, double Milliseconds)[] measured = [.. variants.Select(variant => Measure(() => variant.Run(steps)))];
        for (int i = 0; i < variants.Length; i++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{program,-10} {steps,10} {variants[i].Name,-18} {measured[i].Bytes / 1024.0,12:F1} {measured[i].Milliseconds,10:F2} {measured[i].Milliseconds / measured[1].Milliseconds,12:F2}"));
        }
    }

    /// <summary>On a thread of its own, whose stacks and workspace grow from nothing.</summary>
    private static (long Bytes, double Milliseconds) Measure(Func<double> run)
    {
        (long, double) measured = default;
        Thread thread = new(() =>
        {
            double time = Enumerable.Range(0, Runs).Min(_ => Duration.Of(() => _sink += run()).Thread);
            using ValueStack stack = ValueStack.Rent();
            using Workspace workspace = Workspace.Rent();
            measured = (8L * (stack.Capacity + workspace.Capacity), time);
        });
        thread.Start();
        thread.Join();
        return measured;
    }
}
