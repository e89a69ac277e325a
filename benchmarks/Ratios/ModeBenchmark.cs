using System.Globalization;
using Differentiable.Benchmarks.Measuring;
using Differentiable.Benchmarks.Ratios.Programs;

namespace Differentiable.Benchmarks.Ratios;

/// <summary>What each mode costs, as a multiple of the method that it was derived from.</summary>
internal static class ModeBenchmark
{
    private const int Steps = 1_000;
    private const int Scores = 1_000;

    private static readonly string[] s_columns = ["gradient", "Jvp", "Hvp", "Hessian"];

    public static void Run(TextWriter output)
    {
        (string Name, Func<double>[] Variants)[] programs = [Verlet(), LogSumExp()];
        VariantTimes.WarmUp([.. programs.SelectMany(program => program.Variants)]);
        output.WriteLine($"{"program",-36} {"primal µs",10} {string.Join(" ", s_columns.Select(column => $"{column,9}"))}");
        foreach ((string name, Func<double>[] variants) in programs)
        {
            double[] microseconds = VariantTimes.Measure(variants);
            IEnumerable<string> ratios = microseconds.Skip(1).Select(time => string.Create(CultureInfo.InvariantCulture, $"{time / microseconds[0],9:F2}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {microseconds[0],10:F3} {string.Join(" ", ratios)}"));
        }
    }

    private static (string, Func<double>[]) Verlet()
    {
        double[,] hessian = new double[5, 5];
        return ($"Verlet, {Steps} steps, 5 inputs",
        [
            () => Kepler.Verlet(1, 0, 0, 1.1, 0.01, Steps),
            () => Kepler.VerletGradient(1, 0, 0, 1.1, 0.01, Steps).x,
            () => Kepler.VerletJvp(1, 0, 0, 1.1, 0.01, Steps, 1, 0, 0, 0, 0).valueDot,
            () => Kepler.VerletHvp(1, 0, 0, 1.1, 0.01, Steps, 1, 0, 0, 0, 0).x,
            () =>
            {
                Kepler.VerletHessian(1, 0, 0, 1.1, 0.01, Steps, hessian);
                return hessian[0, 0];
            },
        ]);
    }

    /// <summary>Without the Hessian, which has a million elements.</summary>
    private static (string, Func<double>[]) LogSumExp()
    {
        double[] scores = [.. Enumerable.Range(0, Scores).Select(i => Math.Sin(i))], direction = [.. scores.Select(Math.Cos)], product = new double[Scores];
        return ($"log-sum-exp, {Scores} inputs",
        [
            () => Normalization.LogSumExp(scores),
            () =>
            {
                Normalization.LogSumExpGradient(scores, product);
                return product[0];
            },
            () => Normalization.LogSumExpJvp(scores, direction).valueDot,
            () =>
            {
                Normalization.LogSumExpHvp(scores, direction, product);
                return product[0];
            },
        ]);
    }
}
