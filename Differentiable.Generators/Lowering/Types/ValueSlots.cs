using Differentiable.Generators.Lowering.Arrays;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>How much a struct takes that can be kept by value, in places of 8 bytes: one for each number in it, at most.</summary>
internal static class ValueSlots
{
    /// <summary>None for what is no struct, holds references, or is written in a way of its own (tuples, values that may be missing, indices and ranges).</summary>
    public static int Of(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Struct, IsUnmanagedType: true, IsRefLikeType: false } => IsOfLanguage(type) ? 0 : Math.Max(In(type), 1),
        // What it takes shows where the method is called. The value stack refuses what holds references.
        ITypeParameterSymbol { HasValueTypeConstraint: true } or ITypeParameterSymbol { HasUnmanagedTypeConstraint: true } => 1,
        _ => 0,
    };

    private static bool IsOfLanguage(ITypeSymbol type) => type.IsTupleType || IsOfLanguage(type.OriginalDefinition.SpecialType)
        || type is { Name: "Index" or "Range", ContainingNamespace: var space } && TypeLowering.IsSystem(space);

    private static bool IsOfLanguage(SpecialType type) =>
        type is SpecialType.System_Nullable_T or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Char;

    private static int In(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Decimal)
            return 2;
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_DateTime) || type.TypeKind != TypeKind.Struct)
            return 1;
        int slots = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Sum(field => field.IsFixedSizeBuffer ? field.FixedSize : In(field.Type));
        return slots * Math.Max(InlineArrays.LengthOf((INamedTypeSymbol)type), 1);
    }
}
