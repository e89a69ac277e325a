using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>
/// Methods of the user's without attribute: static ones, extensions, and those that a class calls on its own object. Through which of them derivatives go is found when the method is lowered
/// (<see cref="OpenedHelpers"/>). Those that work on what they are given, and are given no real numbers (they swap rows of a permutation, or step a generator of random numbers), have their code in the place of
/// their calls at once, unless they call themselves.
/// </summary>
internal static class UnmarkedHelpers
{
    /// <summary>The call with the helper's code in its place; null where it stays a call.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        if (IsOpened(context, call, call.TargetMethod))
            return HelperCalls.Lower(context, call);
        return WritesWithoutReals(context, call.TargetMethod) ? InlineLowering.Call(context, call, call.TargetMethod) : null;
    }

    /// <summary>Has the helper that a call or a property runs its code in that place?</summary>
    public static bool IsOpened(LoweringContext context, IOperation call, IMethodSymbol? method) =>
        method is not null && context.Helpers.Contains(method) && RunBy(call, method) is not null;

    /// <summary>What a call or a property runs, if that is the same whatever object it is asked of; null for what another object does.</summary>
    public static IMethodSymbol? RunBy(IOperation call, IMethodSymbol? method)
    {
        IOperation? instance = call is IInvocationOperation invocation ? invocation.Instance : (call as IPropertyReferenceOperation)?.Instance;
        bool isOnThis = instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true };
        return method is not null && (method.IsStatic || ExtensionBlocks.IsBlock(method.ContainingType) || isOnThis) ? method : null;
    }

    /// <summary>What keeps the code of a method or a property of the user's from standing in the place of the call, as it is written in messages; empty where that is no more than that it has no source here.</summary>
    public static string ReasonAgainst(LoweringContext context, IOperation call, IMethodSymbol? method)
    {
        if (method is null || !method.DeclaringSyntaxReferences.Any(reference => context.IsOfUser(reference.SyntaxTree)))
            return "";
        if (method.IsStatic && Dispatch.MayBeAnother(method))
            return $", of which each type has its own (mark it [Differentiable] in '{method.ContainingType.Name}', make that partial, and mark each implementation)";
        if (method.ContainingType.TypeKind == TypeKind.Interface || (!method.IsStatic && Dispatch.MayBeAnother(method)))
            return ", of which each object may have its own, so that only at run time it is known which one runs (call one that is not virtual, or sealed, and that is marked)";
        return RunBy(call, method) is null ? ", which runs on another object, whose code is not looked into" : "";
    }

    /// <summary>Is it a method whose code, which is part of this compilation, can stand in the place of its calls?</summary>
    public static bool IsOne(LoweringContext context, IMethodSymbol method) =>
        (InlinedCode.IsPlainStatic(method) || ExtensionBlocks.IsBlock(method.ContainingType) || IsOfClass(method))
        && !method.IsAsync && !Attributes.IsDifferentiable(method) && context.Rules.Find(method).Count == 0
        && InlinedCode.Of(context, method) is { Block: { } block } code && context.IsOfUser(code.Declaration.SyntaxTree)
        && !block.Descendants().Any(IsInTheWay);

    /// <summary>Is it what only the method itself can do: to yield, or to name the field behind its property?</summary>
    private static bool IsInTheWay(IOperation part) => part.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak || part is IFieldReferenceOperation { Field.IsImplicitlyDeclared: true, Field.ContainingType.IsTupleType: false };

    /// <summary>Is it a method or a property of a class that no derived class has another for?</summary>
    public static bool IsOfClass(IMethodSymbol method) => method is
    {
        MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet, AssociatedSymbol: not IPropertySymbol { IsIndexer: true }, IsStatic: false, ContainingType.TypeKind: TypeKind.Class,
    } && !Dispatch.MayBeAnother(method);

    /// <summary>Does it give real numbers to its caller, as a result or by what it is passed?</summary>
    public static bool GivesReals(IMethodSymbol method) => !Purity.IsHarmless(method.ReturnType)
        || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out || !Purity.IsHarmless(parameter.Type) && TypeLowering.Lower(parameter.Type) is not ScalarType);

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
