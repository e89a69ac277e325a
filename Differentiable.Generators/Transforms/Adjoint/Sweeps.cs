using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Checkpoints;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>What the forward and the reverse sweep of one member share: the plan, the slots, the names that values have on the way back.</summary>
internal sealed class Sweeps
{
    private readonly Dictionary<Statement, Variable> _trips = new(ReferenceComparer.Instance);
    private readonly Dictionary<Region, List<(Variable Variable, Slot Slot)>> _stored = [];
    private readonly Dictionary<Statement, Slot> _elementSlots = new(ReferenceComparer.Instance);
    private readonly Dictionary<Statement, Slot> _shadowRowSlots = new(ReferenceComparer.Instance);
    private readonly Dictionary<Statement, CheckpointedSweep> _checkpointed = new(ReferenceComparer.Instance);
    private readonly HashSet<Statement> _reversedLoops = new(ReferenceComparer.Instance);
    private readonly Dictionary<Variable, Variable> _onTheWayBack = [];

    public Sweeps(AdjointContext context, ReverseBlock tree, SavedElements saved, Placement placement, List<Statement> seeds)
    {
        Context = context;
        Seeds = seeds;
        Tree = tree;
        Saved = saved;
        Placement = placement;
        Plan = new(context, tree, saved, placement, seeds.SelectMany(seed => seed.DescendantsAndSelf()).SelectMany(seed => seed.Expressions()));
        Ledger = new(context, placement);
        Slots = new(context, placement, Ledger);
        foreach (ReverseLoop loop in tree.Descendants().OfType<ReverseLoop>())
            _reversedLoops.Add(loop.Primal);
    }

    public AdjointContext Context { get; }

    public ReverseBlock Tree { get; }

    /// <summary>What starts the adjoints of the outputs.</summary>
    public List<Statement> Seeds { get; }

    public SavedElements Saved { get; }

    public Placement Placement { get; }

    public StoragePlan Plan { get; }

    public Slots Slots { get; }

    public Ledger Ledger { get; }

    /// <summary>The values that a region stores and its reverse takes back first, in the order in which they are stored: what a round starts with, then the others.</summary>
    public List<(Variable Variable, Slot Slot)> StoredIn(Region region)
    {
        if (_stored.TryGetValue(region, out List<(Variable, Slot)>? stored))
            return stored;
        List<Variable> variables = [.. Plan.In(region, Keep.Stored).SelectMany(WithShadow), .. CountedWhilesIn(region).Select(TripsOf)];
        stored = [.. variables.OrderBy(variable => IsCarriedBy(variable, region) ? 0 : 1).Select(variable => (variable, Slots.For(region, variable.Name, variable.Type)))];
        _stored[region] = stored;
        return stored;
    }

    /// <summary>Is it a scalar that passes from round to round of the loop with this body?</summary>
    public bool IsCarriedBy(Variable variable, Region region) =>
        Context.Regions.Knows(variable) && Context.Regions[variable] is { Kind: DefinitionKind.Carried } definition && definition.Region == region;

    /// <summary>The storage of a region whose elements are stored at its end.</summary>
    public IEnumerable<Variable> ElementsStoredIn(Region region) => Plan.In(region, Keep.Remade).Where(Plan.NeedsContents);

    public Slot ElementSlot(Store store) => SlotOf(_elementSlots, store, StorageClasses.BaseOf(store.Storage).Name, store.Place.Type);

    /// <summary>Where the shadow of a row waits while another row has its place.</summary>
    public Slot ShadowRowSlot(Store row) => SlotOf(_shadowRowSlots, row, Context.ShadowOf(StorageClasses.BaseOf(row.Storage)).Name, Context.AdjointType(row.Storage.Type.Element!));

    /// <summary>The variable that counts the rounds of a loop whose trips show only as it runs.</summary>
    public Variable TripsOf(While loop)
    {
        if (!_trips.TryGetValue(loop, out Variable? trips))
            _trips[loop] = trips = Context.Supply.New("trips", IrType.Int32, VariableRole.Helper);
        return trips;
    }

    /// <summary>The loop with snapshots, if it is one.</summary>
    public CheckpointedSweep? Checkpointed(Statement loop)
    {
        if (!Saved.Checkpointed.Contains(loop))
            return null;
        if (!_checkpointed.TryGetValue(loop, out CheckpointedSweep? sweep))
            _checkpointed[loop] = sweep = new(this, loop);
        return sweep;
    }

    public bool IsReversed(Statement loop) => _reversedLoops.Contains(loop);

    /// <summary>The variable that holds a primal value, or the shadow of primal storage, in the reverse sweep.</summary>
    public Variable OnTheWayBack(Variable variable)
    {
        if (!IsReplaced(variable))
            return variable;
        if (!_onTheWayBack.TryGetValue(variable, out Variable? mapped))
            _onTheWayBack[variable] = mapped = Filled(variable, Context.Supply.Another(variable));
        return mapped;
    }

    /// <summary>Elements that are brought back have to be written, even where the method only reads them.</summary>
    private Variable Filled(Variable primal, Variable back) =>
        back.Type is SpanType { IsReadOnly: true } span && Plan[primal] == Keep.Remade && Plan.NeedsContents(primal)
            ? back with { Type = span with { IsReadOnly = false } }
            : back;

    public Expr OnTheWayBack(Expr expression) =>
        expression.Rewrite(part => part is Use use ? new Use(OnTheWayBack(use.Variable)) : part);

    public Block OnTheWayBack(Block block) =>
        block.RewriteExpressions(part => part is Use use ? new Use(OnTheWayBack(use.Variable)) : part);

    /// <summary>The block, which runs a region forward during the reverse sweep, with the values from around the region as they are there.</summary>
    public Block Within(Region region, Block block) => block.RewriteExpressions(part =>
        part is Use use && IsFromAround(region, use.Variable) ? new Use(OnTheWayBack(use.Variable)) : part);

    private bool IsFromAround(Region region, Variable variable)
    {
        Variable primal = variable.Role == VariableRole.Shadow ? Context.Shadows.FirstOrDefault(pair => pair.Value == variable).Key ?? variable : variable;
        return Context.Regions.Knows(primal) && !Context.Regions[primal].Region.IsInside(region);
    }

    /// <summary>Frees at the end of each round what the round took from the workspace, unless it lives on.</summary>
    public List<Statement> Scoped(List<Statement> round, Region body)
    {
        if (!Context.Regions.Variables.Any(variable => LivesOn(variable, body)))
            return Freed(round);
        foreach (Expr taken in round.SelectMany(statement => statement.Expressions()).Where(Context.Runtime.IsAllocation))
            Ledger.AddTaken(body, taken.Type.Leaf, RuntimeCalls.LengthOfTaken(taken));
        return round;
    }

    /// <summary>Frees at the end of a round what the round took from the workspace.</summary>
    public List<Statement> Freed(List<Statement> round)
    {
        if (!round.Any(TakesFromWorkspace))
            return round;
        Variable mark = Context.Supply.New("mark", IrType.Int64, VariableRole.Helper);
        return [Context.Runtime.Mark(mark), .. round, Context.Runtime.Release(mark)];
    }

    /// <summary>Is what the variable stands for used in the next round, or still in the reverse sweep?</summary>
    private bool LivesOn(Variable variable, Region body) => variable.Type.IsStorage
        && Context.Regions[variable] is { Region: var region, Kind: var kind }
        && region.IsInside(body)
        && (kind == DefinitionKind.Carried || Plan.IsKeptByReference(variable));

    private bool TakesFromWorkspace(Statement statement) => statement switch
    {
        For or While => false,
        If branch => branch.Then.Statements.Any(TakesFromWorkspace) || branch.Else.Statements.Any(TakesFromWorkspace),
        _ => statement.Expressions().SelectMany(expression => expression.DescendantsAndSelf()).Any(Context.Runtime.IsAllocation),
    };

    private Slot SlotOf(Dictionary<Statement, Slot> slots, Store store, string name, IrType type)
    {
        if (!slots.TryGetValue(store, out Slot? slot))
            slots[store] = slot = Slots.For(Context.Regions.Of(store), name, type);
        return slot;
    }

    /// <summary>Which storage a variable stands for, which shadow it has, or both are kept: what of them the reverse sweep reads.</summary>
    private IEnumerable<Variable> WithShadow(Variable variable)
    {
        if (!variable.Type.IsStorage)
            return [variable];
        IEnumerable<Variable> both = Context.Activity.IsActive(variable) ? [variable, Context.ShadowOf(variable)] : [variable];
        return both.Where(Plan.IsWantedItself);
    }

    private IEnumerable<While> CountedWhilesIn(Region region) => Placement.Separated(region) is null
        ? []
        : region.Block.Statements.OfType<While>().Where(IsReversed);

    private bool IsReplaced(Variable variable)
    {
        if (Plan.IsReplaced(variable))
            return true;
        if (variable.Role == VariableRole.Shadow && variable.Type.IsStorage)
            return Context.Shadows.FirstOrDefault(pair => pair.Value == variable).Key is { } primal && Plan.IsReplaced(primal);
        return _trips.Any(pair => pair.Value == variable && Placement.Separated(Context.Regions.Of(pair.Key)) is not null);
    }
}
