using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>How the reverse sweep gets a primal value.</summary>
internal enum Keep
{
    /// <summary>Its variable still holds it.</summary>
    Held,

    /// <summary>It is a counter: the reversed loop counts it again.</summary>
    Counted,

    /// <summary>It is computed again, from values that the reverse sweep has.</summary>
    Recomputed,

    /// <summary>It is a loop variable that steps by a constant: stepped back.</summary>
    Rewound,

    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>It is storage made in a loop: made again, and its elements brought back where they are needed.</summary>
    Remade,

    /// <summary>It is one of several storage variables that change places in each round: changed back.</summary>
    Rotated,
}

/// <summary>
/// Decides for each primal value that the reverse sweep reads how it gets there, in the order of preference: it still holds, it is cheap to
/// compute again from values that are there, it is stored.
/// </summary>
internal sealed class StoragePlan
{
    private const int CheapestStored = 24;

    private readonly AdjointContext _context;
    private readonly SavedElements _saved;
    private readonly Placement _placement;
    private readonly Dictionary<Variable, Keep> _kept = [];
    private readonly HashSet<Variable> _contents = [];
    private readonly HashSet<Variable> _wanted = [];

    public StoragePlan(AdjointContext context, ReverseBlock tree, SavedElements saved, Placement placement, IEnumerable<Expr> seeds)
    {
        _context = context;
        _saved = saved;
        _placement = placement;
        foreach (Expr read in tree.Descendants().SelectMany(ReadsOf).Concat(seeds))
            Want(read);
        Decide();
    }

    /// <summary>The values that the reverse of a region starts by getting, in the order of their definitions.</summary>
    public IEnumerable<Variable> In(Region region, Keep keep) => _kept
        .Where(pair => pair.Value == keep && _context.Regions[pair.Key].Region == region)
        .Select(pair => pair.Key)
        .OrderBy(variable => _context.Regions[variable].Order)
        .ThenBy(variable => variable.Id);

    public Keep this[Variable variable] => _placement.Holds(variable) ? Keep.Held : _kept.TryGetValue(variable, out Keep keep) ? keep : Keep.Held;

    /// <summary>Does the reverse sweep get the value some other way than by its own variable?</summary>
    public bool IsReplaced(Variable variable) => _kept.ContainsKey(variable);

    /// <summary>Are the elements of the remade storage needed, or only its shadow?</summary>
    public bool NeedsContents(Variable storage) => _contents.Contains(_context.Classes.Of(storage));

    private IEnumerable<Expr> ReadsOf(ReverseNode node) => node switch
    {
        ReverseStore store when _saved.Contains(store.Primal) => [.. store.Reads, store.Primal.Storage, .. store.Primal.Indices],
        ReverseCall call when _saved.Contains(call.Primal) => [.. call.Reads, .. call.Primal.Expressions()],
        _ => node.Reads,
    };

    private void Want(Expr expression)
    {
        foreach (Variable variable in expression.Variables())
            Want(variable);
        _contents.UnionWith(_context.Classes.ReadBy(expression));
    }

    private void Want(Variable variable)
    {
        Variable primal = PrimalOf(variable);
        if (!_context.Regions.Knows(primal) || _placement.Holds(primal) || !_wanted.Add(primal))
            return;
        Definition definition = _context.Regions[primal];
        if (definition.Kind == DefinitionKind.Counter)
            _kept[primal] = Keep.Counted;
        else if (primal.Type.IsStorage)
            WantStorage(primal, definition);
    }

    /// <summary>The storage that a shadow mirrors; any other variable is its own.</summary>
    private Variable PrimalOf(Variable variable) => variable.Role == VariableRole.Shadow && variable.Type.IsStorage
        ? _context.Shadows.FirstOrDefault(pair => pair.Value == variable).Key ?? variable
        : variable;

    private void WantStorage(Variable storage, Definition definition)
    {
        if (definition.Kind == DefinitionKind.Carried && IsRotation(definition))
        {
            _kept[storage] = Keep.Rotated;
            foreach (Variable other in RotatedIn(definition.Region))
                Want(other);
            return;
        }
        if (definition is not { Kind: DefinitionKind.Assigned, Statement: Assign assign })
            throw new UnsupportedStorageException($"the array variable '{storage.Name}', which is assigned in a loop or a branch");
        _kept[storage] = assign.Value is NewStorage or CopyOf ? Keep.Remade : Keep.Recomputed;
        if (assign.Value is CopyOf copy)
            Want(copy.Storage);
        else
            Want(assign.Value);
    }

    /// <summary>The storage variables that a loop carries from round to round.</summary>
    public IEnumerable<Variable> RotatedIn(Region loopBody) => _context.Regions.Variables
        .Where(variable => variable.Type.IsStorage && _context.Regions[variable] is { Kind: DefinitionKind.Carried } definition && definition.Region == loopBody)
        .OrderBy(variable => variable.Id);

    /// <summary>The storage variable whose place a carried one takes in the next round.</summary>
    public Variable SourceOf(Variable carried)
    {
        Variable source = ((Use)((Assign)_context.Regions[carried].Statement!).Value).Variable;
        while (ValueOf(source) is Use use)
            source = use.Variable;
        return source;
    }

    /// <summary>Do the storage variables that the loop carries only change places? Then the reverse sweep can change them back.</summary>
    private bool IsRotation(Definition definition)
    {
        List<Variable> carried = [.. RotatedIn(definition.Region)];
        return _placement.HoldsAround(definition.Region)
            && new HashSet<Variable>(carried.Select(SourceOf)).SetEquals(carried);
    }

    private void Decide()
    {
        List<Variable> pending = [.. Pending().Where(MustBeStored)];
        foreach (Variable variable in pending)
            Store(variable);
        for (List<Variable> rest = [.. Pending()]; rest.Count > 0; rest = [.. Pending()])
        {
            foreach (Variable variable in rest.OrderBy(variable => _context.Regions[variable].Order))
                Decide(variable);
        }
    }

    private IEnumerable<Variable> Pending() => _wanted.Where(variable => !_kept.ContainsKey(variable)).OrderBy(variable => variable.Id);

    private void Store(Variable variable) => _kept[variable] = IsRewindable(variable) ? Keep.Rewound : Keep.Stored;

    private void Decide(Variable variable)
    {
        if (_kept.ContainsKey(variable))
            return;
        var chain = new List<Variable>();
        if (MustBeStored(variable) || !IsAvailable(variable, chain) || chain.Sum(Size) > CheapestStored)
        {
            Store(variable);
            return;
        }
        foreach (Variable link in chain)
        {
            _wanted.Add(link);
            _kept[link] = Keep.Recomputed;
            Want(ValueOf(link)!);
        }
    }

    /// <summary>Can the value be computed from what the reverse sweep has anyway? Collects what else is computed on the way.</summary>
    private bool IsAvailable(Variable variable, List<Variable> chain)
    {
        if (!_context.Regions.Knows(variable) || _placement.Holds(variable) || _kept.ContainsKey(variable) || chain.Contains(variable))
            return true;
        if (variable.Type.IsStorage)
            return _context.Regions[variable].Kind is DefinitionKind.Assigned;
        if (_context.Regions[variable].Kind == DefinitionKind.Counter)
            return true;
        if (MustBeStored(variable) || !ValueOf(variable)!.Variables().All(operand => IsAvailable(operand, chain)))
            return false;
        chain.Add(variable);
        return true;
    }

    private int Size(Variable variable) => ValueOf(variable)!.DescendantsAndSelf().OfType<Apply>().Count();

    private Expr? ValueOf(Variable variable) =>
        _context.Regions[variable] is { Kind: DefinitionKind.Assigned, Statement: Assign assign } ? assign.Value : null;

    private bool MustBeStored(Variable variable)
    {
        if (ValueOf(variable) is not { } value)
            return true;
        Block around = _placement.Separated(_context.Regions[variable].Region)!.Block;
        return value.DescendantsAndSelf().Any(part => part switch
        {
            Opaque opaque => !opaque.IsPure,
            Apply { Type.IsReal: true } apply => Rule.For(apply).Cost == Cost.Costly,
            Element element => _saved.IsWrittenIn(around, _context.Classes.Of(element.Storage)),
            Use use => IsFinalOfInnerLoop(use.Variable, variable),
            _ => false,
        });
    }

    /// <summary>Is it the value behind a loop? That loop's variable does not hold it any more in the reverse sweep.</summary>
    private bool IsFinalOfInnerLoop(Variable used, Variable user) =>
        _context.Regions.Knows(used)
        && _context.Regions[used] is { Kind: DefinitionKind.Carried or DefinitionKind.Counter } definition
        && !_context.Regions[user].Region.IsInside(definition.Region);

    /// <summary>An integer loop variable that steps by a constant, in a loop whose last value still holds.</summary>
    private bool IsRewindable(Variable variable) =>
        _context.Regions[variable] is { Kind: DefinitionKind.Carried } definition
        && variable.Type.IsInteger
        && _placement.HoldsAround(definition.Region)
        && StepOf(variable) is not null;

    /// <summary>What the loop variable changes by in each round, as the expression that its next value is.</summary>
    public Apply? StepOf(Variable carried)
    {
        if (((Assign)_context.Regions[carried].Statement!).Value is not Use next || !_context.Regions.Knows(next.Variable))
            return null;
        return ValueOf(next.Variable) is Apply { Op: Op.Add or Op.Subtract, Arguments: [Use from, Constant] } step && from.Variable == carried
            ? step
            : null;
    }
}
