using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>
/// Where rules are: in the project itself and in those of its references that know the library, by the name of the method that they are for. Holds
/// names alone, so that it lasts while only bodies change.
/// </summary>
internal sealed class RuleIndex
{
    private const string Library = "Differentiable.Core";

    private static readonly ConditionalWeakTable<Surroundings, RuleIndex> s_known = new();
    private static readonly ConditionalWeakTable<MetadataReference, IReadOnlyList<RuleEntry>> s_references = new();

    private readonly ILookup<string, RuleEntry> _own;
    private readonly ILookup<string, RuleEntry> _foreign;

    private RuleIndex(Compilation compilation)
    {
        _own = compilation.SyntaxTrees.SelectMany(RuleSyntax.In).ToLookup(entry => entry.Method);
        _foreign = compilation.References.SelectMany(reference => In(reference, compilation)).ToLookup(entry => entry.Method);
    }

    public static RuleIndex Of(Compilation compilation) => s_known.GetValue(Surroundings.Of(compilation), _ => new RuleIndex(compilation));

    /// <summary>The rules of the project itself for methods of that name, and such as do not say the name in their text.</summary>
    public IEnumerable<RuleEntry> Own(string method) => _own[method].Concat(_own[RuleEntry.Unknown]);

    /// <summary>The rules of references for methods of that name.</summary>
    public IEnumerable<RuleEntry> Foreign(string method) => _foreign[method];

    private static IReadOnlyList<RuleEntry> In(MetadataReference reference, Compilation compilation) => s_references.GetValue(
        reference,
        _ => compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && KnowsLibrary(assembly)
            ? [.. In(assembly.GlobalNamespace, assembly.Name)]
            : []);

    private static bool KnowsLibrary(IAssemblySymbol assembly) => assembly.Name == Library
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name == Library));

    private static IEnumerable<RuleEntry> In(INamespaceOrTypeSymbol container, string assembly)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            IEnumerable<RuleEntry> found = member switch
            {
                INamespaceOrTypeSymbol inner => In(inner, assembly),
                IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary } method => In(method, assembly),
                _ => [],
            };
            foreach (RuleEntry entry in found)
                yield return entry;
        }
    }

    private static IEnumerable<RuleEntry> In(IMethodSymbol rule, string assembly) => RuleAttributes.TargetsOf(rule)
        .Select(target => new RuleEntry(target.Method, RuleEntry.NameOf(rule.ContainingType), rule.Name, assembly));
}
