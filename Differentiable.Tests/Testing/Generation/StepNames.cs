using Differentiable.Generators;

namespace Differentiable.Tests.Testing.Generation;

/// <summary>The names of the generator's tracked steps.</summary>
internal static class StepNames
{
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(DifferentiableGenerator.Steps).GetFields().Select(f => (string)f.GetRawConstantValue()!)];
}
