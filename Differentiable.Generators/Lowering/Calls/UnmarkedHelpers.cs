using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Static methods of the user's that work on what they are given, and are given no real numbers: they swap rows of a permutation, or step a generator of random numbers. There is nothing to
/// differentiate them by, so that they cannot be marked; their code stands in the place of the call, unless they call themselves.
/// </summary>
internal static class UnmarkedHelpers
{
    public static bool Applies(LoweringContext context, IMethodSymbol method) =>
        InlinedCode.IsPlainStatic(method) && !Attributes.IsDifferentiable(method)
        && method.Parameters.Any(parameter => MayWrite(method, parameter)) && !method.Parameters.Any(parameter => RealData.IsIn(parameter.Type))
        && InlinedCode.Of(context, method) is { Block: { } block } code && context.IsOfUser(code.Declaration.SyntaxTree) && !OpenCode.Has(context, code.Method) && !Reach.Of(context, code.Method, block).IsRecursive;

    /// <summary>
    /// What a call with a value gives out stays text, which <see cref="ReferenceArguments"/> receives. That could receive what is passed by <c>ref</c> as well; in the place of the call it needs no copy and
    /// no tuple.
    /// </summary>
    private static bool MayWrite(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.Ref || (parameter.RefKind == RefKind.Out && method.ReturnsVoid) || TypeLowering.Lower(parameter.Type).IsWritable;
}
