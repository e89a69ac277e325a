using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>What types are made of, where spans and arrays of the same elements count as the same.</summary>
internal static class TypeParts
{
    public static IEnumerable<ITypeSymbol> Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => element.Type),
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };
}
