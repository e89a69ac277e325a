using Differentiable.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Architecture;

/// <summary>One name in a project's source that stands for something declared elsewhere.</summary>
internal sealed record Mention(string File, string From, string To, string Name);

/// <summary>A project's source, bound, so that what it mentions is known and not guessed from its text.</summary>
internal sealed class BoundSource
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Preview);

    private readonly string _project;
    private readonly Func<string, string> _placeOf;
    private readonly Lazy<IReadOnlyList<Mention>> _mentions;

    /// <param name="project">The project's folder.</param>
    /// <param name="placeOf">From the folder of a file within the project, what it counts as.</param>
    public BoundSource(string project, Func<string, string> placeOf)
    {
        (_project, _placeOf) = (project, placeOf);
        Places = [.. Repository.SourceFiles(project).Select(PlaceOf).Distinct().Order(StringComparer.Ordinal)];
        _mentions = new(FindMentions);
    }

    public IReadOnlyList<string> Places { get; }

    /// <summary>What is mentioned in one place and declared in another one.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions.Value;

    /// <summary>What is mentioned in circles of these places. Takes away what uses nothing that is left, and what nothing that is left uses, as long as there is any.</summary>
    public IReadOnlyList<Mention> CirclesOf(IEnumerable<string> places)
    {
        HashSet<string> left = [.. places];
        for (int before = -1; before != left.Count;)
        {
            before = left.Count;
            left.IntersectWith(Within(left).Select(m => m.From).ToHashSet());
            left.IntersectWith(Within(left).Select(m => m.To).ToHashSet());
        }
        return [.. Within(left)];
    }

    private IEnumerable<Mention> Within(HashSet<string> places) => Mentions.Where(m => places.Contains(m.From) && places.Contains(m.To));

    private IReadOnlyList<Mention> FindMentions()
    {
        SyntaxTree[] trees = [.. Repository.SourceFiles(_project).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), s_options, f))];
        CSharpCompilation compilation = CSharpCompilation.Create(_project, [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, s_options)], References());
        return [.. trees.SelectMany(tree => MentionsIn(compilation.GetSemanticModel(tree))).Distinct()];
    }

    private IEnumerable<Mention> MentionsIn(SemanticModel model) =>
        from name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = SymbolOf(model.GetSymbolInfo(name))
        where symbol is ITypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol
        let to = PlaceOf(symbol)
        let own = PlaceOf(model.SyntaxTree.FilePath)
        where to is not null && to != own
        select new Mention(Path.GetFileName(model.SyntaxTree.FilePath), own, to, symbol.Name);

    /// <summary>One of several, where it takes a newer compiler than this one to choose.</summary>
    private static ISymbol? SymbolOf(SymbolInfo info) => info.Symbol ?? info.CandidateSymbols.FirstOrDefault();

    /// <summary>A place of the project, or a namespace of Roslyn's; nothing else counts. Of a type with parts in several places, its members do.</summary>
    private string? PlaceOf(ISymbol symbol)
    {
        string place = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        if (place.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            return place;
        string[] declared = [.. symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(declaration => PlaceOf(declaration.SyntaxTree.FilePath)).Distinct()];
        return declared is [var only] ? only : null;
    }

    private string PlaceOf(string file) => _placeOf(Path.GetDirectoryName(Path.GetRelativePath(Repository.Folder(_project), file))!.Replace(Path.DirectorySeparatorChar, '/'));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Differentiable.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
}
