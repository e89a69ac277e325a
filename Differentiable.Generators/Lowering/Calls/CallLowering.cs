using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Declarations;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>Calls, in the order in which their meaning is looked for.</summary>
internal static class CallLowering
{
    public static Expr Lower(LoweringContext context, IInvocationOperation call, bool wantsValue = true)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalFunctionLowering.Lower(context, call);
        if (LocalLists.TryCall(context, call) is { } ofList)
            return ofList;
        if (ListArguments.TryCall(context, call) is { } givenList)
            return givenList;
        if (Queries.TryCall(context, call) is { } query)
            return query;
        if (KnownFunctions.TryCall(context, call) is { } known)
            return known;
        if (NullableMembers.TryCall(context, call) is { } ofNullable)
            return ofNullable;
        if (PrimitiveLoops.TryCallWithin(context, call) is { } within)
            return within;
        if (!TensorArguments.AreListed(call) && RuleCalls.TryLower(context, call, wantsValue) is { } ruled)
            return ruled;
        if (TensorLowering.TryCall(context, call) is { } tensor)
            return tensor;
        if (ReturnedReferences.TryCall(context, call) is { } referred)
            return referred;
        if (IntrinsicSymbols.IsHome(method.ContainingType) || NumericConstraints.IsOnNumber(method, call.ConstrainedToType))
            return IntrinsicLowering.Lower(context, call);
        if (StorageCalls.TryLower(context, call) is { } storage)
            return storage;
        if (IsStopGradient(method))
            return new Apply(Op.StopGradient, TypeLowering.Lower(method.ReturnType), [context.Lower(call.Arguments[0].Value)]);
        if (CheckpointLowering.IsMarker(method))
            return CheckpointLowering.Lower(context, call);
        if (Attributes.IsDifferentiable(method))
            return DifferentiableCalls.Lower(context, call, wantsValue);
        if (GeneratedMembers.Contain(method, context.Method.ContainingAssembly))
            return context.Refuse(Descriptors.ExternalCall, call, $"{method.ContainingType.Name}.{method.Name}", ", which is generated and not there yet when derivatives are written");
        if (StructEquality.TryLower(context, call) is { } equality)
            return equality;
        if (ArrayIdentity.TryCall(context, call) is { } identity)
            return identity;
        if (StructMembers.TryCallDeconstruct(context, call))
            return Nothing;
        if (FunctionTypes.TryCall(context, call) is { } ofTypes)
            return ofTypes;
        if (InlineLowering.Applicable(method, call.ConstrainedToType ?? call.Instance?.Type) is { } member && !IsOfObject(member) && !InlineLowering.IsQuestion(context, member))
            return InlineLowering.Call(context, call, member);
        if (UnmarkedHelpers.TryCall(context, call) is { } helper)
            return helper;
        return ExternalLowering.Lower(context, call);
    }

    /// <summary>Is it a member that every object has? What a struct makes of it carries no derivative.</summary>
    private static bool IsOfObject(IMethodSymbol method) => method is { Name: "ToString" or "GetHashCode" or "GetType", Parameters.IsEmpty: true };

    /// <summary>What a call without a result stands for.</summary>
    public static Expr Nothing { get; } = Opaque.DefaultLiteral(new OpaqueType("void"));

    public static bool IsStopGradient(IMethodSymbol method) =>
        method is { Name: "StopGradient", Parameters.Length: 1 } && Attributes.IsOurs(method.ContainingNamespace)
        && TypeLowering.Lower(method.ReturnType).IsReal;
}
