using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Normalize;

/// <summary>
/// Recognizes loops whose trips are known on entry: an integer counter that only the step changes, by a constant, and a bound that the
/// body does not change.
/// </summary>
internal static class CountedLoop
{
    /// <summary>The statements that the loop becomes, or null when its trips are not known on entry.</summary>
    public static List<Statement>? Recognize(Loop loop, Block body, VariableSupply supply)
    {
        if (loop.TestsAtEnd || !loop.Prelude.IsEmpty || Test(loop) is not { } test)
            return null;
        List<Assign> steps = [.. loop.Step.Statements.OfType<Assign>().Where(step => step.Target == test.Counter)];
        if (steps.Count != 1 || StepOf(steps[0]) is not { } step || step > 0 != test.Comparison is Op.Less or Op.LessOrEqual)
            return null;
        List<Statement> others = [.. loop.Step.Statements.Where(statement => statement != steps[0])];
        if (others.Any(statement => statement.Mentions(test.Counter)))
            return null;
        var round = new Block([.. body.Statements, .. others]);
        HashSet<Variable> assigned = [.. round.DescendantStatements().SelectMany(statement => statement.Defines())];
        if (assigned.Contains(test.Counter) || !IsInvariant(test.Bound, assigned, round))
            return null;
        return Build(loop, test, step, round, supply);
    }

    private static List<Statement> Build(Loop loop, CounterTest test, long step, Block round, VariableSupply supply)
    {
        var code = new List<Statement>();
        Expr bound = test.Bound;
        if (bound.DescendantsAndSelf().Any(part => part is Element))
        {
            Variable limit = supply.New("limit", bound.Type, VariableRole.Temporary);
            code.Add(new Assign(limit, bound));
            bound = new Use(limit);
        }
        Variable counter = supply.Another(test.Counter);
        Block renamed = round.RewriteExpressions(part => part is Use use && use.Variable == test.Counter ? new Use(counter) : part);
        code.Add(new For(counter, new Use(test.Counter), test.Comparison, bound, step, renamed) { Note = loop.Note, Checkpointing = loop.Checkpointing });
        code.Add(new Assign(test.Counter, Final(test, bound, step)));
        return code;
    }

    private static CounterTest? Test(Loop loop)
    {
        if (Shifted(loop.Condition) is not Apply { Op: >= Op.Less and <= Op.GreaterOrEqual } test)
            return null;
        bool stepsFirst = Steps(loop, test.Arguments[0]);
        if (stepsFirst)
            return new(((Use)test.Arguments[0]).Variable, test.Op, test.Arguments[1]);
        return Steps(loop, test.Arguments[1])
            ? new(((Use)test.Arguments[1]).Variable, Mirrored(test.Op), test.Arguments[0])
            : null;
    }

    /// <summary>The test with the counter alone: <c>i &lt; a.Length - 1</c> for <c>i + 1 &lt; a.Length</c>. A length less a constant does not overflow.</summary>
    private static Expr? Shifted(Expr? test) => test switch
    {
        Apply { Op: >= Op.Less and <= Op.GreaterOrEqual, Arguments: [Apply { Op: Op.Add, Arguments: [Use counter, Constant { Value: > 0 } by] }, Length bound] } shifted =>
            shifted with { Arguments = [counter, new Apply(Op.Subtract, bound.Type, [bound, by])] },
        _ => test,
    };

    private static bool Steps(Loop loop, Expr operand) =>
        operand is Use { Variable.Type: ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 } } use
        && loop.Step.Statements.Any(statement => statement is Assign assign && assign.Target == use.Variable);

    private static Op Mirrored(Op comparison) => comparison switch
    {
        Op.Less => Op.Greater,
        Op.LessOrEqual => Op.GreaterOrEqual,
        Op.Greater => Op.Less,
        _ => Op.LessOrEqual,
    };

    private static long? StepOf(Assign step) => step.Value switch
    {
        Apply { Op: Op.Add, Arguments: [Use use, Constant by] } when use.Variable == step.Target => Integer(by),
        Apply { Op: Op.Subtract, Arguments: [Use use, Constant by] } when use.Variable == step.Target => -Integer(by),
        _ => null,
    };

    private static long? Integer(Constant constant) => constant.Value switch
    {
        int and not 0 => (int)constant.Value,
        long and not 0L => (long)constant.Value,
        _ => null,
    };

    private static bool IsInvariant(Expr bound, HashSet<Variable> assigned, Block round)
    {
        if (bound.Variables().Any(assigned.Contains))
            return false;
        foreach (Expr part in bound.DescendantsAndSelf())
        {
            if (part is Opaque { IsPure: false } or Conditional)
                return false;
            if (part is Element element && MayWrite(round, element.Storage.Type.Leaf))
                return false;
        }
        return true;
    }

    /// <summary>May the block write elements of that type? Then a bound that reads one may change.</summary>
    private static bool MayWrite(Block block, IrType leaf) => block.DescendantStatements().Any(statement => statement switch
    {
        Store store => store.Storage.Type.Leaf == leaf,
        Call call => call.Callee.Parameters.Any(parameter => parameter.IsMutated && parameter.Type.Leaf == leaf),
        _ => false,
    });

    /// <summary>The counter's value behind the loop; the counter itself still holds its value before it.</summary>
    private static Expr Final(CounterTest test, Expr bound, long step)
    {
        IrType type = test.Counter.Type;
        Expr start = new Use(test.Counter);
        Expr Number(long value) => new Constant(type, type == IrType.Int64 ? (object)value : (int)value);
        Expr Binary(Op op, Expr left, Expr right) => new Apply(op, type, [left, right]);
        long inclusive = test.Comparison is Op.LessOrEqual or Op.GreaterOrEqual ? Math.Sign(step) : 0;
        Expr end = inclusive == 0 ? bound : Binary(Op.Add, bound, Number(inclusive));
        if (Math.Abs(step) > 1)
        {
            Expr span = Binary(Op.Add, Binary(Op.Subtract, end, start), Number(step - Math.Sign(step)));
            end = Binary(Op.Add, start, Binary(Op.Multiply, Binary(Op.Divide, span, Number(step)), Number(step)));
        }
        return new Conditional(new Apply(test.Comparison, IrType.Boolean, [start, bound]), end, start);
    }

    private sealed record CounterTest(Variable Counter, Op Comparison, Expr Bound);
}
