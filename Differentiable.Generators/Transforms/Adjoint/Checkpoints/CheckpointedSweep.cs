using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint.Checkpoints;

/// <summary>
/// A loop with snapshots. The forward sweep runs its rounds, stores nothing, and keeps snapshots where the schedule says so. The reverse sweep goes
/// through the rounds backwards: takes the last snapshot off, runs forward from there to the round, keeps snapshots on the way, and then runs the
/// round once more with all that its reverse needs.
/// </summary>
internal sealed class CheckpointedSweep
{
    private readonly Sweeps _sweeps;
    private readonly AdjointContext _context;
    private readonly Statement _loop;
    private readonly Checkpointing _checkpointing;
    private readonly Replay _replay;
    private readonly Snapshot _snapshot;
    private readonly List<Variable> _savedBefore;

    public CheckpointedSweep(Sweeps sweeps, Statement loop)
    {
        _sweeps = sweeps;
        _context = sweeps.Context;
        _loop = loop;
        _checkpointing = loop.CheckpointingOf()!;
        _replay = new(sweeps, loop);
        _snapshot = new(sweeps, loop, _replay.State, _replay.Storage(loop));
        _savedBefore = sweeps.Saved.Checkpointed.StorageOf(sweeps.Saved.SavedBefore(loop), loop);
    }

    private IrType RoundType => _loop is For counted ? counted.Counter.Type : IrType.Int32;

    public List<Statement> Forward()
    {
        List<Statement> code = [.. _savedBefore.Select(storage => _context.Runtime.PushElements(new Use(storage)) with { Note = "needed on the way back" })];
        foreach (Variable storage in _savedBefore)
            _sweeps.Ledger.AddElements(_context.Regions.Of(_loop), new Use(storage));
        _snapshot.Note(_sweeps.Ledger, _loop);
        Variable schedule = NewSchedule();
        switch (_loop)
        {
            case For counted:
                code.Add(new Assign(schedule, Schedule(counted.Bound)));
                code.Add(counted with { Body = new([KeepIfDue(schedule, counted.Counter), .. _replay.Whole()]) });
                break;
            case While repeat when _checkpointing.Kind == CheckpointKind.Every:
                Variable trips = _sweeps.TripsOf(repeat);
                code.Add(new Assign(schedule, Schedule(new Use(trips))));
                code.AddRange(Counted(repeat, [KeepIfDue(schedule, trips), .. _replay.Whole()]));
                break;
            case While repeat:
                code.AddRange(CountFirst(repeat, schedule));
                break;
        }
        return code;
    }

    /// <param name="runRound">What runs a round forward and back, in that order.</param>
    public List<Statement> Reverse(Func<List<Statement>> runRound)
    {
        Variable schedule = NewSchedule();
        Variable round = _loop is For counted ? counted.Counter : NewRound("round");
        Expr rounds = _loop is For bounded ? bounded.Bound : new Use(_sweeps.TripsOf((While)_loop));
        Variable from = _context.Supply.New("start", RoundType, VariableRole.Helper);
        Variable again = NewRound(round.Name);
        List<Statement> body =
        [
            new Comment("From the last snapshot forward to the round that is reversed next."),
            new Assign(from, _context.Runtime.Pop(RoundType)),
            .. _snapshot.Restore(),
            Invoke(schedule, ".Restart(", new Use(from), new Use(round)),
            new For(again, new Use(from), Op.Less, new Use(round), 1, new([KeepIfDue(schedule, again), .. _replay.OfState(new Use(again))])),
            .. runRound(),
        ];
        Block back = _sweeps.Within(_sweeps.Saved.Checkpointed.BodyOf(_loop), new(_sweeps.Freed(body)));
        var last = new Apply(Op.Subtract, RoundType, [_sweeps.OnTheWayBack(rounds), TripCount.Number(RoundType, 1)]);
        Expr reversed = new Opaque(schedule.Type, ["", ".Reversed()"], [_sweeps.OnTheWayBack(Schedule(rounds))], IsPure: true);
        return
        [
            new Assign(schedule, reversed),
            new For(round, last, Op.GreaterOrEqual, TripCount.Number(RoundType, 0), -1, back),
            .. Enumerable.Reverse(_savedBefore).Select(storage => _context.Runtime.PopElements(_sweeps.OnTheWayBack(new Use(storage)))),
        ];
    }

    /// <summary>The first run only counts; what it changes is put back behind it.</summary>
    private IEnumerable<Statement> CountFirst(While repeat, Variable schedule)
    {
        var whole = new Snapshot(_sweeps, _loop, _sweeps.Saved.Checkpointed.VariablesOf(_loop, areStorage: false), _replay.Storage(_loop));
        Variable trips = _sweeps.TripsOf(repeat), round = NewRound("round");
        return
        [
            .. whole.Save(),
            .. Counted(repeat, _replay.Whole()),
            .. whole.Restore(),
            new Assign(schedule, Schedule(new Use(trips))),
            new For(round, Constant.Of(0), Op.Less, new Use(trips), 1, new([KeepIfDue(schedule, round), .. _replay.Whole()])),
        ];
    }

    private IEnumerable<Statement> Counted(While repeat, List<Statement> round)
    {
        Variable trips = _sweeps.TripsOf(repeat);
        var count = new Assign(trips, new Apply(Op.Add, IrType.Int32, [new Use(trips), Constant.Of(1)]));
        return [new Assign(trips, Constant.Of(0)), repeat with { Body = new([.. round, count]) }];
    }

    private If KeepIfDue(Variable schedule, Variable round) => new(
        new Opaque(IrType.Boolean, ["", ".IsDue(", ")"], [new Use(schedule), new Use(round)], IsPure: false),
        new([.. _snapshot.Save(), _context.Runtime.Push(new Use(round))]),
        Block.Empty);

    private Opaque Schedule(Expr rounds)
    {
        Expr[] arguments = _checkpointing.Kind switch
        {
            CheckpointKind.Every => [_checkpointing.Argument!],
            CheckpointKind.Binomial => [_checkpointing.Argument!, rounds],
            _ => [rounds],
        };
        string[] text = [$"CheckpointSchedule.{_checkpointing.Kind}(", .. arguments.Skip(1).Select(_ => ", "), ")"];
        return new(new OpaqueType("CheckpointSchedule"), text, arguments, IsPure: true);
    }

    private static Evaluate Invoke(Variable schedule, string method, Expr first, Expr second) =>
        new(new Opaque(new OpaqueType("void"), ["", method, ", ", ")"], [new Use(schedule), first, second], IsPure: false));

    private Variable NewSchedule() => _context.Supply.New("schedule", new OpaqueType("CheckpointSchedule"), VariableRole.Helper);

    private Variable NewRound(string name) => _context.Supply.New(name, RoundType, VariableRole.Helper);
}
