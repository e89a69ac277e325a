using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

/// <summary>A place where a value of the forward sweep waits for the reverse sweep.</summary>
/// <param name="Save">What puts the value there.</param>
/// <param name="Load">What takes it from there, in terms of the primal's counters.</param>
internal sealed record Slot(Func<Expr, Statement> Save, Expr Load);

/// <summary>
/// Gives out places for values: a local in straight-line code, an element of a buffer indexed by the round in counted loops whose trips are
/// known before the outermost, the value stack elsewhere.
/// </summary>
internal sealed class Slots(AdjointContext context, Placement placement, Ledger ledger)
{
    private readonly Dictionary<Statement, List<Statement>> _before = new(ReferenceComparer.Instance);
    private readonly Dictionary<(Statement Root, Statement Loop), Variable> _trips = [];

    /// <summary>What must run before a loop: the trip counts and buffers of the values that are kept in it.</summary>
    public IEnumerable<Statement> Before(Statement loop) => _before.TryGetValue(loop, out List<Statement>? code) ? code : [];

    /// <summary>A place for a value of a region.</summary>
    public Slot For(Region region, string name, IrType type)
    {
        List<Statement>? nest = placement.Nest(region);
        if (nest is { Count: 0 })
            return Local(name, type);
        if (type.IsKeptByReference && nest is null)
        {
            ledger.AddPushed(region, type);
            return new(context.Runtime.KeepOnStack, context.Runtime.KeptOnStack(type));
        }
        if (type.IsStorage || type.IsKeptByReference)
        {
            ledger.AddReference(region);
            return Referenced(nest, name, type);
        }
        if (nest is not null && IsRectangular(nest) && type is ScalarType)
        {
            ledger.AddBuffered(region, type);
            return Buffered(nest, name, type);
        }
        ledger.AddPushed(region, type);
        return Stacked(name, type);
    }

    private Slot Local(string name, IrType type)
    {
        Variable local = context.Supply.New(name + "Before", type, VariableRole.Helper);
        return new(value => new Assign(local, value), new Use(local));
    }

    private Slot Stacked(string name, IrType type) => type is OpaqueType { IsNeverKept: true }
        ? throw UnsupportedStorageException.OfNoNumber(name, type)
        : new(context.Runtime.Push, context.Runtime.Pop(type));

    /// <summary>Storage stays where it is, in the workspace or on the heap; kept is which it was. A forward half has no workspace that lives on.</summary>
    private Slot Referenced(List<Statement>? nest, string name, IrType type) => nest is null
        ? throw new UnsupportedStorageException($"the array variable '{name}' of a forward half")
        : new(context.Runtime.Keep, context.Runtime.Kept(type));

    private Slot Buffered(List<Statement> nest, string name, IrType type)
    {
        For root = (For)nest[0];
        if (!_before.TryGetValue(root, out List<Statement>? before))
            _before[root] = before = [];
        Expr? size = null, index = null;
        foreach (For loop in nest.Cast<For>())
        {
            Expr trips = TripsOf(root, loop, before);
            size = size is null ? trips : new Apply(Op.Multiply, IrType.Int32, [size, trips]);
            Expr round = Narrow(TripCount.IndexOf(loop));
            index = index is null ? round : new Apply(Op.Add, IrType.Int32, [new Apply(Op.Multiply, IrType.Int32, [index, trips]), round]);
        }
        var span = new SpanType(type, false);
        Variable buffer = context.Supply.New(name + "At", span, VariableRole.Helper);
        before.Add(new Assign(buffer, context.Runtime.Allocated(span, size!)));
        EquatableArray<Expr> indices = [index!];
        return new(value => new Store(new Use(buffer), indices, value), new Element(new Use(buffer), indices));
    }

    private Expr TripsOf(For root, For loop, List<Statement> before)
    {
        Expr count = Narrow(TripCount.Of(loop));
        if (count is Length or Constant)
            return count;
        if (!_trips.TryGetValue((root, loop), out Variable? trips))
        {
            _trips[(root, loop)] = trips = context.Supply.New("trips", IrType.Int32, VariableRole.Helper);
            before.Add(new Assign(trips, count));
        }
        return new Use(trips);
    }

    private static Expr Narrow(Expr count) => Algebra.Convert(IrType.Int32, count);

    /// <summary>Are the trips of all the loops known before the outermost starts?</summary>
    private bool IsRectangular(List<Statement> nest)
    {
        Region outside = context.Regions.Of(nest[0]);
        return nest.All(statement => statement is For loop
            && loop.Start.Variables().Concat(loop.Bound.Variables()).All(variable => outside.IsInside(context.Regions[variable].Region))
            && !loop.Start.DescendantsAndSelf().Concat(loop.Bound.DescendantsAndSelf()).Any(part => part is Element));
    }
}
