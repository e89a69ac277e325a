using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Calls;
using Differentiable.Generators.Transforms.Adjoint.Keeping;

namespace Differentiable.Generators.Transforms.Adjoint.Reversal;

/// <summary>Builds the reverse of each statement of a function.</summary>
internal sealed class ReverseBuilder
{
    private readonly AdjointContext _context;
    private readonly SavedElements _saved;

    private ReverseBuilder(AdjointContext context, SavedElements saved)
    {
        _context = context;
        _saved = saved;
    }

    /// <summary>The reverse tree, without what would do nothing.</summary>
    public static (ReverseBlock Tree, SavedElements Saved) Build(AdjointContext context)
    {
        var saved = new SavedElements(context);
        ReverseBlock tree = new ReverseBuilder(context, saved).Reverse(context.Regions.Root);
        saved.Find(tree);
        Prune(tree, saved);
        return (tree, saved);
    }

    private static void Prune(ReverseBlock block, SavedElements saved)
    {
        foreach (ReverseBlock inner in block.Nodes.SelectMany(node => node.Blocks))
            Prune(inner, saved);
        block.Nodes.RemoveAll(node => node switch
        {
            ReverseStore store => store.Take.Count == 0 && store.Pass.Count == 0 && !saved.Contains(store.Primal),
            ReverseCode code => code.Code.Count == 0,
            ReverseCall call => call.Code.Count == 0 && !saved.Contains(call.Primal),
            _ => node.Blocks.All(inner => inner.Nodes.Count == 0),
        });
    }

    private ReverseBlock Reverse(Region region)
    {
        var nodes = new List<ReverseNode>();
        for (int i = region.Block.Statements.Count - 1; i >= 0; i--)
        {
            if (Reverse(region.Block.Statements[i]) is { } node)
                nodes.Add(node);
        }
        return new(region, nodes);
    }

    private ReverseNode? Reverse(Statement statement) => statement switch
    {
        Assign { Target.Type.IsStorage: true } assign => ReverseStorage(assign),
        Assign assign when _context.Activity.IsActive(assign.Target) => ReverseScalar(assign),
        Store store => Reverse(store),
        Call call => new ReverseCall(call, CallHalves.Reverse(_context, call)),
        If branch => new ReverseBranch(branch, Reverse(_context.Regions.Of(branch.Then)), Reverse(_context.Regions.Of(branch.Else))),
        For loop => new ReverseLoop(loop, Reverse(_context.Regions.Of(loop.Body))),
        While loop => new ReverseLoop(loop, Reverse(_context.Regions.Of(loop.Body))),
        _ => null,
    };

    /// <summary>A copy of storage adds its adjoint to the original's; an alias, and a jagged array with the same rows, has nothing to pass on.</summary>
    private ReverseCode? ReverseStorage(Assign assign)
    {
        if (assign.Value is not CopyOf { Type.Element.IsStorage: false } copy || !_context.Activity.IsActive(copy.Storage) || !_context.Activity.IsActive(assign.Target))
            return null;
        Statement add = ShadowSums.Add(_context.Supply, new Use(_context.ShadowOf(assign.Target)), _context.ShadowOf(copy.Storage));
        return new(assign, [add with { Note = assign.Note }]);
    }

    private ReverseCode ReverseScalar(Assign assign)
    {
        Variable shadow = _context.ShadowOf(assign.Target);
        List<Statement> code = Propagation.Through(_context, assign.Value, new Use(shadow), new Use(assign.Target), assign.Note);
        SelfLast(code);
        if (IsCarriedCopy(assign))
            code.Add(new Assign(shadow, Algebra.Zero(shadow.Type)) { Note = assign.Note });
        return new(assign, code);
    }

    private bool IsCarriedCopy(Assign assign) =>
        _context.Regions[assign.Target] is { Kind: DefinitionKind.Carried } definition && ReferenceEquals(definition.Statement, assign);

    /// <summary>Adds to loop variables last: their own adjoint was just taken, and may then be updated in place.</summary>
    private void SelfLast(List<Statement> code)
    {
        List<Statement> last = [.. code.Where(statement => statement is Assign assign && CarriedShadows.Contains(assign.Target))];
        code.RemoveAll(last.Contains);
        code.AddRange(last);
    }

    private HashSet<Variable> CarriedShadows => field ??=
    [
        .. _context.Regions.Variables
            .Where(variable => _context.Regions[variable].Kind == DefinitionKind.Carried && variable.Type.HasAdjoint)
            .Select(_context.ShadowOf),
    ];

    private ReverseStore Reverse(Store store)
    {
        if (!store.Value.Type.HasAdjoint || !_context.Activity.IsActive(StorageClasses.BaseOf(store.Storage)))
            return new(store, [], []);
        Expr shadow = _context.ShadowOf(store.Place);
        if (IncrementOf(store) is { } increment)
            return new(store, [], PassIncrement(store, increment, shadow));
        Statement clear = new Store(_context.ShadowOf(store.Storage), store.Indices, Algebra.Zero(shadow.Type), store.Path) { Note = store.Note };
        if (!_context.Activity.IsActive(store.Value))
            return new(store, [clear], []);
        Variable taken = _context.Supply.New("t", shadow.Type, VariableRole.Helper);
        return new(
            store,
            [new Assign(taken, shadow) { Note = store.Note }, clear],
            Propagation.Through(_context, store.Value, new Use(taken), null, store.Note));
    }

    /// <summary>What is added in <c>a[i] = a[i] + e</c> or <c>a[i] = a[i] - e</c>: the element's adjoint then stays as it is.</summary>
    public static Expr? IncrementOf(Store store)
    {
        if (store.Value is not Apply { Op: Op.Add or Op.Subtract } sum)
            return null;
        Element old = store.Place;
        if (sum.Arguments[0] == old)
            return sum.Op == Op.Add ? sum.Arguments[1] : new Apply(Op.Negate, sum.Type, [sum.Arguments[1]]);
        return sum.Op == Op.Add && sum.Arguments[1] == old ? sum.Arguments[0] : null;
    }

    private List<Statement> PassIncrement(Store store, Expr increment, Expr shadow)
    {
        if (!_context.Activity.IsActive(increment))
            return [];
        Variable taken = _context.Supply.New("t", shadow.Type, VariableRole.Helper);
        return
        [
            new Assign(taken, shadow) { Note = store.Note },
            .. Propagation.Through(_context, increment, new Use(taken), null, store.Note),
        ];
    }
}
