using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>
/// Are two arrays the same one: <c>a == b</c>, <c>ReferenceEquals(a, b)</c>, <c>a.Equals(b)</c>? Vectors may be spans where this ends up, and those are compared by where they lie.
/// </summary>
internal static class ArrayIdentity
{
    public static Expr? TryLower(LoweringContext context, IBinaryOperation binary)
    {
        if (binary is not { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } || TryCompare(context, binary.LeftOperand, binary.RightOperand) is not { } same)
            return null;
        return binary.OperatorKind == BinaryOperatorKind.Equals ? same : Fold.Not(same);
    }

    public static Expr? TryCall(LoweringContext context, IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "ReferenceEquals" or "Equals", IsStatic: true, ContainingType.SpecialType: SpecialType.System_Object }, Arguments: [var one, var other] } => TryCompare(context, one.Value, other.Value),
        { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_Object }, Instance: { } one, Arguments: [var other] } => TryCompare(context, one, other.Value),
        _ => null,
    };

    private static Expr? TryCompare(LoweringContext context, IOperation one, IOperation other)
    {
        one = Bare(one);
        other = Bare(other);
        if (TypeLowering.Lower(one.Type) is not ArrayType type || TypeLowering.Lower(other.Type) != type)
            return null;
        Expr[] arrays = ElementLoops.LowerAll(context, [one, other]);
        bool isVector = type is { Rank: 1, ElementType: not ArrayType };
        OpaqueBuilder text = isVector
            ? new OpaqueBuilder().Operand(StorageLowering.ReadOnlyView(context, arrays[0])).Text(" == ").Operand(StorageLowering.ReadOnlyView(context, arrays[1]))
            : new OpaqueBuilder().Text("object.ReferenceEquals(").Holes(arrays).Text(")");
        return text.Build(IrType.Boolean, isPure: true);
    }

    private static IOperation Bare(IOperation array) => array is IConversionOperation { OperatorMethod: null, Operand: { Type: IArrayTypeSymbol } operand } ? operand : array;
}
