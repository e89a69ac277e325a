using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Nullables;

/// <summary>Lifted operators: on values that may be missing, whose result is missing, or false, where an operand is. Where one is missing, nothing is computed.</summary>
internal static class NullableOperators
{
    /// <summary>A lifted unary operator on a followed value; null for any other.</summary>
    public static Expr? TryLower(LoweringContext context, IUnaryOperation unary)
    {
        if (!unary.IsLifted || !NullableValues.IsFollowed(unary.Operand.Type))
            return null;
        (Expr hasValue, Expr value) = NullableValues.SplitForUse(context, context.Lower(unary.Operand), unary.Operand.Type);
        return Present(context, unary.Type!, hasValue, () => UserOperators.Find(context, unary.OperatorMethod, unary.ConstrainedToType) is { } method
            ? UserOperators.Lower(context, unary, method, value)
            : OperatorLowering.Apply(context, unary, TypeLowering.Lower(NullableValues.Present(unary.Type)), value));
    }

    /// <summary>A lifted binary operator on followed values, or a comparison with <c>null</c>; null for any other.</summary>
    public static Expr? TryLower(LoweringContext context, IBinaryOperation binary)
    {
        if (TestedForNull(binary) is { } tested)
        {
            (Expr isThere, _) = NullableValues.Split(context, context.LowerWhole(tested), tested.Type);
            return binary.OperatorKind == BinaryOperatorKind.Equals ? Fold.Not(isThere) : isThere;
        }
        bool isFollowed = NullableValues.IsFollowed(binary.LeftOperand.Type) || NullableValues.IsFollowed(binary.RightOperand.Type) || NullableValues.IsFollowed(binary.Type);
        if (!binary.IsLifted || !isFollowed)
            return null;
        Expr[] operands = context.LowerOperands(binary.LeftOperand, binary.RightOperand);
        var left = NullableValues.SplitForUse(context, operands[0], binary.LeftOperand.Type);
        var right = NullableValues.SplitForUse(context, operands[1], binary.RightOperand.Type);
        IMethodSymbol? method = UserOperators.Find(context, binary.OperatorMethod, binary.ConstrainedToType);
        Expr OfValues() => method is not null
            ? UserOperators.Lower(context, binary, method, left.Value, right.Value)
            : OperatorLowering.Apply(context, binary, binary.OperatorKind, TypeLowering.Lower(NullableValues.Present(binary.Type)), left.Value, right.Value, binary.IsChecked);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => AreEqual(context, left.HasValue, right.HasValue, OfValues),
            BinaryOperatorKind.NotEquals => Fold.Not(AreEqual(context, left.HasValue, right.HasValue, () => Fold.Not(OfValues()))),
            _ when !NullableValues.IsNullable(binary.Type) => ConditionalLowering.AndAlso(context, Fold.AndAlso(left.HasValue, right.HasValue), OfValues),
            _ => Present(context, binary.Type!, Fold.AndAlso(left.HasValue, right.HasValue), OfValues),
        };
    }

    /// <summary>The new value of a followed one that a lifted operator changes.</summary>
    public static Expr Combine(LoweringContext context, ICompoundAssignmentOperation assignment, IMethodSymbol? method, Expr left, Expr right)
    {
        var old = NullableValues.SplitForUse(context, left, assignment.Target.Type);
        var given = NullableValues.SplitForUse(context, right, assignment.Value.Type);
        return Present(context, assignment.Target.Type!, Fold.AndAlso(old.HasValue, given.HasValue), () => method is not null
            ? UserOperators.Lower(context, assignment, method, old.Value, given.Value)
            : ConversionLowering.Adapt(
                OperatorLowering.Apply(context, assignment, assignment.OperatorKind, given.Value.Type, ConversionLowering.Adapt(old.Value, given.Value.Type), given.Value, assignment.IsChecked),
                old.Value.Type));
    }

    /// <summary>A value that is computed from others if all of them are there.</summary>
    /// <param name="context">Where.</param>
    /// <param name="type">The nullable type of the result.</param>
    /// <param name="areThere">Are they?</param>
    /// <param name="compute">What computes it.</param>
    public static Expr Present(LoweringContext context, ITypeSymbol type, Expr areThere, Func<Expr> compute)
    {
        if (areThere is Constant { Value: false })
            return StorageLowering.Zero(TypeLowering.Lower(type));
        Expr hasValue = context.SaveUnlessSimple(areThere);
        IrType present = TypeLowering.Lower(NullableValues.Present(type));
        ConditionalLowering.Branch computed = ConditionalLowering.LowerBranch(context, compute);
        Expr value = ConditionalLowering.Choose(context, hasValue, computed, new(Block.Empty, StorageLowering.Zero(present)), present);
        return NullableValues.Join(type, hasValue, value);
    }

    /// <summary>Two are equal if both are missing, or both are there and equal.</summary>
    private static Expr AreEqual(LoweringContext context, Expr left, Expr right, Func<Expr> ofValues) => (left, right) switch
    {
        (Constant { Value: false }, _) => Fold.Not(right),
        (_, Constant { Value: false }) => Fold.Not(left),
        (_, Constant) => ConditionalLowering.AndAlso(context, left, ofValues),
        (Constant, _) => ConditionalLowering.AndAlso(context, right, ofValues),
        _ => ConditionalLowering.AndAlso(context, Fold.Compare(Op.Equal, left, right), () => ConditionalLowering.OrElse(context, Fold.Not(left), ofValues)),
    };

    /// <summary>The followed value that is compared with <c>null</c>.</summary>
    private static IOperation? TestedForNull(IBinaryOperation binary)
    {
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return null;
        IOperation? tested = IsNull(binary.RightOperand) ? binary.LeftOperand : IsNull(binary.LeftOperand) ? binary.RightOperand : null;
        return NullableValues.IsFollowed(tested?.Type) ? tested : null;
    }

    /// <summary>Is it the literal, whatever type it is given?</summary>
    public static bool IsNull(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || operation is IConversionOperation { OperatorMethod: null, Operand.ConstantValue: { HasValue: true, Value: null } };
}
