using System.Collections.Immutable;
using System.Globalization;
using Differentiable.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Benchmarks.Generation;

/// <summary>Where the time goes: the generator's tracked steps in a cold run and after a keystroke.</summary>
internal static class StepTimes
{
    private const int Runs = 9;

    public static void Write(TextWriter output, Project project)
    {
        CSharpCompilation compilation = project.Compile();
        GeneratorDriver driver = Project.Driver(track: true).RunGenerators(compilation);
        Dictionary<string, double> cold = Measure(driver);
        List<Dictionary<string, double>> keystrokes = [];
        for (int run = 0; run < Runs; run++)
        {
            compilation = Project.StrikeKey(compilation, run);
            driver = driver.RunGenerators(compilation);
            keystrokes.Add(Measure(driver));
        }
        output.WriteLine();
        output.WriteLine($"{"step (wall ms)",-48} {"cold",10} {"keystroke",10}");
        foreach (string step in cold.Keys.Order(StringComparer.Ordinal))
            output.WriteLine(Row(step, cold[step], Statistics.Median(keystrokes.Select(times => times.GetValueOrDefault(step)))));
    }

    private static string Row(string step, double cold, double keystroke) =>
        string.Create(CultureInfo.InvariantCulture, $"{step,-48} {cold,10:F1} {keystroke,10:F1}");

    /// <summary>The milliseconds of each tracked step, all methods together.</summary>
    private static Dictionary<string, double> Measure(GeneratorDriver driver)
    {
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps = driver.GetRunResult().Results.Single().TrackedSteps;
        return steps.ToDictionary(step => step.Key, step => step.Value.Sum(run => run.ElapsedTime.TotalMilliseconds));
    }
}
