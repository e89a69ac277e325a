using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Testing.Generation;

/// <summary>Assertions on what a second run had to do.</summary>
internal static class Caching
{
    public static void AssertAllCached(GeneratorRun run)
    {
        IncrementalGeneratorRunStep[] steps = [.. run.TrackedSteps];
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.All(step.Outputs, output => Assert.True(IsCached(output.Reason), $"{step.Name} is {output.Reason}")));
    }

    public static bool IsCached(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
