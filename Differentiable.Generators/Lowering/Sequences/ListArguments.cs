using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>Code that is handed a list, and stands in the place of the call, where its parameter is another name of the list: local functions, static methods and those that a class calls on its own object.</summary>
/// <param name="Parameter">What the list is called there.</param>
/// <param name="Code">What is done.</param>
internal sealed record ListArguments(IParameterSymbol Parameter, IBlockOperation Code)
{
    /// <summary>The code that an argument, which is a list, is handed to; null where that is not in sight or calls itself.</summary>
    public static ListArguments? Of(LoweringContext context, IArgumentOperation argument)
    {
        if (argument is not { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation call } || context.ListOf(parameter.Type) is null || IsGivenTwice(argument, call))
            return null;
        return CodeOf(context, call) is var (method, code) && !Reach.Of(context, method, code).IsRecursive ? new(method.Parameters[parameter.Ordinal], code) : null;
    }

    /// <summary>The call with the code in its place, if it is given a list that is followed.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call) =>
        call.Arguments.Any(argument => LocalLists.IsOne(context, argument.Value) && Of(context, argument) is not null) ? HelperCalls.Lower(context, call) : null;

    /// <summary>The list itself for a parameter that is given one that is followed.</summary>
    public static Place? TryBind(LoweringContext context, IArgumentOperation argument) =>
        !Queries.IsSource(argument) && LocalLists.IsOne(context, argument.Value) ? context.LowerPlace(argument.Value) : null;

    /// <summary>Two parameters would be names for one list: what is done by one would have to be seen by the other.</summary>
    private static bool IsGivenTwice(IArgumentOperation argument, IInvocationOperation call) =>
        call.Arguments.Any(other => other != argument && ConversionLowering.Written(other.Value).Syntax.ToString() == argument.Value.Syntax.ToString());

    private static (IMethodSymbol Method, IBlockOperation Code)? CodeOf(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (method.MethodKind == MethodKind.LocalFunction)
            return context.LocalFunctions.TryGetValue(method, out ILocalFunctionOperation? function) && function.Body is { } body ? (method, body) : null;
        return !ExtensionBlocks.IsBlock(method.ContainingType) && UnmarkedHelpers.RunBy(call, method) is not null && UnmarkedHelpers.IsOne(context, method)
            && InlinedCode.Of(context, method) is { Block: { } block } code ? (code.Method, block) : null;
    }
}
