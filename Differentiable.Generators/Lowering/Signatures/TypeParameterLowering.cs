using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>The type parameters of a method with their constraints, which the emitted members repeat.</summary>
internal static class TypeParameterLowering
{
    public static EquatableArray<GenericParameter> Lower(IMethodSymbol method) =>
        method.TypeParameters.Select(parameter => new GenericParameter(Literals.Identifier(parameter.Name), ConstraintsOf(parameter))).ToEquatableArray();

    private static string[] ConstraintsOf(ITypeParameterSymbol parameter)
    {
        string? first = parameter switch
        {
            { HasUnmanagedTypeConstraint: true } => "unmanaged",
            { HasValueTypeConstraint: true } => "struct",
            { HasReferenceTypeConstraint: true, ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.Annotated } => "class?",
            { HasReferenceTypeConstraint: true } => "class",
            { HasNotNullConstraint: true } => "notnull",
            _ => null,
        };
        IEnumerable<string> types = parameter.ConstraintTypes.Select(type => TypeLowering.AnnotatedName(type) ?? TypeLowering.FullName(type));
        return
        [
            .. first is null ? [] : new[] { first },
            .. types,
            .. parameter.HasConstructorConstraint ? new[] { "new()" } : [],
            .. parameter.AllowsRefLikeType ? new[] { "allows ref struct" } : [],
        ];
    }
}
