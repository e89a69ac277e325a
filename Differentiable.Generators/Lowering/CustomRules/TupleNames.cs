using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>The names of the elements of tuples, which C# does not look at where one tuple is assigned to another.</summary>
internal static class TupleNames
{
    /// <summary>Is there an element that has the name which another one has in the other type?</summary>
    public static bool Contradict(ITypeSymbol one, ITypeSymbol other) =>
        (one is INamedTypeSymbol { IsTupleType: true } tuple && other is INamedTypeSymbol { IsTupleType: true } of && Contradict([.. Named(tuple)], [.. Named(of)]))
        || TypeParts.Of(one).Zip(TypeParts.Of(other), Contradict).Any(isOne => isOne);

    private static bool Contradict(IReadOnlyList<string?> names, IReadOnlyList<string?> others) =>
        names.Where((name, i) => name is not null && others.Contains(name) && i < others.Count && others[i] != name).Any();

    private static IEnumerable<string?> Named(INamedTypeSymbol tuple) => tuple.TupleElements.Select(element => element.IsExplicitlyNamedTupleElement ? element.Name : null);
}
