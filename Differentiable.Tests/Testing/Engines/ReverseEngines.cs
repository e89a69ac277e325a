using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary>Every engine that the corpus runs through. One more engine is one more line.</summary>
internal static class ReverseEngines
{
    public static IReadOnlyList<ReverseEngine> All { get; } =
    [
        new GradientEngine("Gradient", MemberShape.Gradient, allocates: false),
        new GradientEngine("AllocatingGradient", MemberShape.AllocatingGradient, allocates: true),
        new GradientEngine("ValueAndGradient", MemberShape.ValueAndGradient, allocates: false),
        new GradientEngine("AllocatingValueAndGradient", MemberShape.AllocatingValueAndGradient, allocates: true),
        new VjpEngine(),
    ];

    public static ReverseEngine Get(string name) => All.Single(e => e.Name == name);

    public static IEnumerable<ReverseEngine> For(CorpusFunction function) => All.Where(e => e.Supports(function));
}
