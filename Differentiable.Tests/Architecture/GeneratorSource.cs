using Differentiable.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Architecture;

/// <summary>One name in the generator's source that stands for something declared elsewhere.</summary>
internal sealed record Mention(string File, string From, string To, string Name);

/// <summary>The generator's source, bound, so that what it mentions is known and not guessed from its text.</summary>
internal static class GeneratorSource
{
    private const string Project = "Differentiable.Generators";

    private static readonly Lazy<IReadOnlyList<Mention>> s_mentions = new(FindMentions);

    /// <summary>The folders of the project are its floors; its top is the empty name.</summary>
    /// <summary>The mirrors of other libraries' types are no code of the generator: it carries them along as text.</summary>
    public static IReadOnlyList<string> Floors { get; } =
        [.. Repository.SourceFiles(Project).Select(FloorOf).Where(floor => floor != "Mirrors").Distinct().Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Mention> Mentions => s_mentions.Value;

    private static IReadOnlyList<Mention> FindMentions()
    {
        SyntaxTree[] trees = [.. Repository.SourceFiles(Project).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f))];
        CSharpCompilation compilation = CSharpCompilation.Create(Project, [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)], References());
        return [.. trees.SelectMany(tree => MentionsIn(compilation.GetSemanticModel(tree))).Distinct()];
    }

    private static IEnumerable<Mention> MentionsIn(SemanticModel model) =>
        from name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        where symbol is ITypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol
        let to = Place(symbol)
        let floor = FloorOf(model.SyntaxTree.FilePath)
        where to is not null && to != floor
        select new Mention(Path.GetFileName(model.SyntaxTree.FilePath), floor, to, symbol.Name);

    /// <summary>A floor of the project, or a namespace of Roslyn's; nothing else counts.</summary>
    private static string? Place(ISymbol symbol)
    {
        string place = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        if (place.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            return place;
        SyntaxReference? declaration = symbol.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault();
        return declaration is null ? null : FloorOf(declaration.SyntaxTree.FilePath);
    }

    private static string FloorOf(string file)
    {
        string[] parts = Path.GetRelativePath(Repository.Folder(Project), file).Split(Path.DirectorySeparatorChar);
        return parts.Length == 1 ? "" : parts[0];
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Differentiable.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;
}
