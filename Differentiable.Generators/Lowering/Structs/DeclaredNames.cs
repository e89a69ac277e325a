using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Nullables;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>What messages call a part of a struct: by the names that are declared, those of tuple elements among them.</summary>
internal static class DeclaredNames
{
    public static EquatableArray<string> Of(ITypeSymbol symbol, StructType type, EquatableArray<string> path)
    {
        List<string> names = [];
        (ITypeSymbol? around, StructType? whole) = (symbol, type);
        foreach (string name in path)
        {
            int index = whole?.IndexOf(name) ?? -1;
            IFieldSymbol? element = index >= 0 && around is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements[index] : null;
            names.Add(element is { IsExplicitlyNamedTupleElement: true } ? element.Name : name == StructType.ValueIfAny ? "Value" : name);
            around = element?.Type ?? FieldIn(around, index);
            whole = index >= 0 ? whole!.Fields[index].Type as StructType : null;
        }
        return names.ToEquatableArray();
    }

    private static ITypeSymbol? FieldIn(ITypeSymbol? type, int index) => type is not INamedTypeSymbol named ? null
        : NullableValues.IsNullable(named) ? named.TypeArguments[0]
        : StructTypes.FieldsOf(named).ElementAtOrDefault(index)?.Type;
}
