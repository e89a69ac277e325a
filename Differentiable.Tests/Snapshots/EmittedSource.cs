using Differentiable.Tests.Testing.Generation;

namespace Differentiable.Tests.Snapshots;

/// <summary>What is emitted for one method.</summary>
internal static class EmittedSource
{
    public static string Of(string method) => Assert.Single(Sources(method)).Value;

    /// <summary>What is emitted for one of several methods.</summary>
    public static string Of(string members, string method) => Assert.Single(Sources(members), s => s.Key.EndsWith($".{method}.g.cs", StringComparison.Ordinal)).Value;

    private static IReadOnlyDictionary<string, string> Sources(string members)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Differentiable;

            namespace User;

            public static partial class Model
            {
                {{members}}
            }
            """);
        Assert.Empty(run.Problems);
        return run.Sources;
    }
}
