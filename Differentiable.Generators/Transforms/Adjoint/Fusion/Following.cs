using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Fusion;

/// <summary>What follows a loop in its region, and what of it depends on the loop's results.</summary>
internal sealed class Following
{
    private readonly AdjointContext _context;
    private readonly ReverseBlock _block;
    private readonly For _loop;
    private readonly List<Statement> _after;
    private readonly HashSet<Variable> _results = [];
    private readonly HashSet<Variable> _written;
    private readonly HashSet<Statement> _reversedLoops;

    public Following(AdjointContext context, ReverseBlock block, For loop)
    {
        _context = context;
        _block = block;
        _loop = loop;
        _after = [.. block.Region.Block.Statements.SkipWhile(statement => !ReferenceEquals(statement, loop)).Skip(1)];
        _written = [.. WrittenBy(loop)];
        _reversedLoops = new(block.Descendants().OfType<ReverseLoop>().Select(reverse => reverse.Primal), ReferenceComparer.Instance);
        _results = [.. loop.DescendantsAndSelf().SelectMany(statement => statement.Defines())];
        Dependents = [.. Collect()];
    }

    /// <summary>The statements behind the loop that depend on it.</summary>
    public List<Statement> Dependents { get; }

    /// <summary>
    /// The reverse statements that must wait for the loop, if it can run behind all that follows but its dependents, and behind the reverse of that but
    /// those statements; null if it cannot.
    /// </summary>
    public List<Assign>? Fused(List<Statement> seeds, SavedElements saved)
    {
        HashSet<Variable> restored = saved.ChangedByReverse(_block);
        HashSet<Statement> dependents = new(Dependents, ReferenceComparer.Instance);
        bool allowed = Dependents.All(IsValueOnly)
            && !Dependents.SelectMany(statement => statement.DescendantsAndSelf()).Any(LeavesSomething)
            && !Dependents.SelectMany(ReadBy).Any(restored.Contains)
            && !_after.Where(statement => !dependents.Contains(statement)).SelectMany(WrittenBy).Any(TouchedByLoop)
            && !seeds.SelectMany(seed => seed.DescendantsAndSelf()).SelectMany(seed => seed.Expressions()).Any(DependsOnLoop);
        return allowed ? Postponed.Find(_block, _loop, DependsOnLoop) : null;
    }

    private IEnumerable<Variable> ReadBy(Statement statement) =>
        statement.DescendantsAndSelf().SelectMany(inner => inner.Expressions()).SelectMany(_context.Classes.ReadBy);

    private IEnumerable<Statement> Collect()
    {
        foreach (Statement statement in _after)
        {
            if (!statement.DescendantsAndSelf().SelectMany(inner => inner.Expressions()).Any(DependsOnLoop))
                continue;
            _results.UnionWith(statement.DescendantsAndSelf().SelectMany(inner => inner.Defines()));
            yield return statement;
        }
    }

    private bool DependsOnLoop(Expr expression) =>
        expression.Variables().Any(_results.Contains) || _context.Classes.ReadBy(expression).Any(_written.Contains);

    /// <summary>Has the statement no effect but on scalars?</summary>
    private static bool IsValueOnly(Statement statement) => statement.DescendantsAndSelf().All(inner => inner switch
    {
        Assign assign => !assign.Target.Type.IsStorage && !assign.Value.HasEffects(),
        If or For or While => true,
        _ => false,
    });

    /// <summary>Does the reverse of the statement go by what its forward run leaves: how often a loop ran, or snapshots?</summary>
    private bool LeavesSomething(Statement statement) =>
        (statement is While || statement.CheckpointingOf() is not null) && _reversedLoops.Contains(statement);

    private IEnumerable<Variable> WrittenBy(Statement statement) => statement.DescendantsAndSelf().SelectMany(inner => inner switch
    {
        Store store => [_context.Classes.Of(store.Storage)],
        Call call => call.Arguments.OfType<Expr>().Where(argument => argument.Type.IsStorage).Select(_context.Classes.Of),
        _ => Enumerable.Empty<Variable>(),
    });

    private bool TouchedByLoop(Variable storage) => _written.Contains(storage)
        || _loop.DescendantsAndSelf().SelectMany(statement => statement.Expressions()).SelectMany(_context.Classes.ReadBy).Contains(storage)
        || _loop.DescendantsAndSelf().OfType<Call>().Any(call => WrittenBy(call).Contains(storage));
}
