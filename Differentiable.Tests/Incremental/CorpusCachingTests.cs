using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Incremental;

/// <summary>The parts of the corpus with the richest control flow, as one compilation in memory.</summary>
public class CorpusCachingTests
{
    private static readonly string[] s_files =
    [
        "Corpus/Flow/Loops.cs", "Corpus/Flow/WhileLoops.cs", "Corpus/Flow/Switches.cs", "Corpus/Storage/InPlace.cs", "Corpus/Calling/Recursion.cs", "Corpus/Numbers/Outputs.cs",
        "Testing/Sampling/SamplingAttributes.cs", "Testing/Sampling/FunctionAttributes.cs",
    ];

    [Fact]
    public void A_second_run_is_cached()
    {
        const int LeastFunctions = 80;
        CSharpCompilation compilation = Compilations.Of([.. s_files.Select(f => File.ReadAllText(Path.Combine(Repository.Tests, f)))]);
        GeneratorRun run = new GeneratorRun().On(compilation);
        Assert.True(run.Sources.Count >= LeastFunctions);
        Caching.AssertAllCached(run.On(compilation.Clone()));
    }
}
