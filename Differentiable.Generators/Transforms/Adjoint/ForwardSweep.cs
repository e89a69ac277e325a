using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Calls;
using Differentiable.Generators.Transforms.Adjoint.Keeping;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>The forward sweep: the primal, and beside it what keeps values for the reverse sweep and makes the shadows of local storage.</summary>
internal sealed class ForwardSweep(Sweeps sweeps)
{
    private const string ReplacedNote = "another row takes its place below";

    private readonly AdjointContext _context = sweeps.Context;

    public List<Statement> Run(Region region) => Run(region, region.Block.Statements);

    public List<Statement> Run(Region region, IEnumerable<Statement> statements)
    {
        var code = new List<Statement>();
        List<Statement> carried = [];
        foreach (Statement statement in statements)
            Run(statement, IsCarriedCopy(statement, region) ? carried : code);
        List<Statement> early = SaveEarly(region, code);
        code.InsertRange(0, early);
        Save(region, code, sweeps.StoredIn(region).Skip(early.Count));
        return [.. code, .. carried];
    }

    /// <summary>
    /// Stores what a round starts with before the round runs: its next value then takes its place, and no second one lives across the call
    /// that stores it. Only where nothing else of the round goes to the stack, which gives back in the opposite order.
    /// </summary>
    private List<Statement> SaveEarly(Region region, List<Statement> round) => round.Any(UsesStack) || sweeps.ElementsStoredIn(region).Any()
        ? []
        : [.. Saves(sweeps.StoredIn(region).TakeWhile(stored => sweeps.IsCarriedBy(stored.Variable, region)))];

    private bool UsesStack(Statement statement) => statement.DescendantsAndSelf().SelectMany(inner => inner.Expressions()).Any(_context.Runtime.UsesStack);

    public void Run(Statement statement, List<Statement> code)
    {
        switch (statement)
        {
            case Assign { Target.Type.IsStorage: true } assign:
                Run(assign, code);
                break;
            case Store { Value.Type.IsStorage: true } row:
                RunRow(row, code);
                break;
            case Store store:
                RunStore(store, code);
                break;
            case Call { Callee.IsCalledAsItIs: false } call:
                RunCall(call, code);
                break;
            case If branch:
                code.Add(branch with
                {
                    Then = new(Run(_context.Regions.Of(branch.Then))),
                    Else = new(Run(_context.Regions.Of(branch.Else))),
                });
                break;
            case For or While when sweeps.Checkpointed(statement) is { } checkpointed:
                code.AddRange(checkpointed.Forward());
                break;
            case For loop:
                RunLoop(loop, loop.Body, code);
                break;
            case While loop:
                RunLoop(loop, code);
                break;
            default:
                code.Add(statement);
                break;
        }
    }

    private void RunStore(Store store, List<Statement> code)
    {
        if (sweeps.Saved.Contains(store))
            code.Add(sweeps.ElementSlot(store).Save(store.Place) with { Note = "overwritten below, needed on the way back" });
        code.Add(store);
    }

    private void RunCall(Call call, List<Statement> code)
    {
        foreach (Expr storage in sweeps.Saved.Contains(call) ? call.Mutated() : [])
        {
            sweeps.Ledger.AddElements(_context.Regions.Of(call), storage);
            code.Add(_context.Runtime.PushElements(storage));
        }
        if (_context.Activity.IsActive(call) && call.Callee.Rule is null)
            sweeps.Ledger.AddCall(call);
        code.AddRange(CallHalves.RunForward(_context, call));
    }

    public bool IsCarriedCopy(Statement statement, Region region) =>
        statement is Assign assign && sweeps.IsCarriedBy(assign.Target, region);

    private void RunLoop(For loop, Block body, List<Statement> code)
    {
        Region region = _context.Regions.Of(body);
        List<Statement> round = Run(region);
        code.InsertRange(IndexBeforeCarried(code, region), sweeps.Slots.Before(loop));
        code.Add(loop with { Body = new(sweeps.Scoped(round, region)) });
    }

    /// <summary>
    /// Buffers are taken before the loop variables get their initial values: a scalar that lives across a call leaves its register,
    /// for the whole loop.
    /// </summary>
    private int IndexBeforeCarried(List<Statement> code, Region loopBody)
    {
        int index = code.Count;
        while (index > 0 && code[index - 1] is Assign { Target.Type: ScalarType } assign
            && _context.Regions.Knows(assign.Target)
            && _context.Regions[assign.Target] is { Kind: DefinitionKind.Carried } definition
            && definition.Region == loopBody)
        {
            index--;
        }
        return index;
    }

    private void RunLoop(While loop, List<Statement> code)
    {
        Region region = _context.Regions.Of(loop.Body);
        List<Statement> round = sweeps.Scoped(Run(region), region);
        if (sweeps.IsReversed(loop))
        {
            Variable trips = sweeps.TripsOf(loop);
            code.Add(new Assign(trips, Constant.Of(0)));
            round.Add(new Assign(trips, new Apply(Op.Add, IrType.Int32, [new Use(trips), Constant.Of(1)])));
        }
        code.Add(loop with { Body = new(round) });
    }

    /// <summary>Makes or aliases storage; its shadow is made or aliased alike.</summary>
    private void Run(Assign assign, List<Statement> code)
    {
        code.Add(assign with { Value = Made(assign) });
        if (!_context.Activity.IsActive(assign.Target))
            return;
        Variable shadow = _context.ShadowOf(assign.Target);
        code.Add(new Assign(shadow, Mirrored(assign.Value, shadow.Type, new Use(assign.Target))));
    }

    private Expr Mirrored(Expr value, IrType shadowType, Expr primal) => value switch
    {
        NewStorage made => _context.Runtime.Zeroed(shadowType, made.Lengths),
        CopyOf copy when copy.Type.Element!.IsStorage => new CopyOf(_context.AdjointType(copy.Type), _context.ShadowOf(copy.Storage)),
        CopyOf => _context.Runtime.ZeroedLike(shadowType, primal),
        Opaque opaque => opaque with { Type = shadowType },
        _ => _context.ShadowOf(value),
    };

    /// <summary>Puts a row into a jagged array, and the row's shadow into the array's shadow.</summary>
    private void RunRow(Store row, List<Statement> code)
    {
        bool isActive = _context.Activity.IsActive(StorageClasses.BaseOf(row.Storage));
        if (sweeps.Saved.Contains(row))
        {
            code.Add(sweeps.ElementSlot(row).Save(row.Place) with { Note = ReplacedNote });
            if (isActive)
                code.Add(sweeps.ShadowRowSlot(row).Save(new Element(_context.ShadowOf(row.Storage), row.Indices)) with { Note = ReplacedNote });
        }
        Statement mirrored = new Store(
            _context.ShadowOf(row.Storage), row.Indices, Mirrored(row.Value, _context.AdjointType(row.Value.Type), new Element(row.Storage, row.Indices)));
        code.Add(row);
        if (isActive)
            code.Add(mirrored);
    }

    private Expr Made(Assign assign) => (assign.Value, assign.Target.Type) switch
    {
        (NewStorage made, SpanType) => _context.Runtime.Zeroed(assign.Target.Type, made.Lengths),
        (CopyOf copy, SpanType span) => _context.Runtime.Copied(span, copy.Storage),
        _ => assign.Value,
    };

    /// <summary>Stores what the reverse of the region starts by taking back: arrays last made first, then scalars.</summary>
    private void Save(Region region, List<Statement> code, IEnumerable<(Variable Variable, Slot Slot)> scalars)
    {
        foreach (Variable storage in sweeps.ElementsStoredIn(region).Reverse())
        {
            sweeps.Ledger.AddElements(region, new Use(storage));
            code.Add(_context.Runtime.PushElements(new Use(storage)));
        }
        code.AddRange(Saves(scalars));
    }

    private static IEnumerable<Statement> Saves(IEnumerable<(Variable Variable, Slot Slot)> stored) =>
        stored.Select(value => value.Slot.Save(new Use(value.Variable)) with { Note = "kept for the way back" });
}
