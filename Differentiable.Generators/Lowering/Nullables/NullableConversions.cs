using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Nullables;

/// <summary>Conversions to, from and between types whose values may be missing; <c>??</c> and <c>??=</c>.</summary>
internal static class NullableConversions
{
    /// <summary>A conversion from or to a followed type, or of a real number to a nullable one; null for any other.</summary>
    public static Expr? TryLower(LoweringContext context, IConversionOperation conversion)
    {
        bool toNullable = NullableValues.IsNullable(conversion.Type);
        // A real number that becomes an integer is no longer followed.
        bool isFollowed = NullableValues.IsFollowed(conversion.Operand.Type) || NullableValues.IsFollowed(conversion.Type) || (toNullable && TypeLowering.Lower(conversion.Operand.Type).IsReal);
        if (!isFollowed || conversion.Type?.IsValueType != true || conversion.Operand is IThrowOperation)
            return null;
        if (NullableOperators.IsNull(conversion))
            return StorageLowering.Zero(TypeLowering.Lower(conversion.Type));
        IMethodSymbol? method = UserOperators.Find(context, conversion.OperatorMethod, conversion.ConstrainedToType);
        if (method is not null && !IsLifted(conversion, method))
            return null;
        Expr operand = context.LowerWhole(conversion.Operand);
        if (operand.Type == TypeLowering.Lower(conversion.Type))
            return operand;
        (Expr hasValue, Expr value) = NullableValues.SplitForUse(context, operand, conversion.Operand.Type);
        if (!toNullable)
            NullableValues.Require(context, hasValue);
        ITypeSymbol present = NullableValues.Present(conversion.Type)!;
        Expr Converted() => method is not null ? UserOperators.Lower(context, conversion, method, value)
            : value is Constant { Value: int } ? ConversionLowering.Adapt(value, TypeLowering.Lower(present))
            : ConversionLowering.Convert(context, conversion, value, present);
        return toNullable ? NullableOperators.Present(context, conversion.Type!, hasValue, Converted) : Converted();
    }

    /// <summary><c>a ?? b</c> where one of them is followed, or null for any other.</summary>
    public static Expr? TryLower(LoweringContext context, ICoalesceOperation coalesce)
    {
        if (!NullableValues.IsNullable(coalesce.Value.Type) || (!NullableValues.IsFollowed(coalesce.Value.Type) && !NullableValues.IsFollowed(coalesce.Type)))
            return null;
        (Expr hasValue, Expr value) = NullableValues.SplitForUse(context, context.Lower(coalesce.Value), coalesce.Value.Type);
        ConditionalLowering.Branch whenNull = ConditionalLowering.LowerBranch(context, () => context.LowerWhole(coalesce.WhenNull));
        Expr converted = ConversionLowering.Adapt(value, TypeLowering.Lower(NullableValues.Present(coalesce.Type)));
        Expr whenPresent = NullableValues.IsNullable(coalesce.Type) ? NullableValues.Join(coalesce.Type!, Constant.Of(true), converted) : converted;
        return ConditionalLowering.Choose(context, hasValue, new(Block.Empty, whenPresent), whenNull, TypeLowering.Lower(coalesce.Type));
    }

    /// <summary><c>a ??= b</c> for a followed one.</summary>
    public static Expr Lower(LoweringContext context, ICoalesceAssignmentOperation assignment, Place place)
    {
        (Expr hasValue, _) = NullableValues.Split(context, context.Read(place), assignment.Target.Type);
        context.BeginBlock();
        context.Write(place, ConversionLowering.Adapt(context.LowerWhole(assignment.Value), TypeLowering.Lower(assignment.Target.Type)));
        context.Add(new If(Fold.Not(hasValue), context.EndBranch(), Block.Empty));
        Expr whole = context.Read(place);
        return NullableValues.IsNullable(assignment.Type) ? whole : NullableValues.Split(context, whole, assignment.Target.Type).Value;
    }

    /// <summary>Does the conversion that a type declares take what is there?</summary>
    private static bool IsLifted(IConversionOperation conversion, IMethodSymbol method) =>
        NullableValues.IsNullable(conversion.Operand.Type) && !NullableValues.IsNullable(method.Parameters[0].Type);
}
