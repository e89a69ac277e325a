using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>Calls of helpers through which derivatives go: their code stands in the place of the call, or beside the method where they call themselves.</summary>
internal static class HelperCalls
{
    public static Expr Lower(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (InlinedCode.Of(context, method) is not { Block: { } block } code)
            return context.Fail(call.Type);
        if (ExtensionBlocks.ReceiverCount(code.Method) > 0)
            return Lower(context, call, code, () => InlineLowering.Call(context, call, method));
        context.Reassignments.Include(code.Declaration);
        FunctionPlace function = new(code.Method, block, code.Types);
        return LiftedCalls.TryLower(context, call, function) ?? Lower(context, call, code, () => LocalFunctionLowering.LowerInPlace(context, call, function));
    }

    /// <summary>A property of an extension block, or one that the object computes.</summary>
    public static Expr Get(LoweringContext context, IPropertyReferenceOperation reference) =>
        InlinedCode.Of(context, reference.Property.GetMethod!) is { } code
            ? Lower(context, reference, code, () => InlineLowering.GetAsMethod(context, reference))
            : context.Fail(reference.Type);

    private static Expr Lower(LoweringContext context, IOperation call, InlinedCode code, Func<Expr> lower) => OpenCode.HasRecursion(context, code)
        ? context.Refuse(Descriptors.ExternalCall, call, $"{ExtensionBlocks.TypeOf(code.Method).Name}.{code.Method.Name}", ", which calls itself through code that stands in the place of its calls")
        : context.HelperSizes.Lower(context, call, code, lower);
}
