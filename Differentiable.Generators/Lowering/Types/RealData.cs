using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>Does a value of this type hold real numbers that a derivative could be wanted for?</summary>
internal static class RealData
{
    public static bool IsIn(ITypeSymbol type) => IsIn(Substitution.Of(type), new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool IsIn(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single)
            return true;
        if (type.SpecialType is not SpecialType.None || !seen.Add(type))
            return false;
        return type switch
        {
            IArrayTypeSymbol array => IsIn(array.ElementType, seen),
            IPointerTypeSymbol pointer => IsIn(pointer.PointedAtType, seen),
            ITypeParameterSymbol parameter => !parameter.HasReferenceTypeConstraint && !NumericConstraints.IsInteger(parameter),
            INamedTypeSymbol named => IsInNamed(named, seen),
            _ => false,
        };
    }

    private static bool IsInNamed(INamedTypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        // A delegate is code; what it is called with is judged at the call.
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Enum or TypeKind.Error)
            return false;
        // Of the vectors and matrices of System.Numerics, reference assemblies leave the fields out.
        return TypeLowering.IsHalf(type)
            || TypeLowering.IsNumerics(type.ContainingNamespace) && type.Name != "BigInteger"
            || type.TypeArguments.Any(a => IsIn(a, seen))
            || type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false } field && IsIn(field.Type, seen));
    }
}
