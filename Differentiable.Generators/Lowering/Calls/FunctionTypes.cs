using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Types that say what is done, <c>Sum&lt;Square&gt;(x)</c>: they stand for type parameters that are asked for static members of an interface of the user's. A static method that is
/// given one is another method for each of them, as one that is given a lambda is.
/// </summary>
internal static class FunctionTypes
{
    /// <summary>The call of a method that is given such a type; null for any other, and where the method's code is not known.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call) =>
        InlinedCode.IsPlainStatic(call.TargetMethod) && AreGivenTo(call.TargetMethod) ? LocalFunctionLowering.TryLower(context, call) : null;

    /// <summary>Is the method, or a type around it, given such a type?</summary>
    private static bool AreGivenTo(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (AreIn(type.TypeParameters, type.TypeArguments))
                return true;
        }
        return AreIn(method.TypeParameters, method.TypeArguments);
    }

    private static bool AreIn(IEnumerable<ITypeParameterSymbol> parameters, IEnumerable<ITypeSymbol> arguments) => parameters
        .Zip(arguments, (parameter, argument) => Substitution.Of(argument) is INamedTypeSymbol && IsAsked(parameter))
        .Any(isFunction => isFunction);

    private static bool IsAsked(ITypeParameterSymbol parameter) => parameter.ConstraintTypes
        .SelectMany(type => type.AllInterfaces.Cast<ITypeSymbol>().Prepend(type))
        .Any(type => type is { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: false } && type.GetMembers().Any(member => member is { IsStatic: true } and ({ IsAbstract: true } or { IsVirtual: true })));
}
