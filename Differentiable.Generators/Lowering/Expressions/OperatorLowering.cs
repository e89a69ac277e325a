using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Unary and binary operators.</summary>
internal static class OperatorLowering
{
    private static readonly Dictionary<BinaryOperatorKind, Op> s_binary = new()
    {
        [BinaryOperatorKind.Add] = Op.Add,
        [BinaryOperatorKind.Subtract] = Op.Subtract,
        [BinaryOperatorKind.Multiply] = Op.Multiply,
        [BinaryOperatorKind.Divide] = Op.Divide,
        [BinaryOperatorKind.Remainder] = Op.Remainder,
        [BinaryOperatorKind.And] = Op.And,
        [BinaryOperatorKind.Or] = Op.Or,
        [BinaryOperatorKind.ExclusiveOr] = Op.Xor,
        [BinaryOperatorKind.LeftShift] = Op.ShiftLeft,
        [BinaryOperatorKind.RightShift] = Op.ShiftRight,
        [BinaryOperatorKind.UnsignedRightShift] = Op.UnsignedShiftRight,
        [BinaryOperatorKind.Equals] = Op.Equal,
        [BinaryOperatorKind.NotEquals] = Op.NotEqual,
        [BinaryOperatorKind.LessThan] = Op.Less,
        [BinaryOperatorKind.LessThanOrEqual] = Op.LessOrEqual,
        [BinaryOperatorKind.GreaterThan] = Op.Greater,
        [BinaryOperatorKind.GreaterThanOrEqual] = Op.GreaterOrEqual,
    };

    public static Op? Find(BinaryOperatorKind kind) => s_binary.TryGetValue(kind, out Op op) ? op : null;

    /// <summary>A comparison as C# writes it, or null for another operator.</summary>
    public static string? Symbol(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };

    public static Expr Lower(LoweringContext context, IUnaryOperation unary)
    {
        if (unary.OperatorKind == UnaryOperatorKind.Hat)
            return SliceLowering.LowerFromEnd(context, unary);
        if (NullableOperators.TryLower(context, unary) is { } lifted)
            return lifted;
        if (UserOperators.Find(context, unary.OperatorMethod, unary.ConstrainedToType) is { } method)
            return UserOperators.Lower(context, unary, method, context.LowerOperands(unary.Operand));
        return TensorLowering.TryOperator(context, unary) ?? Apply(context, unary, TypeLowering.Lower(unary.Type), context.Lower(unary.Operand));
    }

    /// <summary>A unary operator on a value.</summary>
    public static Expr Apply(LoweringContext context, IUnaryOperation unary, IrType type, Expr operand)
    {
        if (IsNarrow(type) && operand.Type is ScalarType)
            return Narrowed(context, Apply(context, unary, IrType.Int32, ConversionLowering.Adapt(operand, IrType.Int32)), type, unary.IsChecked);
        if (type is not ScalarType || operand.Type is not ScalarType)
            return Opaque(context, unary, type, [operand], b => b.Text(TokenText(unary.Syntax)).Operand(operand));
        if (unary.IsChecked != context.IsCheckedByDefault && unary.OperatorKind == UnaryOperatorKind.Minus && type.IsInteger)
            return Checked(unary.IsChecked, type, b => b.Text("-").Operand(operand));
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            // C# makes a long of a negative uint, and none of a ulong; their own operators, which a type parameter is asked for, stay in the type.
            UnaryOperatorKind.Minus when type is ScalarType { Kind: ScalarKind.UInt32 or ScalarKind.UInt64 } unsigned && operand.Type == type => new Apply(Op.Subtract, type, [Constant.Integer(unsigned, 0), operand]),
            UnaryOperatorKind.Minus => new Apply(Op.Negate, type, [operand]),
            UnaryOperatorKind.BitwiseNegation => new Apply(Op.Complement, type, [operand]),
            UnaryOperatorKind.Not => new Apply(Op.Not, type, [operand]),
            _ => Refusals.Refuse(context, unary),
        };
    }

    public static Expr Lower(LoweringContext context, IBinaryOperation binary)
    {
        if (binary.OperatorMethod is null && binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
            return ConditionalLowering.LowerLogic(context, binary);
        if (NullableOperators.TryLower(context, binary) is { } lifted)
            return lifted;
        if (UserOperators.Find(context, binary.OperatorMethod, binary.ConstrainedToType) is { } method)
        {
            return binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
                ? ConditionalLowering.LowerLogic(context, binary, method)
                : UserOperators.Lower(context, binary, method, context.LowerOperands(binary.LeftOperand, binary.RightOperand));
        }
        if (TestedForNull(binary) is { } storage)
            return TestForNull(context, binary, storage);
        if (ArrayIdentity.TryLower(context, binary) is { } identity)
            return identity;
        Expr[] operands = context.LowerOperands(binary.LeftOperand, binary.RightOperand);
        return Apply(context, binary, binary.OperatorKind, TypeLowering.Lower(binary.Type), operands[0], operands[1], binary.IsChecked);
    }

    /// <summary>The array that is compared with null, or null when something else is compared.</summary>
    private static IOperation? TestedForNull(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is not null || binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return null;
        IOperation left = WithoutConversion(binary.LeftOperand), right = WithoutConversion(binary.RightOperand);
        IOperation? tested = IsNull(right) ? left : IsNull(left) ? right : null;
        return tested is not null && TypeLowering.Lower(tested.Type) is ArrayType ? tested : null;
    }

    private static Expr TestForNull(LoweringContext context, IBinaryOperation binary, IOperation array)
    {
        Opaque isNull = PatternLowering.IsEqualText(context.LowerStorage(array), Literals.Lower(array.Type, null));
        return binary.OperatorKind == BinaryOperatorKind.Equals ? isNull : Fold.Not(isNull);
    }

    private static IOperation WithoutConversion(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion ? conversion.Operand : operation;

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    /// <summary>A binary operator on values; <paramref name="source"/> is the operation or the compound assignment around it.</summary>
    public static Expr Apply(
        LoweringContext context, IOperation source, BinaryOperatorKind kind, IrType type, Expr left, Expr right, bool isChecked)
    {
        if (TensorLowering.TryOperator(context, source, kind, left, right, source.Type) is { } tensor)
            return tensor;
        if (IsNarrow(type) && left.Type is ScalarType && right.Type is ScalarType)
            return Narrowed(context, Apply(context, source, kind, IrType.Int32, ConversionLowering.Adapt(left, IrType.Int32), ConversionLowering.Adapt(right, IrType.Int32), isChecked), type, isChecked);
        if (type is not ScalarType || left.Type is not ScalarType || right.Type is not ScalarType || Find(kind) is not { } op
            || (left.Type.IsReal && left.Type != right.Type))
            return Opaque(context, source, type, [left, right], b => b.Operand(left).Text($" {TokenText(source.Syntax)} ").Operand(right));
        if (isChecked != context.IsCheckedByDefault && type.IsInteger && op is Op.Add or Op.Subtract or Op.Multiply)
            return Checked(isChecked, type, b => b.Operand(left).Text($" {TokenText(source.Syntax)} ").Operand(right));
        return op == Op.Equal ? Fold.Compare(op, left, right) : MissingInterfaces.Check(context, new Apply(op, type, [left, right]), source.Syntax);
    }

    /// <summary>Is it one of the integers that C# has no arithmetic for? Then the operator is one that a type parameter was asked for, whose result is of the same type again.</summary>
    private static bool IsNarrow(IrType type) => type is ScalarType { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Int16 or ScalarKind.UInt16 };

    private static Expr Narrowed(LoweringContext context, Expr result, IrType type, bool isChecked) => isChecked == context.IsCheckedByDefault
        ? ConversionLowering.Adapt(result, type)
        : Checked(isChecked, type, text => text.Text($"({ScalarNames.Of((ScalarType)type)})").Operand(result));

    /// <summary>Integer arithmetic whose overflow check differs from the project's setting.</summary>
    public static Opaque Checked(bool isChecked, IrType type, Func<OpaqueBuilder, OpaqueBuilder> write) =>
        write(new OpaqueBuilder().Text(isChecked ? "checked(" : "unchecked(")).Text(")").Build(type, isPure: true);

    /// <summary>Operators on enums, characters, strings and objects, and the user's own.</summary>
    private static Expr Opaque(
        LoweringContext context, IOperation source, IrType type, Expr[] operands, Func<OpaqueBuilder, OpaqueBuilder> write)
    {
        if (operands.Any(o => o is StructValue))
            return context.Refuse(Descriptors.UnsupportedConstruct, source, source.Syntax.ToString(), "operator on structs");
        // Of two characters, only a type parameter that one stands for makes a character again.
        OpaqueBuilder builder = type is OpaqueType { Name: "char" } ? write(new OpaqueBuilder().Text("(char)(")).Text(")") : write(new OpaqueBuilder());
        if (type is not ScalarType { Kind: ScalarKind.Boolean } and not OpaqueType { Name: "string" })
            context.Suspect(builder, source, Descriptors.ExternalCall, source.Syntax.ToString(), "");
        RunAgainCheck.Implied(context, source);
        return builder.Build(type, isPure: Purity.IsPure(context, source));
    }

    private static string TokenText(SyntaxNode syntax) => syntax switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken.Text,
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text,
        AssignmentExpressionSyntax assignment => assignment.OperatorToken.Text.TrimEnd('='),
        _ => "",
    };
}
