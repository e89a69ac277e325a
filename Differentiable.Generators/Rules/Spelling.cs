using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>How an operation stands among its operands.</summary>
internal enum SpellingKind
{
    /// <summary><c>a + b</c>.</summary>
    Infix,

    /// <summary><c>-a</c>.</summary>
    Prefix,

    /// <summary><c>Math.Sin(a)</c>.</summary>
    Function,

    /// <summary>Just the operand.</summary>
    Operand,
}

/// <summary>C#'s levels of precedence, the loosest first.</summary>
internal enum Precedence
{
    Conditional,
    OrElse,
    AndAlso,
    Or,
    Xor,
    And,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

/// <summary>
/// An operation as the target language writes it. Every infix operator here is left-associative: a right operand of the same precedence
/// needs parentheses.
/// </summary>
/// <param name="Kind">How it stands among its operands.</param>
/// <param name="Text">The operator's symbol, or the function's name with its type: <c>Math.Sin</c>, <c>float.SinPi</c>.</param>
/// <param name="Precedence">How tightly the whole binds.</param>
internal sealed record Spelling(SpellingKind Kind, string Text, Precedence Precedence)
{
    /// <summary>How C# on the CPU writes an operation on operands of the given type.</summary>
    public static Spelling Of(Op op, IrType operandType) => CpuSpellings.Of(op, operandType);

    /// <inheritdoc cref="Of(Op, IrType)"/>
    public static Spelling Of(Apply apply) => Of(apply.Op, apply.Arguments[0].Type);
}
