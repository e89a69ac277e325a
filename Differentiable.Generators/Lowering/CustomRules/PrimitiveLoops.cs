using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Declarations;
using Differentiable.Generators.Lowering.Inlining;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>
/// Calls of <c>TensorPrimitives</c> in methods whose derivatives are of higher order than its rules give: loops over single elements, whose functions have derivatives of any order, stand in their place.
/// </summary>
internal static class PrimitiveLoops
{
    /// <summary>The loops; null where the rules are enough, or are the user's.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call, Callee callee) =>
        RuleModes.EndsEarly(Requests.Of(context.Method), callee.Rule!.Tangent) ? TryLower(context, call) : null;

    /// <summary>A call within such loops of what several of them have in common.</summary>
    public static Expr? TryCallWithin(LoweringContext context, IInvocationOperation call) => context.IsOfMirror(call.Syntax.SyntaxTree) ? TryLower(context, call) : null;

    private static Expr? TryLower(LoweringContext context, IInvocationOperation call) =>
        context.LoopOf(call.TargetMethod) is { } mirror ? LocalFunctionLowering.LowerMirror(context, call, mirror) : null;
}
