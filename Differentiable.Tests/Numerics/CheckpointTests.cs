using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Numerics;

/// <summary>Checkpoints change what is kept and how often rounds run, and nothing else.</summary>
public partial class CheckpointTests
{
    private static readonly Lazy<Assembly> s_withoutMarkers = new(CompileWithoutMarkers);

    public static TheoryData<string> Functions => [.. CorpusIndex.Functions
        .Where(f => f.Method.DeclaringType!.Name.StartsWith("Checkpointed", StringComparison.Ordinal))
        .Select(f => f.Name)];

    /// <summary>What is computed again is computed alike; only sums of adjoints may take the parts in another order.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public void Adjoints_are_those_without_markers(string name)
    {
        CorpusFunction function = CorpusIndex.Get(name), without = new(WithoutMarkers(function.Method));
        foreach (ReverseEngine engine in ReverseEngines.For(function))
        {
            for (int sample = 0; sample < function.SampleCount; sample++)
            {
                double[] expected = new Prepared(without, sample, engine).Call.Run().Adjoints(without);
                double[] actual = new Prepared(function, sample, engine).Call.Run().Adjoints(function);
                Agreement.Close(expected, actual, function.Precision == Precision.Double ? 1e-14 : function.Precision.Rounding(), $"{function} #{sample} by {engine}");
            }
        }
    }

    private static MethodInfo WithoutMarkers(MethodInfo method) => s_withoutMarkers.Value
        .GetType($"Unmarked.{method.DeclaringType!.Name}")!
        .GetMethod(method.Name, BindingFlags.Public | BindingFlags.Static, [.. method.GetParameters().Select(p => p.ParameterType)])!;

    private static Assembly CompileWithoutMarkers()
    {
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Corpus", "Checkpoints")).Select(File.ReadAllText).Select(Unmarked)];
        Assert.All(sources, source => Assert.DoesNotContain("Checkpoint.", source));
        CSharpCompilation compilation = Compilations.Of(sources)
            .AddReferences(MetadataReference.CreateFromFile(typeof(CheckpointTests).Assembly.Location));
        using MemoryStream image = new();
        var result = new GeneratorRun().On(compilation).Output.Emit(image);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        return new AssemblyLoadContext("Unmarked").LoadFromStream(image);
    }

    private static string Unmarked(string source) => "using Differentiable;\n" + Marker().Replace(source, "")
        .Replace(", Checkpoint]", "]", StringComparison.Ordinal)
        .Replace("namespace Differentiable.Tests.Corpus.Checkpoints", "namespace Unmarked", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*Checkpoint\.\w+\(.*\);\n", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
