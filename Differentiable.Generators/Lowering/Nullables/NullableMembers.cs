using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Nullables;

/// <summary>What is read of a value that may be missing: <c>HasValue</c>, <c>Value</c>, <c>GetValueOrDefault</c>, <c>?.</c>.</summary>
internal static class NullableMembers
{
    /// <summary>A property of a followed one, or null for any other property.</summary>
    public static Expr? TryRead(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (reference.Instance is not { } instance || !NullableValues.IsNullable(reference.Property.ContainingType) || !NullableValues.IsFollowed(instance.Type))
            return null;
        (Expr hasValue, Expr value) = NullableValues.Split(context, context.LowerWhole(instance), instance.Type);
        if (reference.Property.Name == nameof(Nullable<int>.HasValue))
            return hasValue;
        NullableValues.Require(context, hasValue);
        return value;
    }

    /// <summary>A method of a followed one, or null for any other call.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        if (call is not { Instance: { } instance, TargetMethod.Name: nameof(Nullable<int>.GetValueOrDefault) }
            || !NullableValues.IsNullable(call.TargetMethod.ContainingType) || !NullableValues.IsFollowed(instance.Type))
            return null;
        Expr[] operands = context.LowerOperands([instance, .. call.Arguments.Select(argument => argument.Value)]);
        (Expr hasValue, Expr value) = NullableValues.Split(context, operands[0], instance.Type);
        Expr otherwise = operands.Length > 1 ? ConversionLowering.Adapt(operands[1], value.Type) : StorageLowering.Zero(value.Type);
        return NullableValues.Choose(context.SaveUnlessSimple(hasValue), value, otherwise);
    }

    /// <summary>A member of what is there, <c>hit?.Distance</c>, or null where it is asked of something that is not followed.</summary>
    public static Expr? TryAccess(LoweringContext context, IConditionalAccessOperation access)
    {
        if (!NullableValues.IsFollowed(access.Operation.Type) || !NullableValues.IsNullable(access.Type))
            return null;
        (Expr hasValue, Expr value) = NullableValues.SplitForUse(context, context.Lower(access.Operation), access.Operation.Type);
        context.Accessed.Push(value);
        ConditionalLowering.Branch present = ConditionalLowering.LowerBranch(context, () => Member(context, access));
        context.Accessed.Pop();
        ConditionalLowering.Branch missing = new(Block.Empty, StorageLowering.Zero(TypeLowering.Lower(access.Type)));
        return ConditionalLowering.Choose(context, hasValue, present, missing, TypeLowering.Lower(access.Type));
    }

    /// <summary>What <c>?.</c> asks the member of.</summary>
    public static Expr Accessed(LoweringContext context, IConditionalAccessInstanceOperation instance) =>
        context.Accessed.Count > 0 ? context.Accessed.Peek() : Refusals.Refuse(context, instance);

    private static Expr Member(LoweringContext context, IConditionalAccessOperation access)
    {
        Expr value = context.LowerWhole(access.WhenNotNull);
        return NullableValues.IsNullable(access.WhenNotNull.Type) ? value : NullableValues.Join(access.Type!, Constant.Of(true), value);
    }
}
