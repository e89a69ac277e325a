using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>
/// Types that are not followed, but may bring real numbers along: a decimal, a list, an object, an interface, code that returns a number. A parameter of such a type is
/// constant only where the user says so.
/// </summary>
internal static class HiddenReals
{
    /// <summary>May a value of this type hold real numbers, or give some?</summary>
    public static bool MayBeIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MayBeIn(array.ElementType),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol or IDynamicTypeSymbol => true,
        INamedTypeSymbol named => MayBeIn(named),
        _ => RealData.IsIn(type),
    };

    private static bool MayBeIn(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
            return type.DelegateInvokeMethod is { ReturnsVoid: false } invoke && MayBeIn(invoke.ReturnType);
        return TakesAnyNumber(type) || type.TypeArguments.Any(MayBeIn) || GivesNumbers(type) || Holds(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
    }

    /// <summary>Can a number be put into it in a box?</summary>
    private static bool TakesAnyNumber(INamedTypeSymbol type) => type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        || type is { TypeKind: TypeKind.Interface, Arity: 0, Name: "IComparable" or "IFormattable" or "IConvertible" } && TypeLowering.IsSystem(type.ContainingNamespace)
        || type is { Arity: 0, ContainingNamespace: { Name: "Collections", ContainingNamespace: var space }, Name: not "BitArray" } && TypeLowering.IsSystem(space);

    /// <summary>Does it ask whoever implements it for numbers?</summary>
    private static bool GivesNumbers(INamedTypeSymbol type) => type.IsAbstract && type.GetMembers().Any(member => member switch
    {
        IPropertySymbol { IsAbstract: true } property => IsNumber(property.Type),
        IMethodSymbol { IsAbstract: true, IsStatic: false } method => IsNumber(method.ReturnType),
        _ => false,
    });

    private static bool Holds(ITypeSymbol type, HashSet<ITypeSymbol> seen) => IsNumber(type)
        || type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named && seen.Add(named)
            && (named.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false } field && Holds(field.Type, seen))
                || named.BaseType is { } parent && Holds(parent, seen));

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType == SpecialType.System_Decimal || RealData.IsIn(type)
        || type is IArrayTypeSymbol array && IsNumber(array.ElementType);
}
