using System.Runtime.CompilerServices;
using Differentiable.Generators.Ir;
using Cast = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Tests.Ir;

/// <summary>
/// Runs the intermediate representation as it is defined, statement by statement: what emitted code is compared with. Knows what
/// <see cref="RandomPrograms"/> write.
/// </summary>
internal sealed class Interpreter
{
    private readonly Dictionary<int, object> _values = [];

    private object? _result;

    public static object? Run(Block body, IReadOnlyList<Variable> parameters, IReadOnlyList<object> arguments)
    {
        Interpreter interpreter = new();
        for (int i = 0; i < parameters.Count; i++)
            interpreter._values[parameters[i].Id] = arguments[i];
        interpreter.Run(body);
        return interpreter._result;
    }

    private void Run(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (_result is null)
                Run(statement);
        }
    }

    private void Run(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                _values[assign.Target.Id] = Value(assign.Value);
                break;
            case AssignTuple assign:
                ITuple tuple = (ITuple)Value(assign.Value);
                for (int i = 0; i < assign.Targets.Count; i++)
                {
                    if (assign.Targets[i] is { } target)
                        _values[target.Id] = tuple[i]!;
                }
                break;
            case Store store:
                ((double[])Value(store.Storage))[(int)Value(store.Indices[0])] = (double)Value(store.Value);
                break;
            case If branch:
                Run(Holds(branch.Condition) ? branch.Then : branch.Else);
                break;
            case For loop:
                for (_values[loop.Counter.Id] = Value(loop.Start); Holds(TestOf(loop)); Count(loop))
                    Run(loop.Body);
                break;
            case While loop:
                if (loop.TestsAtEnd)
                    Run(loop.Body);
                while (Holds(loop.Condition))
                    Run(loop.Body);
                break;
            case Return result:
                _result = Value(result.Values[0]);
                break;
            case not Comment:
                throw new NotSupportedException(statement.ToString());
        }
    }

    private static Apply TestOf(For loop) => new(loop.Comparison, IrType.Boolean, [new Use(loop.Counter), loop.Bound]);

    private void Count(For loop) => _values[loop.Counter.Id] = (int)_values[loop.Counter.Id] + (int)loop.Step;

    private bool Holds(Expr condition) => (bool)Value(condition);

    private object Value(Expr expression) => expression switch
    {
        Constant constant => constant.Value,
        Use use => _values[use.Variable.Id],
        Cast convert => (double)(int)Value(convert.Operand),
        Conditional conditional => Value(Holds(conditional.Condition) ? conditional.WhenTrue : conditional.WhenFalse),
        Element element => ((double[])Value(element.Storage))[(int)Value(element.Indices[0])],
        Length length => ((double[])Value(length.Storage)).Length,
        Opaque { Text: var text } opaque when text[0] == "Math.SinCos(" => Math.SinCos((double)Value(opaque.Arguments[0])),
        Apply { Op: Op.AndAlso } apply => Holds(apply.Arguments[0]) && Holds(apply.Arguments[1]),
        Apply { Op: Op.OrElse } apply => Holds(apply.Arguments[0]) || Holds(apply.Arguments[1]),
        Apply apply => Apply(apply.Op, [.. apply.Arguments.Select(Value)]),
        _ => throw new NotSupportedException(expression.ToString()),
    };

    private static object Apply(Op op, object[] operands) => operands[0] switch
    {
        double x => Apply(op, x, operands.Length > 1 ? (double)operands[1] : 0),
        int x => Apply(op, x, operands.Length > 1 ? (int)operands[1] : 0),
        bool x when op == Op.Not => !x,
        _ => throw new NotSupportedException(op.ToString()),
    };

    private static object Apply(Op op, double x, double y) => op switch
    {
        Op.Negate => -x,
        Op.Add => x + y,
        Op.Subtract => x - y,
        Op.Multiply => x * y,
        Op.Divide => x / y,
        Op.Sin => Math.Sin(x),
        Op.Max => Math.Max(x, y),
        Op.Less => x < y,
        Op.GreaterOrEqual => x >= y,
        Op.Equal => x == y,
        _ => throw new NotSupportedException(op.ToString()),
    };

    private static object Apply(Op op, int x, int y) => op switch
    {
        Op.Negate => -x,
        Op.Add => x + y,
        Op.Subtract => x - y,
        Op.Multiply => x * y,
        Op.And => x & y,
        Op.ShiftLeft => x << y,
        Op.Less => x < y,
        Op.LessOrEqual => x <= y,
        Op.Greater => x > y,
        Op.GreaterOrEqual => x >= y,
        Op.Equal => x == y,
        _ => throw new NotSupportedException(op.ToString()),
    };
}
