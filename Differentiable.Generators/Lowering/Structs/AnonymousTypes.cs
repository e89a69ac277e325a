using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Anonymous types, <c>new { v, Square = v * v }</c>, and those that query expressions have for several variables: nothing can change them, so that they are tuples.</summary>
internal static class AnonymousTypes
{
    /// <summary>The tuple; null for any other type, and for one without properties.</summary>
    public static StructType? TryLower(ITypeSymbol type) =>
        type.IsAnonymousType && Properties(type) is { Length: > 0 } properties ? StructType.Tuple(properties.Select(property => TypeLowering.Lower(property.Type))) : null;

    public static Expr Create(LoweringContext context, IAnonymousObjectCreationOperation creation) => TypeLowering.Lower(creation.Type) is StructType
        ? StructValues.Value(context.LowerOperands([.. creation.Initializers.Select(ValueOf)]))
        : Refusals.Refuse(context, creation);

    /// <summary>A property of one; null for a property of anything else.</summary>
    public static Expr? TryRead(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (reference.Instance is not { Type.IsAnonymousType: true } instance || context.LowerWhole(instance) is not StructValue whole)
            return null;
        return whole.Elements[Array.FindIndex(Properties(instance.Type), property => property.Name == reference.Property.Name)];
    }

    private static IPropertySymbol[] Properties(ITypeSymbol type) => [.. type.GetMembers().OfType<IPropertySymbol>()];

    private static IOperation ValueOf(IOperation initializer) => initializer is ISimpleAssignmentOperation { Value: var value } ? value : initializer;
}
