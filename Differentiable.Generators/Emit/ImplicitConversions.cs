using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Where C# converts by itself, the emitted code says less: <c>ds = 1</c>, <c>n * x</c>. An expression is written loosely when its context
/// gives it its type, and exactly when its own text must.
/// </summary>
internal static class ImplicitConversions
{
    /// <summary>Has the expression a loose form, whose own type is another one?</summary>
    public static bool HasLooseForm(Expr expression) => expression switch
    {
        Constant constant => Literals.AsInteger(constant) is not null,
        Ir.Convert convert => IsImplicit(convert),
        _ => false,
    };

    /// <summary>
    /// Which of the operands of one type that C# brings to a common type can be written loosely: any but one, which keeps the type,
    /// preferably a literal: <c>2.0 * n</c>, not <c>2 * (double)n</c>.
    /// </summary>
    public static bool[] LooseOperands(EquatableArray<Expr> operands)
    {
        bool[] isLoose = [.. operands.Select(HasLooseForm)];
        if (!isLoose.All(loose => loose))
            return isLoose;
        int exact = operands.Items.ToList().FindIndex(operand => operand is Constant);
        isLoose[Math.Max(0, exact)] = false;
        return isLoose;
    }

    /// <summary>Does C# make this conversion without a cast, and do operators on a mix of both types compute in the wider one?</summary>
    private static bool IsImplicit(Ir.Convert convert) =>
        convert is { Type: ScalarType { IsWide: false } to, Operand.Type: ScalarType from } && to.Kind switch
        {
            ScalarKind.Double => from.IsInteger || from.Kind is ScalarKind.Single,
            ScalarKind.Single => from.IsInteger,
            ScalarKind.Int64 => from.Kind is > ScalarKind.Boolean and < ScalarKind.Int64,
            ScalarKind.Int32 => from.Kind is > ScalarKind.Boolean and < ScalarKind.Int32,
            ScalarKind.UInt64 => from.Kind is ScalarKind.Byte or ScalarKind.UInt16 or ScalarKind.UInt32,
            ScalarKind.UInt32 => from.Kind is ScalarKind.Byte or ScalarKind.UInt16,
            _ => false,
        };
}
