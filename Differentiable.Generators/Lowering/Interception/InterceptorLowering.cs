using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Interception;

/// <summary>What the interceptor of a method looks like: the method's own signature, with its object in front, and a call of the operation.</summary>
internal static class InterceptorLowering
{
    private const string Self = "self";

    public static Interceptor Lower(IMethodSymbol method, IEnumerable<string> locations)
    {
        IEnumerable<string> parameters = method.Parameters.Select((parameter, i) => (i == 0 && method.IsExtensionMethod ? "this " : "") + Declaration(parameter));
        string self = FreeName.Like(Self, name => method.Parameters.Any(parameter => parameter.Name == name));
        string type = TypeLowering.FullName(method.ContainingType);
        string typeArguments = method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(parameter => Literals.Identifier(parameter.Name)))}>";
        return new(
            $"{typeArguments}({string.Join(", ", method.IsStatic ? parameters : parameters.Prepend($"this {type} {self}"))})",
            TypeParameterLowering.Lower(method).Where(parameter => parameter.Constraints.Count > 0).Select(parameter => $"where {parameter.Name} : {string.Join(", ", parameter.Constraints)}").ToEquatableArray(),
            Name(method.ReturnType),
            method.Name,
            $"{(method.IsStatic ? type : self)}.{method.Name}{OperationForm.Suffix}{typeArguments}({string.Join(", ", method.Parameters.Select(parameter => Literals.Identifier(parameter.Name)))})",
            locations.ToEquatableArray());
    }

    private static string Declaration(IParameterSymbol parameter) =>
        $"{Modifier(parameter)}{Name(parameter.Type)} {Literals.Identifier(parameter.Name)}";

    private static string Modifier(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };

    private static string Name(ITypeSymbol type) => TypeLowering.AnnotatedName(type) ?? TypeLowering.FullName(type);
}
