using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>The structs of the user's that generated code can call by a short name: what that name means where the method stands, without any import.</summary>
internal static class VisibleTypes
{
    public static IEnumerable<VisibleType> Of(LoweringContext context)
    {
        HashSet<INamedTypeSymbol> met = new(SymbolEqualityComparer.Default);
        foreach (ISymbol symbol in context.Places.Keys)
            Collect(symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type, met);
        Collect(context.Method.ReturnType, met);
        if (!context.Method.IsStatic)
            Collect(context.Method.ContainingType, met);
        return met
            .Select(type => new VisibleType(FullName(type), ShortName(context, type) ?? ""))
            .Where(type => type.Name.Length > 0)
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
    }

    private static void Collect(ITypeSymbol type, HashSet<INamedTypeSymbol> met)
    {
        while (type is IArrayTypeSymbol || TypeLowering.IsSpan(type))
            type = type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0];
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named || TypeLowering.Lower(named) is not StructType)
            return;
        if (named.IsTupleType || met.Add(named.OriginalDefinition))
        {
            foreach (IFieldSymbol field in StructTypes.FieldsOf(named))
                Collect(field.Type, met);
        }
    }

    private static string FullName(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));

    private static string? ShortName(LoweringContext context, INamedTypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(Find(context, type.Name, type.Arity), type))
            return Literals.Identifier(type.Name);
        return type.ContainingType is { IsGenericType: false } outer && ShortName(context, outer) is { } name ? $"{name}.{Literals.Identifier(type.Name)}" : null;
    }

    /// <summary>What the name means in the method's type; nothing where members that are no types have it as well.</summary>
    private static INamedTypeSymbol? Find(LoweringContext context, string name, int arity)
    {
        if (context.Method.TypeParameters.Any(parameter => parameter.Name == name))
            return null;
        for (INamedTypeSymbol? around = context.Method.ContainingType; around is not null; around = around.ContainingType)
        {
            if (around.Name == name && around.Arity == arity && around.ContainingType is null)
                break;
            if (around.TypeParameters.Any(parameter => parameter.Name == name))
                return null;
            ISymbol[] members = [.. Bases(around).SelectMany(type => type.GetMembers(name))];
            if (members.Length > 0)
                return members is [INamedTypeSymbol type] && type.Arity == arity ? type : null;
        }
        for (INamespaceSymbol? space = context.Method.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            INamespaceSymbol whole = context.Model.Compilation.GetCompilationNamespace(space) ?? space;
            ISymbol[] members = [.. whole.GetMembers(name)];
            if (members.Length > 0)
                return members is [INamedTypeSymbol type] && type.Arity == arity ? type : null;
        }
        return null;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
