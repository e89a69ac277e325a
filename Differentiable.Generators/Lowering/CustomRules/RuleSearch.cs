using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>
/// Finds the rules for a method: those of the project that is compiled, among which is what the method itself names if it is declared there;
/// only where there are none, those of the references.
/// </summary>
internal sealed class RuleSearch(Compilation compilation)
{
    private readonly Dictionary<IMethodSymbol, IReadOnlyList<RuleMatch>> _known = new(SymbolEqualityComparer.Default);
    private readonly RuleIndex _index = RuleIndex.Of(compilation);

    /// <summary>The rules that fit the method, which has no open type parameters.</summary>
    public IReadOnlyList<RuleMatch> Find(IMethodSymbol method)
    {
        if (!_known.TryGetValue(method, out IReadOnlyList<RuleMatch>? rules))
            _known[method] = rules = FindAnew(method);
        return rules;
    }

    /// <summary>Which type would it be called in? A rule that says what it is for stands in a type without type parameters.</summary>
    public static bool IsInGenericType(IMethodSymbol rule) => rule.ContainingType.IsGenericType;

    private IReadOnlyList<RuleMatch> FindAnew(IMethodSymbol method)
    {
        if (!RuleInput.Of(method, _ => false).Any(input => input.Type.HoldsReal))
            return [];
        bool isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);
        string name = RuleSubjects.NameOf(method);
        List<RuleMatch> own = [.. Marked(_index.Own(name), method), .. isOwn ? Named(method) : []];
        return own.Count > 0 ? own : [.. Marked(_index.Foreign(name), method).Where(IsVisible), .. isOwn ? [] : Named(method)];
    }

    /// <summary>Those that say that they are for the method.</summary>
    private IEnumerable<RuleMatch> Marked(IEnumerable<RuleEntry> entries, IMethodSymbol method) => entries
        .Distinct()
        .SelectMany(MethodsOf)
        .Where(rule => !IsInGenericType(rule))
        .SelectMany(rule => RuleAttributes.TargetsOf(rule)
            .Where(target => target.IsFor(method))
            .Select(target => RuleMatch.Of(rule, method, target.AllowsEmptyDestinations)))
        .OfType<RuleMatch>();

    /// <summary>Those that the method names.</summary>
    private IEnumerable<RuleMatch> Named(IMethodSymbol method) => new[] { method, method.AssociatedSymbol }.OfType<ISymbol>().SelectMany(RuleAttributes.RulesNamedBy)
        .SelectMany(named => method.ContainingType.GetMembers(named.Rule).OfType<IMethodSymbol>())
        .Select(rule => RuleMatch.Of(rule, method, allowsEmptyDestinations: false))
        .OfType<RuleMatch>();

    private IEnumerable<IMethodSymbol> MethodsOf(RuleEntry entry) =>
        AssemblyOf(entry)?.GetTypeByMetadataName(entry.Type)?.GetMembers(entry.Name).OfType<IMethodSymbol>() ?? [];

    private IAssemblySymbol? AssemblyOf(RuleEntry entry) => entry.Assembly is null
        ? compilation.Assembly
        : compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == entry.Assembly);

    private bool IsVisible(RuleMatch match) => compilation.IsSymbolAccessibleWithin(match.Rule, compilation.Assembly);
}
