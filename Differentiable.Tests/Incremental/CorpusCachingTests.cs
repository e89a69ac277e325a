using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Incremental;

/// <summary>The corpus as one compilation in memory.</summary>
public class CorpusCachingTests
{
    private static readonly string[] s_corpus =
    [
        .. Repository.SourceFiles("Differentiable.Tests/Corpus").Select(File.ReadAllText),
        .. Repository.SourceFiles("Differentiable.Tests/Testing/Sampling").Where(f => f.EndsWith("Attributes.cs", StringComparison.Ordinal)).Select(File.ReadAllText),
    ];

    [Fact]
    public void A_second_run_is_cached()
    {
        CSharpCompilation compilation = Compilations.Of(s_corpus);
        GeneratorRun run = new GeneratorRun().On(compilation);
        Assert.Equal(CorpusIndex.Functions.Count(), run.Sources.Count);
        Caching.AssertAllCached(run.On(compilation.Clone()));
    }
}
