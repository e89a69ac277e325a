using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

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

    /// <summary>It is stored; for storage, which it was.</summary>
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
    private readonly KeptStorage _storage;
    private readonly Dictionary<Variable, Keep> _kept = [];
    private readonly HashSet<Variable> _contents = [];
    private readonly HashSet<Variable> _wanted = [];
    private readonly HashSet<Variable> _wantedItself = [];

    public StoragePlan(AdjointContext context, ReverseBlock tree, SavedElements saved, Placement placement, IEnumerable<Expr> seeds)
    {
        _context = context;
        _saved = saved;
        _placement = placement;
        _storage = new(context, saved, placement);
        foreach (Expr read in tree.Descendants().SelectMany(ReadsOf).Concat(seeds))
            Want(read);
        foreach (ReverseLoop loop in saved.Checkpointed.All)
            WantAround(loop);
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

    /// <summary>Does the reverse sweep read the variable, or for storage its shadow, by name?</summary>
    public bool IsWantedItself(Variable variable) => _wantedItself.Contains(variable);

    /// <summary>Must what the variable stands for stay until the reverse sweep comes to it?</summary>
    public bool IsKeptByReference(Variable storage) => _storage.IsKeptByReference(storage);

    /// <summary>The storage variable whose place a rotated one takes in the next round.</summary>
    public Variable SourceOf(Variable rotated) => _storage.SourceOf(rotated)!;

    private IEnumerable<Expr> ReadsOf(ReverseNode node) => node switch
    {
        ReverseStore store when _saved.Contains(store.Primal) => [.. store.Reads, .. PlaceOf(store.Primal)],
        ReverseCall call when _saved.Contains(call.Primal) => [.. call.Reads, .. call.Primal.Expressions()],
        _ => node.Reads,
    };

    /// <summary>Where the old element is put back; an old row is, together with its shadow.</summary>
    private IEnumerable<Expr> PlaceOf(Store store) => store.Value.Type.IsStorage && _context.Activity.IsActive(StorageClasses.BaseOf(store.Storage))
        ? [store.Storage, .. store.Indices, _context.ShadowOf(store.Storage)]
        : [store.Storage, .. store.Indices];

    private void Want(Expr expression)
    {
        foreach (Variable variable in expression.Variables())
            Want(variable);
        _contents.UnionWith(_context.Classes.ReadBy(expression));
    }

    /// <summary>Rounds that run again read what is around the loop, and make their own variables again.</summary>
    private void WantAround(ReverseLoop loop)
    {
        foreach (Expr read in _saved.Checkpointed.ReadsOf(loop.Primal))
        {
            foreach (Variable variable in read.Variables().Where(variable => !IsMadeIn(loop.Body.Region, variable)))
                Want(variable);
            _contents.UnionWith(_context.Classes.ReadBy(read));
        }
    }

    private bool IsMadeIn(Region region, Variable variable) =>
        PrimalOf(variable) is var primal && _context.Regions.Knows(primal) && _context.Regions[primal].Region.IsInside(region);

    private void Want(Variable variable)
    {
        Variable primal = PrimalOf(variable);
        _wantedItself.Add(variable);
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
        Keep keep = _storage.KeepOf(storage);
        _kept[storage] = keep;
        switch (keep)
        {
            case Keep.Rotated:
                foreach (Variable other in _storage.CarriedIn(definition.Region))
                    Want(other);
                break;
            case Keep.Recomputed or Keep.Remade:
                foreach (Expr operand in OperandsOf(((Assign)definition.Statement!).Value))
                    WantWithShadow(operand);
                break;
        }
    }

    private void WantWithShadow(Expr operand)
    {
        Want(operand);
        foreach (Variable variable in operand.Variables().Where(variable => variable.Type.IsStorage && _context.Activity.IsActive(variable)))
            Want(_context.ShadowOf(variable));
    }

    /// <summary>What is read to make or alias storage again; the elements of a copy come back by themselves.</summary>
    private static EquatableArray<Expr> OperandsOf(Expr value) => value is CopyOf copy ? [copy.Storage] : [value];

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
            Want(_context.Regions.ValueOf(link)!);
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
        if (MustBeStored(variable) || !_context.Regions.ValueOf(variable)!.Variables().All(operand => IsAvailable(operand, chain)))
            return false;
        chain.Add(variable);
        return true;
    }

    private int Size(Variable variable) => _context.Regions.ValueOf(variable)!.DescendantsAndSelf().OfType<Apply>().Count();

    private bool MustBeStored(Variable variable)
    {
        if (_context.Regions.ValueOf(variable) is not { } value)
            return true;
        Block around = _placement.Separated(_context.Regions[variable].Region)!.Block;
        return value.DescendantsAndSelf().Any(part => part switch
        {
            Opaque or Apply => IsOnlyOnce(part),
            Element element => _saved.IsWrittenIn(around, _context.Classes.Of(element.Storage)),
            Use use => _context.Regions.IsFinalOfInnerLoop(use.Variable, variable),
            _ => false,
        });
    }

    /// <summary>Is it computed only once, whatever there is to compute it from: is it costly, or might it be another value the next time?</summary>
    public static bool IsOnlyOnce(Expr part) => part switch
    {
        Opaque opaque => !opaque.IsPure || opaque.Pullbacks.Count > 0,
        Apply { Type.IsReal: true } apply => Rule.For(apply).Cost == Cost.Costly,
        _ => false,
    };

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
        return _context.Regions.ValueOf(next.Variable) is Apply { Op: Op.Add or Op.Subtract, Arguments: [Use from, Constant] } step && from.Variable == carried
            ? step
            : null;
    }
}
