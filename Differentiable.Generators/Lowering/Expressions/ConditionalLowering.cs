using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>
/// Operands that are evaluated only sometimes: <c>?:</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>??</c>. They stay expressions unless evaluating
/// them takes statements.
/// </summary>
internal static class ConditionalLowering
{
    /// <summary>A value together with the statements that come before it.</summary>
    public readonly record struct Branch(Block Block, Expr Value)
    {
        public bool Throws => Block.Statements.Count > 0 && Block.Statements[Block.Statements.Count - 1] is Throw;

        /// <summary>Can it stand inside a conditional expression?</summary>
        public bool IsPlain => Block.IsEmpty && !Value.Type.IsStorage && Value is not (StructValue or Opaque { IsPure: false });
    }

    public static Expr Lower(LoweringContext context, IConditionalOperation conditional)
    {
        Expr condition = context.Lower(conditional.Condition);
        Branch whenTrue = LowerBranch(context, () => context.LowerWhole(conditional.WhenTrue));
        Branch whenFalse = LowerBranch(context, () => context.LowerWhole(conditional.WhenFalse!));
        return Choose(context, condition, whenTrue, whenFalse, TypeLowering.Lower(conditional.Type));
    }

    public static Expr Lower(LoweringContext context, ICoalesceOperation coalesce)
    {
        if (NullableConversions.TryLower(context, coalesce) is { } ofNullable)
            return ofNullable;
        Expr value = context.Lower(coalesce.Value);
        Branch whenNull = LowerBranch(context, () => context.LowerWhole(coalesce.WhenNull));
        Expr isNull = PatternLowering.IsEqualText(value, Literals.Lower(coalesce.Value.Type, null));
        return Choose(context, isNull, whenNull, new Branch(Block.Empty, Unwrapped(value, coalesce.Value.Type, coalesce.Type)), TypeLowering.Lower(coalesce.Type));
    }

    /// <summary>What is there, where the type says that something may be missing and the expression around it that nothing is.</summary>
    public static Expr Unwrapped(Expr value, ITypeSymbol? type, ITypeSymbol? present) =>
        type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && value.Type is OpaqueType && !SymbolEqualityComparer.Default.Equals(type, present)
            ? new OpaqueBuilder().Operand(value).Text(".Value").Build(TypeLowering.Lower(present), isPure: true)
            : value;

    public static Expr LowerLogic(LoweringContext context, IBinaryOperation binary)
    {
        Expr left = context.Lower(binary.LeftOperand);
        return binary.OperatorKind == BinaryOperatorKind.ConditionalAnd
            ? AndAlso(context, left, () => context.LowerWhole(binary.RightOperand))
            : OrElse(context, left, () => context.LowerWhole(binary.RightOperand));
    }

    /// <summary>Operators of the user's: <c>operator false</c> or <c>true</c> says whether the left operand is the result already.</summary>
    public static Expr LowerLogic(LoweringContext context, IBinaryOperation binary, IMethodSymbol method)
    {
        string name = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? "op_False" : "op_True";
        IMethodSymbol decides = method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().First();
        Expr left = context.Stabilize(context.LowerWhole(binary.LeftOperand));
        Expr isDecided = InlineLowering.Operator(context, binary, decides, [left]);
        Branch both = LowerBranch(context, () => UserOperators.Lower(context, binary, method, [left, context.LowerWhole(binary.RightOperand)]));
        return Choose(context, isDecided, new Branch(Block.Empty, left), both, TypeLowering.Lower(binary.Type));
    }

    public static Expr AndAlso(LoweringContext context, Expr left, Func<Expr> right)
    {
        Branch branch = LowerBranch(context, right);
        return branch.IsPlain
            ? Fold.AndAlso(left, branch.Value)
            : Choose(context, left, branch, new Branch(Block.Empty, Constant.Of(false)), IrType.Boolean);
    }

    public static Expr OrElse(LoweringContext context, Expr left, Func<Expr> right)
    {
        Branch branch = LowerBranch(context, right);
        return branch.IsPlain
            ? Fold.OrElse(left, branch.Value)
            : Choose(context, left, new Branch(Block.Empty, Constant.Of(true)), branch, IrType.Boolean);
    }

    public static Branch LowerBranch(LoweringContext context, Func<Expr> lower)
    {
        context.BeginBlock();
        Expr value = lower();
        return new Branch(context.EndBranch(), value);
    }

    /// <summary>One of two values: a conditional expression where it can be one, else a temporary that both branches assign.</summary>
    public static Expr Choose(LoweringContext context, Expr condition, Branch whenTrue, Branch whenFalse, IrType type)
    {
        if (condition is Constant { Value: bool known })
        {
            Branch taken = known ? whenTrue : whenFalse;
            context.AddRange(taken.Block.Statements);
            return taken.Value;
        }
        if (whenTrue.Throws)
            return Guard(context, condition, whenTrue.Block, whenFalse);
        if (whenFalse.Throws)
            return Guard(context, Fold.Not(condition), whenFalse.Block, whenTrue);
        if (whenTrue.IsPlain && whenFalse.IsPlain)
            return new Conditional(condition, whenTrue.Value, whenFalse.Value);
        Place place = context.Declare("t", type, VariableRole.Temporary);
        context.Add(new If(condition, Into(context, place, whenTrue), Into(context, place, whenFalse)));
        return context.Read(place);
    }

    /// <summary>One branch throws, so that behind it the value is the other's.</summary>
    private static Expr Guard(LoweringContext context, Expr condition, Block throwing, Branch other)
    {
        context.Add(new If(condition, throwing, Block.Empty));
        context.AddRange(other.Block.Statements);
        return other.Value;
    }

    private static Block Into(LoweringContext context, Place place, Branch branch)
    {
        context.BeginBlock();
        context.AddRange(branch.Block.Statements);
        context.Initialize(place, branch.Value);
        return context.EndBlock();
    }
}
