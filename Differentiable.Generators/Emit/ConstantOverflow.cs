using System.Numerics;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Arithmetic on constants, as C# does it at compile time: where a result leaves its type's range, C# reports an error that it does not
/// report for variables, unless the expression is <c>unchecked</c>.
/// </summary>
internal static class ConstantOverflow
{
    /// <summary>Is this a constant expression whose own result, that of its operands aside, leaves the range of its type?</summary>
    public static bool In(Expr expression) => expression switch
    {
        Ir.Convert { Type.IsInteger: true, Operand: Constant { Type.IsReal: true } real } => !IsInside(expression.Type, System.Convert.ToDouble(real.Value)),
        Apply or Ir.Convert => expression.Type.IsInteger && Exact(expression) is { } value && Wrapped(expression.Type, value) != value,
        _ => false,
    };

    /// <summary>The value of a constant expression, or null where it is none.</summary>
    private static BigInteger? Value(Expr expression) => expression switch
    {
        Constant { Type.IsInteger: true } constant => BigInteger.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", constant.Value)),
        Apply or Ir.Convert when expression.Type.IsInteger && Exact(expression) is { } value => Wrapped(expression.Type, value),
        _ => null,
    };

    /// <summary>The value before it is brought into the range of the type.</summary>
    private static BigInteger? Exact(Expr expression) => expression switch
    {
        Ir.Convert convert => Value(convert.Operand),
        Apply { Arguments: [var single] } apply when Value(single) is { } operand => apply.Op == Op.Negate ? -operand : null,
        Apply { Arguments: [var first, var second] } apply when Value(first) is { } left && Value(second) is { } right => Exact(apply.Op, left, right),
        _ => null,
    };

    private static BigInteger? Exact(Op op, BigInteger left, BigInteger right) => op switch
    {
        Op.Add => left + right,
        Op.Subtract => left - right,
        Op.Multiply => left * right,
        Op.Divide when !right.IsZero => BigInteger.Divide(left, right),
        Op.Remainder when !right.IsZero => BigInteger.Remainder(left, right),
        _ => null,
    };

    private static BigInteger Wrapped(IrType type, BigInteger value)
    {
        (int bits, bool isSigned) = Width(type);
        BigInteger size = BigInteger.One << bits;
        BigInteger wrapped = ((value % size) + size) % size;
        return isSigned && wrapped >= size / 2 ? wrapped - size : wrapped;
    }

    private static bool IsInside(IrType type, double value) =>
        !double.IsNaN(value) && !double.IsInfinity(value) && new BigInteger(value) is var whole && Wrapped(type, whole) == whole;

    private static (int Bits, bool IsSigned) Width(IrType type) => ((ScalarType)type).Kind switch
    {
        ScalarKind.SByte => (8, true),
        ScalarKind.Byte => (8, false),
        ScalarKind.Int16 => (16, true),
        ScalarKind.UInt16 => (16, false),
        ScalarKind.Int32 => (32, true),
        ScalarKind.UInt32 => (32, false),
        ScalarKind.Int64 => (64, true),
        _ => (64, false),
    };
}
