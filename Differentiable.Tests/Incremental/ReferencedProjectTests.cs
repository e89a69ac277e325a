using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Incremental;

/// <summary>
/// An editor gives the generator the projects that are referenced with their source, the compiler gives it their assemblies. What is generated is the same.
/// </summary>
public class ReferencedProjectTests
{
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using Xunit;";

    private static readonly CSharpParseOptions s_parse = Compilations.ParseOptions;

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    private static readonly string s_core = typeof(DifferentiableAttribute).Assembly.Location;

    [Fact]
    public void The_library_as_a_project_gives_the_same_as_its_assembly()
    {
        string[] folders = ["Differentiable.Tests/Corpus", "Differentiable.Tests/Testing/Sampling"];
        CSharpCompilation corpus = Compile("Corpus", folders.SelectMany(Repository.SourceFiles));
        MetadataReference project = Compile("Differentiable.Core", Repository.SourceFiles("Differentiable.Core")).ToMetadataReference();
        IReadOnlyDictionary<string, string> fromAssembly = Sources(corpus.AddReferences(MetadataReference.CreateFromFile(s_core)));
        IReadOnlyDictionary<string, string> fromProject = Sources(corpus.AddReferences(project));
        Assert.NotEmpty(fromAssembly);
        Assert.Equal(fromAssembly.Keys.Order(), fromProject.Keys.Order());
        Assert.All(fromAssembly, pair => Assert.Equal(pair.Value, fromProject[pair.Key]));
    }

    private static IReadOnlyDictionary<string, string> Sources(Compilation compilation) => new GeneratorRun().On(compilation).Sources;

    private static CSharpCompilation Compile(string name, IEnumerable<string> files) => CSharpCompilation.Create(
        name,
        [.. files.Select(File.ReadAllText).Prepend(GlobalUsings).Select(source => CSharpSyntaxTree.ParseText(source, s_parse))],
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Differentiable.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))],
        s_options);
}
