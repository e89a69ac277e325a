using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Fusion;

/// <summary>
/// Finds the loops whose rounds can be reversed right behind their forward run, so that nothing is stored across rounds: the rounds are
/// independent but for sums, and what its reverse starts with does not need the loop's results. What follows and depends on the loop then runs
/// behind the reverse sweep, and behind that the reverse statements that need it.
/// </summary>
internal sealed class FusedLoops
{
    private readonly AdjointContext _context;
    private readonly SavedElements _saved;
    private readonly List<Statement> _seeds;
    private readonly HashSet<Statement> _fused = new(ReferenceComparer.Instance);
    private readonly HashSet<Statement> _deferred = new(ReferenceComparer.Instance);
    private readonly HashSet<Statement> _postponed = new(ReferenceComparer.Instance);
    private readonly PrivateStorage _privates;

    public FusedLoops(AdjointContext context, ReverseBlock tree, SavedElements saved, List<Statement> seeds)
    {
        _context = context;
        _saved = saved;
        _seeds = seeds;
        _privates = new(context);
        Find(tree);
        foreach (ReverseLoop loop in saved.Checkpointed.All)
            Find(loop.Body);
    }

    /// <summary>The loops whose rounds are reversed on the spot.</summary>
    public HashSet<Statement> Loops => _fused;

    /// <summary>The loops whose reverse runs round by round, each right behind the same round run forward.</summary>
    public HashSet<Statement> Joined => new(_fused.Concat(_saved.Checkpointed.All.Select(loop => loop.Primal)), ReferenceComparer.Instance);

    /// <summary>The elements that still have to be saved, now that rounds are reversed on the spot.</summary>
    public SavedElements Saved() => _saved.With(loop => !_fused.Contains(loop)
        ? []
        : loop.Body.DescendantStatements().SelectMany(_saved.Overwritten).Distinct().Where(storage => _privates.IsPrivate(storage, loop)));

    /// <summary>Runs the statement behind the reverse sweep of its region, because it depends on a fused loop?</summary>
    public bool IsDeferred(Statement statement) => _deferred.Contains(statement);

    /// <summary>Runs the reverse statement behind all others of its region, because it needs the results of a fused loop?</summary>
    public bool IsPostponed(Statement statement) => _postponed.Contains(statement);

    private void Find(ReverseBlock block)
    {
        foreach (ReverseLoop loop in block.Nodes.OfType<ReverseLoop>())
        {
            if (loop.Primal is not For { Checkpointing: null } counted || !new IndependentRounds(_context, _saved, counted, loop.Body, _privates).Hold())
                continue;
            var following = new Following(_context, block, counted);
            if (following.Dependents.Any(_fused.Contains) || following.Fused(_seeds, _saved) is not { } postponed)
                continue;
            _fused.Add(counted);
            _postponed.UnionWith(postponed);
            _deferred.UnionWith(following.Dependents);
            Find(loop.Body);
        }
    }
}
