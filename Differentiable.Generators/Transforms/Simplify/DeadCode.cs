using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Removes what nothing observable depends on. Marks backwards from effects, returned values and the elements of the caller's
/// storage; what stays unmarked goes, loops that only feed themselves included.
/// </summary>
internal sealed class DeadCode
{
    private readonly HashSet<Variable> _values;
    private readonly HashSet<Variable> _contents = [];
    private readonly StorageClasses _classes;
    private bool _changed;

    private DeadCode(Block body, IEnumerable<Variable> parameters, IEnumerable<Variable> outputs)
    {
        _classes = new(body);
        _values = [.. outputs];
        foreach (Variable variable in parameters.Concat(outputs))
        {
            if (variable.Type.IsStorage)
                _contents.Add(_classes.Of(variable));
        }
    }

    /// <param name="body">The body.</param>
    /// <param name="parameters">Its parameters: what is stored into them is observable.</param>
    /// <param name="outputs">The variables whose final values are observable.</param>
    public static Block Remove(Block body, IEnumerable<Variable> parameters, IEnumerable<Variable> outputs)
    {
        var pass = new DeadCode(body, parameters, outputs);
        do
        {
            pass._changed = false;
            pass.Mark(body);
        }
        while (pass._changed);
        return pass.Sweep(body);
    }

    private bool Mark(Block block)
    {
        bool needed = false;
        for (int i = block.Statements.Count - 1; i >= 0; i--)
            needed |= Mark(block.Statements[i]);
        return needed;
    }

    private bool Mark(Statement statement)
    {
        bool needed = IsNeeded(statement);
        foreach (Block inner in statement.Blocks())
            needed |= Mark(inner);
        if (needed)
        {
            foreach (Expr expression in statement.Expressions())
                Need(expression);
        }
        return needed;
    }

    private bool IsNeeded(Statement statement) => statement switch
    {
        Assign assign => _values.Contains(assign.Target) || HasEffect(assign.Value),
        AssignTuple assign => assign.Targets.Any(target => target is not null && _values.Contains(target)) || HasEffect(assign.Value),
        Store store => _contents.Contains(_classes.Of(store.Storage)) || HasEffect(store.Value),
        Using resource => _values.Contains(resource.Resource),
        If or For or While or Comment => false,
        _ => true,
    };

    private static bool HasEffect(Expr expression) => expression switch
    {
        Opaque { IsPure: false } => true,
        Constant or Ir.Use => false,
        _ => expression.Children().Any(HasEffect),
    };

    private void Need(Expr expression)
    {
        foreach (Variable variable in expression.Variables())
            _changed |= _values.Add(variable);
        foreach (Variable storage in _classes.ReadBy(expression))
            _changed |= _contents.Add(storage);
        if (expression is Use { Type.IsStorage: true } use)
            _changed |= _contents.Add(_classes.Of(use.Variable));
    }

    private Block Sweep(Block block)
    {
        var kept = new List<Statement>(block.Statements.Count);
        foreach (Statement statement in block.Statements)
        {
            Statement swept = statement.MapBlocks(Sweep);
            bool keep = swept switch
            {
                If branch => !branch.Then.IsEmpty || !branch.Else.IsEmpty || HasEffect(branch.Condition),
                For loop => !loop.Body.IsEmpty,
                While loop => !loop.Body.IsEmpty || HasEffect(loop.Condition),
                Comment => true,
                _ => IsNeeded(swept),
            };
            if (keep)
                kept.Add(swept);
        }
        return kept.Count == block.Statements.Count && kept.SequenceEqual(block.Statements, ReferenceComparer.Instance) ? block : new(kept);
    }
}
