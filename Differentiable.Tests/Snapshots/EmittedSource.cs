using Differentiable.Tests.Testing.Generation;

namespace Differentiable.Tests.Snapshots;

/// <summary>What is emitted for one method.</summary>
internal static class EmittedSource
{
    public static string Of(string method)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Differentiable;

            namespace User;

            public static partial class Model
            {
                {{method}}
            }
            """);
        Assert.Empty(run.Problems);
        return Assert.Single(run.Sources).Value;
    }
}
