using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Testing.Generation;

/// <summary>Compilations in memory that reference the library.</summary>
internal static class Compilations
{
    /// <summary>What the project's implicit usings say.</summary>
    private const string GlobalUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading;";

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location),
    ];

    /// <summary>As in a project that refers to the package.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([new("InterceptorsNamespaces", "Differentiable.Interceptors")]);

    public static CSharpCompilation Of(params string[] sources) => CSharpCompilation.Create(
        "InMemory",
        [.. sources.Prepend(GlobalUsings).Select(Parse)],
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compilation with one of its sources replaced, the others untouched.</summary>
    public static CSharpCompilation Replace(this CSharpCompilation compilation, string source, string replacement)
    {
        SyntaxTree old = compilation.SyntaxTrees.Single(t => t.ToString() == source);
        return compilation.ReplaceSyntaxTree(old, Parse(replacement));
    }

    public static CSharpCompilation Add(this CSharpCompilation compilation, string source) =>
        compilation.AddSyntaxTrees(Parse(source));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);
}
