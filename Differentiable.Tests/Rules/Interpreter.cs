using System.Numerics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>
/// Computes scalar expressions over one real type. Strictly typed: a value of another type than the expression's is an exception.
/// </summary>
/// <param name="values">The variables' values by their ids.</param>
internal sealed class Interpreter<T>(IReadOnlyDictionary<int, object> values)
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What was decided on the way: the outcomes of conditions and the numbers that were rounded to.</summary>
    public List<object> Decisions { get; } = [];

    public T Real(Expr e) => (T)Value(e);

    private object Value(Expr e) => e switch
    {
        Constant constant => constant.Value,
        Use use => values[use.Variable.Id],
        Generators.Ir.Convert convert => T.CreateChecked((int)Value(convert.Operand)),
        Conditional choice => Truth(choice.Condition) ? Value(choice.WhenTrue) : Value(choice.WhenFalse),
        Apply { Op: Op.AndAlso } both => Truth(both.Arguments[0]) && Truth(both.Arguments[1]),
        Apply { Op: Op.OrElse } either => Truth(either.Arguments[0]) || Truth(either.Arguments[1]),
        Apply { Op: Op.Round } round => Decide(Call(round)),
        Apply apply => Spelling.Of(apply).Kind == SpellingKind.Function ? Call(apply) : Operator(apply),
        _ => throw new InvalidOperationException($"{e} is not a scalar expression."),
    };

    private bool Truth(Expr e) => (bool)Decide(Value(e));

    private object Decide(object outcome)
    {
        Decisions.Add(outcome);
        return outcome;
    }

    private object Call(Apply apply) => Intrinsics.Call(Spelling.Of(apply).Text, [.. apply.Arguments.Select(Value)]);

    private object Operator(Apply apply)
    {
        T[] operands = [.. apply.Arguments.Select(Real)];
        return operands.Length == 1 ? -operands[0] : Infix(apply.Op, operands[0], operands[1]);
    }

    private static object Infix(Op op, T a, T b) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.Remainder => a % b,
        Op.Equal => a == b,
        Op.Less => a < b,
        Op.LessOrEqual => a <= b,
        Op.Greater => a > b,
        Op.GreaterOrEqual => a >= b,
        _ => throw new InvalidOperationException($"{op} is not an operator on real numbers."),
    };
}
