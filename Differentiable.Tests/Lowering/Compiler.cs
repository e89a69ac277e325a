using Differentiable.Generators.Lowering;
using Differentiable.Generators.Lowering.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Lowering;

/// <summary>Compiles source in memory and lowers its differentiable methods.</summary>
internal static class Compiler
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using Differentiable;";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static readonly SyntaxTree s_usings = CSharpSyntaxTree.ParseText(Usings, s_parse, "Usings.cs");

    private static readonly MetadataReference[] s_references = [.. AssemblyFiles().Select(path => MetadataReference.CreateFromFile(path))];

    public static SyntaxTree Parse(string source, string path = "Source.cs") => CSharpSyntaxTree.ParseText(source, s_parse, path);

    public static CSharpCompilation Compile(params IEnumerable<SyntaxTree> trees)
    {
        CSharpCompilationOptions options = new(
            OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Source", [s_usings, .. trees], s_references, options);
    }

    /// <summary>Source whose <c>[Differentiable]</c> methods may use everything that is in a partial class <c>Source</c>.</summary>
    public static string InClass(string members) => $"namespace N;\n\npublic static partial class Source\n{{\n{members}\n}}\n";

    public static void AssertCompiles(Compilation compilation) =>
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));

    /// <summary>The first method of that name, or the first differentiable one.</summary>
    public static LoweringResult Lower(Compilation compilation, SyntaxTree tree, string? name = null)
    {
        MethodDeclarationSyntax method = Methods(tree).First(m => name is null ? m.AttributeLists.Count > 0 : m.Identifier.Text == name);
        return Lower(compilation, method);
    }

    public static LoweringResult Lower(Compilation compilation, MethodDeclarationSyntax method)
    {
        SemanticModel model = compilation.GetSemanticModel(method.SyntaxTree);
        return MethodLowering.Lower(model.GetDeclaredSymbol(method)!, method, model, CancellationToken.None);
    }

    public static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>();

    private static IEnumerable<string> AssemblyFiles() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Append(typeof(Compiler).Assembly.Location)
        .Append(typeof(DifferentiableAttribute).Assembly.Location)
        .DistinctBy(Path.GetFileName);
}
