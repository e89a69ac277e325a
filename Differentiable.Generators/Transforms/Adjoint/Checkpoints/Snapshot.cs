using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Checkpoints;

/// <summary>
/// What the state of a loop with snapshots consists of before a round: the scalars and the elements that pass from round to round, and which storage
/// the variables stand for that take turns.
/// </summary>
internal sealed class Snapshot
{
    private readonly AdjointContext _context;
    private readonly List<Variable> _scalars;
    private readonly List<Variable> _elements;
    private readonly List<Variable> _references;

    /// <param name="sweeps">The member.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="scalars">The scalars of the state.</param>
    /// <param name="references">The storage variables that the loop carries, with their shadows.</param>
    public Snapshot(Sweeps sweeps, Statement loop, List<Variable> scalars, IEnumerable<Variable> references)
    {
        _context = sweeps.Context;
        CheckpointedLoops loops = sweeps.Saved.Checkpointed;
        _scalars = [.. scalars.Where(scalar => !scalar.Type.IsKeptByReference)];
        _elements = loops.StorageOf(loops.CarriedBy(loop), loop);
        _references = [.. references, .. scalars.Where(scalar => scalar.Type.IsKeptByReference)];
        foreach (Variable storage in loops.VariablesOf(loop, areStorage: true))
            RequireOlder(storage, loop, loops);
        RequireRows(loop, loops);
    }

    public IEnumerable<Statement> Save() =>
    [
        .. _scalars.Select(scalar => scalar.Type is OpaqueType { IsNeverKept: true }
            ? throw UnsupportedStorageException.OfNoNumber(scalar.Name, scalar.Type)
            : _context.Runtime.Push(new Use(scalar))),
        .. _elements.Select(storage => _context.Runtime.PushElements(new Use(storage))),
        .. _references.Select(storage => _context.Runtime.Keep(new Use(storage))),
    ];

    /// <summary>Notes the size of as many snapshots as the loop keeps; the round stands in each.</summary>
    public void Note(Ledger ledger, Statement loop) => ledger.AddSnapshots(loop, _scalars, _references.Count, _elements);

    public IEnumerable<Statement> Restore() =>
    [
        .. Enumerable.Reverse(_references).Select(storage => new Assign(storage, _context.Runtime.Kept(storage.Type))),
        .. Enumerable.Reverse(_elements).Select(storage => _context.Runtime.PopElements(new Use(storage))),
        .. Enumerable.Reverse(_scalars).Select(scalar => new Assign(scalar, _context.Runtime.Pop(scalar.Type))),
    ];

    /// <summary>What a round makes is gone when the round is run again, so no variable may take it along to the next.</summary>
    private void RequireOlder(Variable storage, Statement loop, CheckpointedLoops loops)
    {
        Variable key = _context.Classes.Of(storage);
        if (loops.NamesOf(key).Any(name => loops.IsOwner(name) && _context.Regions[name].Region.IsInside(loops.BodyOf(loop))))
            throw new UnsupportedStorageException($"the array that a round of a loop with checkpoints makes and '{storage.Name}' takes along to the next", advice: "swap two arrays, or copy the elements");
        KeptStorage.RequireReference(_context, storage);
    }

    private void RequireRows(Statement loop, CheckpointedLoops loops)
    {
        HashSet<Variable> written = [.. loops.WrittenBy(loop)];
        Store? row = loop.DescendantsAndSelf().OfType<Store>().FirstOrDefault(store => store.Value.Type.IsStorage && written.Contains(_context.Classes.Of(store.Storage)));
        if (row is not null)
            throw new UnsupportedStorageException($"the rows that a loop with checkpoints puts into '{StorageClasses.BaseOf(row.Storage).Name}'", advice: "copy their elements");
    }
}
