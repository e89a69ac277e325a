using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Lets a variable and its copy share one name where they never hold different values at the same time (Chaitin's coalescing on the
/// structured body), so that loop variables are again updated in place, as the user wrote them.
/// </summary>
internal sealed class Coalescing
{
    private readonly Dictionary<Variable, HashSet<Variable>> _conflicts = [];
    private readonly HashSet<Variable> _candidates = [];
    private readonly Dictionary<Variable, Variable> _merged = [];

    public static Block Run(Block body, IReadOnlyList<Variable> parameters)
    {
        var pass = new Coalescing();
        List<(Variable Target, Variable Source)> copies = [.. body.DescendantStatements()
            .OfType<Assign>()
            .Where(assign => assign.Value is Use use && use.Type == assign.Target.Type && !parameters.Contains(use.Variable) && !parameters.Contains(assign.Target))
            .Select(assign => (assign.Target, ((Use)assign.Value).Variable))];
        if (copies.Count == 0)
            return body;
        foreach ((Variable target, Variable source) in copies)
        {
            pass._candidates.Add(target);
            pass._candidates.Add(source);
        }
        foreach (Variable counter in body.DescendantStatements().OfType<For>().Select(loop => loop.Counter))
            pass._candidates.Remove(counter);
        pass.Live(body, []);
        foreach ((Variable target, Variable source) in copies)
            pass.Merge(target, source);
        return pass._merged.Count == 0 ? body : pass.Rename(body);
    }

    private void Merge(Variable target, Variable source)
    {
        Variable a = Root(target), b = Root(source);
        if (a == b || !_candidates.Contains(target) || !_candidates.Contains(source) || Conflicts(a).Contains(b) || !MayShareName(a, b))
            return;
        (Variable kept, Variable dropped) = IsBetterName(b, a) ? (b, a) : (a, b);
        _merged[dropped] = kept;
        foreach (Variable other in Conflicts(dropped))
        {
            Conflicts(kept).Add(other);
            Conflicts(other).Add(kept);
        }
    }

    /// <summary>Two names that a reader knows stay two.</summary>
    private static bool MayShareName(Variable a, Variable b) => Rank(a) > 0 || Rank(b) > 0 || a.Name == b.Name;

    private static bool IsBetterName(Variable candidate, Variable other) =>
        (Rank(candidate), candidate.Id).CompareTo((Rank(other), other.Id)) < 0;

    private static int Rank(Variable variable) => variable.Role switch
    {
        VariableRole.Primal or VariableRole.Shadow => 0,
        VariableRole.Temporary => 1,
        _ => 2,
    };

    private Variable Root(Variable variable)
    {
        while (_merged.TryGetValue(variable, out Variable? kept))
            variable = kept;
        return variable;
    }

    private HashSet<Variable> Conflicts(Variable variable)
    {
        if (!_conflicts.TryGetValue(variable, out HashSet<Variable>? conflicts))
            _conflicts[variable] = conflicts = [];
        return conflicts;
    }

    /// <summary>Goes backwards from what is live behind the block to what is live before it; notes the conflicts at each assignment.</summary>
    private void Live(Block block, HashSet<Variable> live)
    {
        for (int i = block.Statements.Count - 1; i >= 0; i--)
            Live(block.Statements[i], live);
    }

    private void Live(Statement statement, HashSet<Variable> live)
    {
        switch (statement)
        {
            case If branch:
                HashSet<Variable> otherwise = [.. live];
                Live(branch.Then, live);
                Live(branch.Else, otherwise);
                live.UnionWith(otherwise);
                Read(branch, live);
                break;
            case For or While:
                Repeat(statement, statement.Blocks()[0], live);
                break;
            default:
                Assign(statement, live);
                Read(statement, live);
                break;
        }
    }

    private void Repeat(Statement loop, Block body, HashSet<Variable> live)
    {
        Read(loop, live);
        HashSet<Variable> atEnd = [.. live];
        Live(body, live);
        live.UnionWith(atEnd);
        Live(body, live);
        if (loop is not While { TestsAtEnd: true })
            live.UnionWith(atEnd);
        if (loop is For)
            Read(loop, live);
    }

    private void Assign(Statement statement, HashSet<Variable> live)
    {
        EquatableArray<Variable> assigned = statement.Defines();
        foreach (Variable variable in assigned)
            AddCandidate(variable, live);
        foreach (Variable variable in assigned)
            Conflict(variable, statement, live);
        live.ExceptWith(assigned);
    }

    private void Conflict(Variable variable, Statement statement, HashSet<Variable> live)
    {
        if (!_candidates.Contains(variable))
            return;
        Variable? source = statement is Assign { Value: Use use } ? use.Variable : null;
        foreach (Variable other in live)
        {
            if (other == variable || other == source)
                continue;
            Conflicts(variable).Add(other);
            Conflicts(other).Add(variable);
        }
    }

    private void Read(Statement statement, HashSet<Variable> live)
    {
        foreach (Expr expression in statement.Expressions())
        {
            foreach (Variable variable in expression.Variables())
                AddCandidate(variable, live);
        }
    }

    private void AddCandidate(Variable variable, HashSet<Variable> live)
    {
        if (_candidates.Contains(variable))
            live.Add(variable);
    }

    private Block Rename(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            Statement renamed = statement
                .MapExpressions(expression => expression.Rewrite(part => part is Use use && _merged.ContainsKey(use.Variable) ? new Use(Root(use.Variable)) : part))
                .MapDefinitions(Root)
                .MapBlocks(Rename);
            if (renamed is not Assign { Value: Use copy } assign || copy.Variable != assign.Target)
                code.Add(renamed);
        }
        return block.With(code);
    }
}
