using System.Collections.Immutable;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Normalize;

/// <summary>
/// Turns <c>break</c>, <c>continue</c> and <c>return</c> into structure: what follows an exit moves into the branch that does not take it,
/// and where no single branch can hold it, a flag tells (Böhm and Jacopini 1966; Erosa and Hendren 1994 for structured exits).
/// </summary>
internal sealed class ExitElimination
{
    private readonly VariableSupply _supply;
    private readonly Stack<LoopFlags> _loops = new();
    private readonly Variable _returned;
    private readonly ImmutableArray<Variable> _results;

    private ExitElimination(Function function, VariableSupply supply)
    {
        _supply = supply;
        _returned = supply.New("returned", IrType.Boolean, VariableRole.Temporary);
        _results = [.. function.Result.Components.Select((type, i) =>
            supply.New(ResultName(function.Result, i), type, VariableRole.Temporary))];
    }

    [Flags]
    private enum Exits
    {
        None = 0,
        Break = 1,
        Continue = 2,
        Return = 4,
    }

    public static NormalizedFunction Run(Function function, VariableSupply supply)
    {
        var pass = new ExitElimination(function, supply);
        (List<Statement> body, Outcome outcome) = pass.Sequence(function.Body.Statements.Items);
        if (outcome.MayExit)
            body.Insert(0, new Assign(pass._returned, Constant.Of(false)));
        return new(function, new Block(body), pass._results.ToEquatableArray());
    }

    private static string ResultName(ReturnShape shape, int index)
    {
        if (!shape.IsTuple)
            return "result";
        string name = shape.Names[index];
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private (List<Statement> Code, Outcome Outcome) Sequence(ImmutableArray<Statement> statements)
    {
        var code = new List<Statement>();
        for (int i = 0; i < statements.Length; i++)
        {
            ImmutableArray<Statement> rest = statements.RemoveRange(0, i + 1);
            switch (statements[i])
            {
                case Return result:
                    LeaveByReturn(result, code);
                    return (code, Outcome.Leaves(Exits.Return));
                case Break:
                    code.Add(new Assign(_loops.Peek().Running, Constant.Of(false)));
                    return (code, Outcome.Leaves(Exits.Break));
                case Continue:
                    code.Add(new Assign(_loops.Peek().Continued, Constant.Of(true)));
                    return (code, Outcome.Leaves(Exits.Continue));
                case Throw thrown:
                    code.Add(thrown);
                    return (code, Outcome.Leaves(Exits.None));
                case If branch:
                    if (Branch(branch, rest, code) is { } outcome)
                        return (code, outcome);
                    break;
                case Loop loop:
                    if (Loop(loop, code).MayExit)
                        return (code, Guarded(Exits.Return, rest, code));
                    break;
                default:
                    code.Add(statements[i]);
                    break;
            }
        }
        return (code, Outcome.Falls);
    }

    /// <summary>Adds the branch; where it may exit, adds the rest inside it or behind a flag and returns the outcome of both.</summary>
    private Outcome? Branch(If branch, ImmutableArray<Statement> rest, List<Statement> code)
    {
        (List<Statement> then, Outcome thenOutcome) = Sequence(branch.Then.Statements.Items);
        (List<Statement> otherwise, Outcome elseOutcome) = Sequence(branch.Else.Statements.Items);
        Exits exits = thenOutcome.Exits | elseOutcome.Exits;
        bool thenRests = thenOutcome is { Completes: true, MayExit: false };
        bool elseRests = elseOutcome is { Completes: true, MayExit: false };
        Outcome? outcome = null;
        if (exits != Exits.None && !thenOutcome.Completes && elseRests)
            outcome = Append(rest, otherwise).After(exits);
        else if (exits != Exits.None && !elseOutcome.Completes && thenRests)
            outcome = Append(rest, then).After(exits);
        else if (!thenOutcome.Completes && !elseOutcome.Completes)
            outcome = Outcome.Leaves(exits);
        code.Add(branch with { Then = new(then), Else = new(otherwise) });
        if (outcome is null && exits != Exits.None)
            outcome = Guarded(exits, rest, code);
        return outcome;
    }

    private Outcome Append(ImmutableArray<Statement> rest, List<Statement> code)
    {
        (List<Statement> more, Outcome outcome) = Sequence(rest);
        code.AddRange(more);
        return outcome;
    }

    /// <summary>Adds the rest so that it runs only if none of the exits was taken.</summary>
    private Outcome Guarded(Exits exits, ImmutableArray<Statement> rest, List<Statement> code)
    {
        (List<Statement> more, Outcome outcome) = Sequence(rest);
        if (more.Count > 0)
            code.Add(new If(NotTaken(exits), new Block(more), Block.Empty));
        return new(outcome.Exits | exits, Completes: true);
    }

    private Expr NotTaken(Exits exits)
    {
        Expr? condition = null;
        if ((exits & (Exits.Break | Exits.Return)) != 0)
            condition = _loops.Count > 0 ? new Use(_loops.Peek().Running) : Not(_returned);
        if ((exits & Exits.Continue) != 0)
            condition = condition is null ? Not(_loops.Peek().Continued) : And(condition, Not(_loops.Peek().Continued));
        return condition!;
    }

    private void LeaveByReturn(Return result, List<Statement> code)
    {
        AssignResults(result, code);
        code.Add(new Assign(_returned, Constant.Of(true)));
        foreach (LoopFlags loop in _loops)
            code.Add(new Assign(loop.Running, Constant.Of(false)));
    }

    private void AssignResults(Return result, List<Statement> code)
    {
        for (int i = 0; i < _results.Length; i++)
            code.Add(new Assign(_results[i], result.Values[i]) { Note = result.Note });
    }

    private Outcome Loop(Loop loop, List<Statement> code)
    {
        var flags = new LoopFlags(
            _supply.New("running", IrType.Boolean, VariableRole.Temporary),
            _supply.New("continued", IrType.Boolean, VariableRole.Temporary));
        _loops.Push(flags);
        (List<Statement> body, Outcome outcome) = Sequence(loop.Body.Statements.Items);
        bool leaves = (outcome.Exits & (Exits.Break | Exits.Return)) != 0;
        bool continues = (outcome.Exits & Exits.Continue) != 0;
        if (continues)
            body.Insert(0, new Assign(flags.Continued, Constant.Of(false)));
        if (!leaves && CountedLoop.Recognize(loop, new(body), _supply) is { } counted)
        {
            _loops.Pop();
            code.AddRange(counted);
            return Outcome.Falls;
        }

        List<Statement> round = leaves && !continues
            ? Sequence([.. loop.Body.Statements, .. Tail(loop)]).Code
            : [.. body, .. Guard(leaves, flags, Sequence([.. Tail(loop)]).Code)];
        _loops.Pop();
        if (!loop.TestsAtEnd)
            code.AddRange(Sequence(loop.Prelude.Statements.Items).Code);
        if (leaves)
            code.Add(new Assign(flags.Running, Constant.Of(true)));
        Expr condition = leaves ? And(new Use(flags.Running), loop.Condition) : loop.Condition;
        code.Add(new While(condition, new(round), loop.TestsAtEnd) { Note = loop.Note, Checkpointing = loop.Checkpointing });
        return new(outcome.Exits & Exits.Return, Completes: true);
    }

    /// <summary>
    /// What runs between the body and the test: the step, and the statements that the condition needs. These keep no declarations, for
    /// their values live on into the test.
    /// </summary>
    private static IEnumerable<Statement> Tail(Loop loop) =>
        [.. loop.Step.Statements, .. loop.Prelude.Statements.Where(statement => statement is not Declare).Select(Rewriter.Copy)];

    private static IEnumerable<Statement> Guard(bool leaves, LoopFlags flags, IEnumerable<Statement> tail)
    {
        Block block = new(tail.ToList());
        return !leaves || block.IsEmpty ? block.Statements : [new If(new Use(flags.Running), block, Block.Empty)];
    }

    private static Expr Not(Variable flag) => new Apply(Op.Not, IrType.Boolean, [new Use(flag)]);

    private static Expr And(Expr left, Expr right) =>
        right is Constant { Value: true } ? left : new Apply(Op.AndAlso, IrType.Boolean, [left, right]);

    private sealed record LoopFlags(Variable Running, Variable Continued);

    /// <summary>How a sequence of statements can end.</summary>
    /// <param name="Exits">The exits that some path takes.</param>
    /// <param name="Completes">Does some path reach the end?</param>
    private readonly record struct Outcome(Exits Exits, bool Completes)
    {
        public static Outcome Falls => new(Exits.None, true);

        public bool MayExit => Exits != Exits.None;

        public static Outcome Leaves(Exits exits) => new(exits, false);

        public Outcome After(Exits earlier) => this with { Exits = Exits | earlier };
    }
}
