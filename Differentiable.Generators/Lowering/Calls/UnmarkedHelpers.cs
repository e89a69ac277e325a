using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Static methods of the user's without attribute. Through which of them derivatives go is found when the method is lowered (<see cref="OpenedHelpers"/>). Those that work on what they are given, and are given no real
/// numbers (they swap rows of a permutation, or step a generator of random numbers), have their code in the place of their calls at once, unless they call themselves.
/// </summary>
internal static class UnmarkedHelpers
{
    /// <summary>The call with the helper's code in its place; null where it stays a call.</summary>
    public static Ir.Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        if (context.Helpers.Contains(call.TargetMethod))
            return HelperCalls.Lower(context, call);
        return WritesWithoutReals(context, call.TargetMethod) ? InlineLowering.Call(context, call, call.TargetMethod) : null;
    }

    /// <summary>Is it a method whose code can stand in the place of its calls: that of the user's, static or an extension, and of this compilation?</summary>
    public static bool IsOne(LoweringContext context, IMethodSymbol method) =>
        (InlinedCode.IsPlainStatic(method) || ExtensionBlocks.IsBlock(method.ContainingType))
        && !method.IsAsync && !Attributes.IsDifferentiable(method)
        && InlinedCode.Of(context, method) is { Block: { } block } code && context.IsOfUser(code.Declaration.SyntaxTree)
        && !block.Descendants().Any(part => part.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    private static bool WritesWithoutReals(LoweringContext context, IMethodSymbol method) =>
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
