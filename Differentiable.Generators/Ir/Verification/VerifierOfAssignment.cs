using System.Collections.Immutable;

namespace Differentiable.Generators.Ir.Verification;

/// <summary>
/// Is every variable assigned before it is read? Among the versions, on every path. Before, flags guard what the user's early exits
/// skipped, and in members the reverse sweep takes the branches that the forward sweep took; it takes following their values to see that
/// all is well, so there it is enough that some path assigns it.
/// </summary>
internal sealed class VerifierOfAssignment(Stage stage, List<string> violations)
{
    private readonly bool _isStrict = stage == Stage.Versions;
    private readonly HashSet<int> _reported = [];

    public void Check(Block body, IEnumerable<Variable> parameters) =>
        After(body, new([.. parameters.Select(parameter => parameter.Id)], IsReached: true));

    private State After(Block block, State state)
    {
        foreach (Statement statement in block.Statements)
            state = After(statement, state);
        return state;
    }

    private State After(Statement statement, State before)
    {
        switch (statement)
        {
            case If branch:
                Read(statement, branch.Condition, before);
                return Join(After(branch.Then, before), After(branch.Else, before));
            case For loop:
                Read(statement, loop.Start, before);
                State counted = before.With(statement.Defines());
                Read(statement, loop.Bound, counted);
                return Join(counted, After(loop.Body, Entering(statement, counted)));
            case While { TestsAtEnd: false } loop:
                Read(statement, loop.Condition, Entering(statement, before));
                return Join(before, After(loop.Body, Entering(statement, before)));
            case While loop:
                State after = After(loop.Body, Entering(statement, before));
                Read(statement, loop.Condition, after);
                return after;
            case Loop loop:
                return After(loop, Entering(statement, before));
            case Outlined outlined:
                Require(outlined, before);
                return After(outlined.Body, new([.. outlined.Captured.Select(variable => variable.Id)], before.IsReached));
            case Throw or Return:
                ReadAll(statement, before);
                return before with { IsReached = false };
            default:
                ReadAll(statement, before);
                return before.With(statement.Defines());
        }
    }

    private State After(Loop loop, State state)
    {
        foreach (Block block in loop.Blocks())
            state = After(block, state);
        Read(loop, loop.Condition, state);
        return state;
    }

    /// <summary>Where any path will do, a loop's round before counts as one.</summary>
    private State Entering(Statement loop, State before) => _isStrict
        ? before
        : before.With(loop.DescendantsAndSelf().SelectMany(statement => statement.Defines()));

    private State Join(State one, State other)
    {
        if (_isStrict && one.IsReached != other.IsReached)
            return one.IsReached ? one : other;
        return new(_isStrict ? one.Assigned.Intersect(other.Assigned) : one.Assigned.Union(other.Assigned), one.IsReached);
    }

    private void Require(Outlined outlined, State state)
    {
        foreach (Variable variable in outlined.Captured.Where(variable => !state.Assigned.Contains(variable.Id)))
            violations.Add($"{variable} is passed on before it is assigned: {outlined.ToString().Split('\n')[0]}");
    }

    private void ReadAll(Statement statement, State state)
    {
        foreach (Expr expression in statement.Expressions())
            Read(statement, expression, state);
    }

    private void Read(Statement statement, Expr expression, State state)
    {
        foreach (Variable variable in expression.Variables())
        {
            if (!state.Assigned.Contains(variable.Id) && (state.IsReached || !_isStrict) && _reported.Add(variable.Id))
                violations.Add($"{variable} is read before it is assigned: {statement.ToString().Split('\n')[0]}");
        }
    }

    private sealed record State(ImmutableHashSet<int> Assigned, bool IsReached)
    {
        public State With(IEnumerable<Variable> variables) => this with { Assigned = Assigned.Union(variables.Select(variable => variable.Id)) };
    }
}
