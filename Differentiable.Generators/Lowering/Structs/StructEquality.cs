using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Comparisons of tuples and records, which the compiler makes field by field. Their results are decisions and carry no derivative.</summary>
internal static class StructEquality
{
    /// <summary>The operator of a record that nobody wrote, or null for any other.</summary>
    public static Expr? TryLower(IMethodSymbol method, Expr[] operands)
    {
        if (!method.IsImplicitlyDeclared || operands is not [StructValue left, StructValue right])
            return null;
        Expr equal = AreEqual(left, right);
        return method.Name == WellKnownMemberNames.InequalityOperatorName ? Fold.Not(equal) : equal;
    }

    /// <summary><c>Equals</c> of a struct that nobody wrote, or null for any other.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "Equals", IsStatic: false } method, Instance: { } instance, Arguments: [{ Value: var argument }] }
            || InlinedCode.Of(context, method) is not null)
            return null;
        IOperation other = argument is IConversionOperation { OperatorMethod: null } boxing ? boxing.Operand : argument;
        if (TypeLowering.Lower(instance.Type) is not StructType { HoldsInline: false } type || !IsOfType(other, type))
            return null;
        Expr[] operands = context.LowerOperands(instance, other);
        return AreEqual((StructValue)operands[0], (StructValue)ConversionLowering.Adapt(operands[1], type));
    }

    /// <summary>Is it of the type, or what may be missing in the type?</summary>
    private static bool IsOfType(IOperation other, StructType type) => TypeLowering.Lower(other.Type) is var own && (own == type || type.IsNullable && own == type.Fields[1].Type);

    /// <summary><c>==</c> of tuples uses that of their elements.</summary>
    public static Expr Lower(LoweringContext context, ITupleBinaryOperation comparison)
    {
        Expr[] operands = context.LowerOperands(comparison.LeftOperand, comparison.RightOperand);
        List<Expr> left = [.. StructValues.Leaves(operands[0])], right = [.. StructValues.Leaves(operands[1])];
        if (left.Count != right.Count || left.Concat(right).Any(leaf => leaf.Type is not ScalarType))
            return Refusals.Refuse(context, comparison);
        Expr equal = Constant.Of(true);
        for (int i = 0; i < left.Count; i++)
            equal = Fold.AndAlso(equal, Fold.Compare(Op.Equal, left[i], ConversionLowering.Adapt(right[i], left[i].Type)));
        return comparison.OperatorKind == BinaryOperatorKind.Equals ? equal : Fold.Not(equal);
    }

    /// <summary>As <c>EqualityComparer</c> compares: a number that is not one equals itself.</summary>
    private static Expr AreEqual(StructValue left, StructValue right) => StructValues.Leaves(left).Zip(StructValues.Leaves(right), (one, other) => (one, other))
        .Select(pair => pair.one.Type is ScalarType { IsReal: false }
            ? Fold.Compare(Op.Equal, pair.one, pair.other)
            : new OpaqueBuilder().Operand(pair.one).Text(".Equals(").Hole(pair.other).Text(")").Build(IrType.Boolean, isPure: true))
        .Aggregate((Expr)Constant.Of(true), Fold.AndAlso);
}
