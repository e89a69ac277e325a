using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Fusion;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>The reverse sweep: region by region, gets the primal values back and then runs the reverse of each statement, last one first.</summary>
internal sealed class ReverseSweep(Sweeps sweeps, Func<ReverseLoop, List<Statement>?>? runJoined = null, Func<Statement, bool>? isPostponed = null)
{
    private readonly AdjointContext _context = sweeps.Context;

    /// <summary>The reverse of the whole function.</summary>
    public List<Statement> Run() => Run(sweeps.Tree);

    public List<Statement> Run(ReverseBlock block)
    {
        var code = new List<Statement>();
        code.AddRange(GetBack(block.Region));
        code.AddRange(ZeroShadows(block.Region));
        if (block == sweeps.Tree)
            AddOnTheWayBack(sweeps.Seeds, code);
        foreach (ReverseNode node in block.Nodes)
            Run(node, code);
        return code;
    }

    public void Run(ReverseNode node, List<Statement> code)
    {
        switch (node)
        {
            case ReverseCode plain:
                code.AddRange(Run(plain.Code.Where(statement => isPostponed?.Invoke(statement) != true)));
                break;
            case ReverseStore store:
                AddOnTheWayBack(store.Take, code);
                if (sweeps.Saved.Contains(store.Primal))
                    Restore(store.Primal, code);
                AddOnTheWayBack(store.Pass, code);
                break;
            case ReverseCall call:
                AddOnTheWayBack(call.Code, code);
                if (sweeps.Saved.Contains(call.Primal))
                    code.AddRange(call.Primal.Mutated().Reverse().Select(storage => _context.Runtime.PopElements(sweeps.OnTheWayBack(storage))));
                break;
            case ReverseBranch branch:
                code.Add(new If(sweeps.OnTheWayBack(branch.Primal.Condition), new(Run(branch.Then)), new(Run(branch.Else))));
                break;
            case ReverseLoop loop:
                Run(loop, code);
                break;
        }
    }

    /// <summary>Zeroes the adjoints of the scalars that live in a region.</summary>
    public IEnumerable<Statement> ZeroShadows(Region region) => _context.Shadows
        .Where(pair => !pair.Key.Type.IsStorage && _context.Regions.Knows(pair.Key) && HomeOf(pair.Key) == region)
        .OrderBy(pair => _context.Regions[pair.Key].Order)
        .ThenBy(pair => pair.Key.Id)
        .Select(pair => new Assign(pair.Value, Algebra.Zero(pair.Value.Type)));

    /// <summary>The region in which an adjoint lives: for a loop variable the one around the loop, since it passes from round to round.</summary>
    private Region HomeOf(Variable variable)
    {
        Definition definition = _context.Regions[variable];
        return definition.Kind == DefinitionKind.Carried ? definition.Region.Parent! : definition.Region;
    }

    /// <summary>The reverse statements with the values as they are on the way back.</summary>
    public IEnumerable<Statement> Run(IEnumerable<Statement> statements) => sweeps.OnTheWayBack(new Block([.. statements])).Statements;

    private void AddOnTheWayBack(List<Statement> statements, List<Statement> code) => code.AddRange(Run(statements));

    /// <summary>Puts the old element back; an old row together with its shadow, which was kept last.</summary>
    private void Restore(Store store, List<Statement> code)
    {
        EquatableArray<Expr> indices = store.Indices.Map(sweeps.OnTheWayBack);
        if (store.Value.Type.IsStorage && _context.Activity.IsActive(StorageClasses.BaseOf(store.Storage)))
        {
            Expr shadow = sweeps.OnTheWayBack(_context.ShadowOf(store.Storage));
            code.Add(new Store(shadow, indices, sweeps.OnTheWayBack(sweeps.ShadowRowSlot(store).Load)));
        }
        Expr storage = sweeps.OnTheWayBack(store.Storage);
        code.Add(new Store(storage, indices, sweeps.OnTheWayBack(sweeps.ElementSlot(store).Load), store.Path));
    }

    private void Run(ReverseLoop loop, List<Statement> code)
    {
        if (runJoined?.Invoke(loop) is { } joined)
        {
            code.AddRange(joined);
        }
        else if (loop.Primal is For counted)
        {
            code.AddRange(Enter(loop.Body.Region));
            List<Statement> round = sweeps.Scoped(Run(loop.Body), loop.Body.Region);
            var header = (For)counted.MapExpressions(sweeps.OnTheWayBack);
            Variable counter = sweeps.OnTheWayBack(counted.Counter);
            code.Add(RunsUpwards(loop, round)
                ? header with { Counter = counter, Body = new(round), Note = null }
                : TripCount.Reversed(header, counter, new(round)));
        }
        else if (loop.Primal is While repeat)
        {
            Run(loop, sweeps.OnTheWayBack(sweeps.TripsOf(repeat)), code);
        }
    }

    /// <summary>
    /// Where the order of the rounds does not matter, upwards: the processor prefetches that way, and later passes can vectorize it.
    /// </summary>
    private bool RunsUpwards(ReverseLoop loop, List<Statement> round) =>
        new IndependentRounds(_context, sweeps.Saved, (For)loop.Primal, loop.Body).Hold()
        && !sweeps.Plan.In(loop.Body.Region, Keep.Rewound).Concat(sweeps.Plan.In(loop.Body.Region, Keep.Rotated)).Any()
        && !round.SelectMany(statement => statement.DescendantsAndSelf())
            .SelectMany(statement => statement.Expressions())
            .Any(_context.Runtime.TakesLast);

    private void Run(ReverseLoop loop, Variable trips, List<Statement> code)
    {
        code.AddRange(Enter(loop.Body.Region));
        List<Statement> round = sweeps.Scoped(Run(loop.Body), loop.Body.Region);
        round.Add(new Assign(trips, new Apply(Op.Subtract, IrType.Int32, [new Use(trips), Constant.Of(1)])));
        code.Add(new While(new Apply(Op.Greater, IrType.Boolean, [new Use(trips), Constant.Of(0)]), new(round), TestsAtEnd: false));
    }

    /// <summary>Gets the values of a region back: takes off what was stored, steps back what steps, computes again what is cheap.</summary>
    private IEnumerable<Statement> GetBack(Region region)
    {
        foreach ((Variable variable, Slot slot) in Enumerable.Reverse(sweeps.StoredIn(region)))
            yield return new Assign(sweeps.OnTheWayBack(variable), sweeps.OnTheWayBack(slot.Load));
        foreach (Variable variable in sweeps.Plan.In(region, Keep.Rewound))
            yield return StepBack(variable);
        foreach (Statement rotation in RotateBack(region))
            yield return rotation;
        IEnumerable<Variable> again = sweeps.Plan.In(region, Keep.Recomputed).Concat(sweeps.Plan.In(region, Keep.Remade));
        foreach (Variable variable in again.OrderBy(variable => _context.Regions[variable].Order))
        {
            foreach (Statement statement in Again(variable))
                yield return statement;
        }
    }

    private Statement StepBack(Variable variable)
    {
        Apply step = sweeps.Plan.StepOf(variable)!;
        Variable back = sweeps.OnTheWayBack(variable);
        Op inverse = step.Op == Op.Add ? Op.Subtract : Op.Add;
        return new Assign(back, new Apply(inverse, step.Type, [new Use(back), step.Arguments[1]]));
    }

    /// <summary>Computes a scalar again, or aliases or makes storage again, with its shadow.</summary>
    private IEnumerable<Statement> Again(Variable variable)
    {
        var assign = (Assign)_context.Regions[variable].Statement!;
        Variable back = sweeps.OnTheWayBack(variable);
        bool remade = sweeps.Plan[variable] == Keep.Remade;
        Expr value = sweeps.OnTheWayBack(assign.Value);
        if (remade)
            value = Remade(variable.Type, value);
        yield return new Assign(back, value);
        if (!variable.Type.IsStorage)
            yield break;
        if (remade && sweeps.Plan.NeedsContents(variable))
            yield return _context.Runtime.PopElements(new Use(back));
        if (!_context.Activity.IsActive(variable))
            yield break;
        Variable shadow = sweeps.OnTheWayBack(_context.ShadowOf(variable));
        yield return new Assign(shadow, remade
            ? _context.Runtime.ZeroedLike(shadow.Type, new Use(back))
            : sweeps.OnTheWayBack(_context.ShadowOf(assign.Value)));
    }

    private Expr Remade(IrType type, Expr value) => (value, type) switch
    {
        (NewStorage made, SpanType span) => _context.Runtime.Allocated(span, made.Lengths[0]),
        (CopyOf copy, SpanType span) => _context.Runtime.Allocated(span, new Length(copy.Storage)),
        _ => value,
    };

    /// <summary>Loop variables that step back, or that change places back, start the way back where the last round left them.</summary>
    private IEnumerable<Statement> Enter(Region loopBody)
    {
        foreach (Variable variable in sweeps.Plan.In(loopBody, Keep.Rewound))
            yield return new Assign(sweeps.OnTheWayBack(variable), new Use(variable));
        foreach (Variable variable in sweeps.Plan.In(loopBody, Keep.Rotated))
        {
            yield return new Assign(sweeps.OnTheWayBack(variable), new Use(variable));
            if (_context.Activity.IsActive(variable))
                yield return new Assign(sweeps.OnTheWayBack(_context.ShadowOf(variable)), new Use(_context.ShadowOf(variable)));
        }
    }

    private IEnumerable<Statement> RotateBack(Region loopBody)
    {
        List<Variable> rotated = [.. sweeps.Plan.In(loopBody, Keep.Rotated)];
        List<Statement> takes = [], puts = [];
        foreach (Variable variable in rotated)
        {
            Variable source = sweeps.Plan.SourceOf(variable);
            Move(sweeps.OnTheWayBack(variable), sweeps.OnTheWayBack(source), takes, puts);
            if (_context.Activity.IsActive(variable))
                Move(sweeps.OnTheWayBack(_context.ShadowOf(variable)), sweeps.OnTheWayBack(_context.ShadowOf(source)), takes, puts);
        }
        return takes.Concat(puts);
    }

    private void Move(Variable from, Variable to, List<Statement> takes, List<Statement> puts)
    {
        Variable taken = _context.Supply.Another(from);
        takes.Add(new Assign(taken, new Use(from)));
        puts.Add(new Assign(to, new Use(taken)));
    }
}
