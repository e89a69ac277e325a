using System.Diagnostics;
using System.Globalization;
using Differentiable.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Benchmarks.Generation;

/// <summary>What the generator costs a build (a cold run) and an editor (a run after one keystroke).</summary>
internal static class GeneratorBenchmark
{
    private const int Methods = 1_000;
    private const int Runs = 7;
    private const double ColdTarget = 3_000;
    private const double KeystrokeTarget = 100;

    public static void Run(TextWriter output)
    {
        Project project = new(Methods);
        output.WriteLine($"{Methods} methods in one compilation   {"thread ms",12} {"wall ms",10} {"target",8}");
        Write(output, "first run in this process", [Cold(project)], ColdTarget);
        Write(output, "cold", [.. Enumerable.Range(0, Runs).Select(_ => Cold(project))], ColdTarget);
        Write(output, "one keystroke", Keystrokes(project), KeystrokeTarget);
        StepTimes.Write(output, project);
    }

    /// <summary>A new driver on a compilation that was just parsed.</summary>
    private static Duration Cold(Project project)
    {
        CSharpCompilation compilation = project.Compile();
        return Duration.Of(() => Generate(Project.Driver(), compilation));
    }

    /// <summary>The same driver on an edited compilation, again and again; the first runs only warm it up.</summary>
    private static List<Duration> Keystrokes(Project project)
    {
        CSharpCompilation compilation = project.Compile();
        GeneratorDriver driver = Generate(Project.Driver(), compilation);
        List<Duration> durations = [];
        for (int run = 0; run < 2 * Runs; run++)
        {
            compilation = Project.StrikeKey(compilation, run);
            durations.Add(Duration.Of(() => driver = Generate(driver, compilation)));
        }
        return durations[Runs..];
    }

    private static GeneratorDriver Generate(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGenerators(compilation);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null)
            throw result.Exception;
        if (result.GeneratedSources.Length != Methods)
            throw new UnreachableException($"{result.GeneratedSources.Length} of {Methods} methods were differentiated.");
        return driver;
    }

    private static void Write(TextWriter output, string name, IReadOnlyCollection<Duration> durations, double target) => output.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-36} {Statistics.Median(durations.Select(each => each.Thread)),12:F0} "
                + $"{Statistics.Median(durations.Select(each => each.Wall)),10:F0} {target,8:F0}"));
}
