using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Simplify;

namespace Differentiable.Generators.Transforms.Adjoint.Checkpoints;

/// <summary>
/// The rounds of a loop with snapshots as they run forward, with nothing stored: for the value, or for the state of a later round alone. Each copy
/// has variables of its own but for those that the loop carries.
/// </summary>
internal sealed class Replay
{
    private readonly Sweeps _sweeps;
    private readonly AdjointContext _context;
    private readonly Statement _loop;
    private readonly ForwardSweep _forward;
    private readonly HashSet<Variable> _carried;

    public Replay(Sweeps sweeps, Statement loop)
    {
        _sweeps = sweeps;
        _context = sweeps.Context;
        _loop = loop;
        _forward = new(new(_context, new ReverseBlock(_context.Regions.Root, []), new(_context), sweeps.Placement, []));
        _carried = [.. Loops.VariablesOf(loop, areStorage: false), .. Storage(loop)];
        State = [.. FindState()];
    }

    /// <summary>The scalars that the loop carries and that its state consists of; what only sums up is none of it.</summary>
    public List<Variable> State { get; }

    private CheckpointedLoops Loops => _sweeps.Saved.Checkpointed;

    /// <summary>The storage variables that the loop carries, and their shadows.</summary>
    public IEnumerable<Variable> Storage(Statement loop) => Loops.VariablesOf(loop, areStorage: true)
        .SelectMany(variable => _context.Activity.IsActive(variable) ? [variable, _context.ShadowOf(variable)] : new[] { variable });

    /// <summary>A round with all that it does.</summary>
    public List<Statement> Whole(Expr? round = null) => Copied(new(_forward.Run(Loops.BodyOf(_loop))), round);

    /// <summary>A round without what the state of later ones does not depend on.</summary>
    public List<Statement> OfState(Expr round) => Copied(Reduced(State), round);

    /// <summary>A round without what neither these variables nor the elements that pass to later rounds depend on.</summary>
    private Block Reduced(IEnumerable<Variable> outputs)
    {
        HashSet<Variable> classes = [.. Loops.CarriedBy(_loop)];
        IEnumerable<Variable> observed = _context.Regions.Variables.Where(variable => variable.Type.IsStorage && classes.Contains(_context.Classes.Of(variable)));
        return DeadCode.Remove(new(_forward.Run(Loops.BodyOf(_loop))), observed, [.. outputs, .. Storage(_loop)]);
    }

    /// <summary>
    /// What the reverse of a round reads, and what the loops in it run by: the reverse makes as many rounds as they do when the round is run for it, and
    /// their schedules are those of that run.
    /// </summary>
    private IEnumerable<Variable> ReadInReverse()
    {
        ReverseLoop reverse = Loops.All.First(loop => ReferenceEquals(loop.Primal, _loop));
        List<ReverseNode> nodes = [.. reverse.Body.Descendants()];
        IEnumerable<Expr> headers = nodes.OfType<ReverseLoop>().SelectMany(loop => loop.Primal.Expressions());
        return nodes.SelectMany(node => node.Reads).Concat(headers).SelectMany(expression => expression.Variables());
    }

    private IEnumerable<Variable> FindState()
    {
        HashSet<Variable> needed = [.. ReadInReverse()];
        foreach (Statement statement in Reduced(ReadInReverse()).DescendantStatements())
            needed.UnionWith(statement.Expressions().SelectMany(expression => expression.Variables()));
        return Loops.VariablesOf(_loop, areStorage: false).Where(needed.Contains);
    }

    private List<Statement> Copied(Block round, Expr? number)
    {
        var copies = new Dictionary<Variable, Variable>();
        foreach (Variable variable in round.DescendantStatements().SelectMany(statement => statement.Defines()))
        {
            if (!_carried.Contains(variable) && !copies.ContainsKey(variable))
                copies.Add(variable, _context.Supply.Another(variable));
        }
        Expr Replaced(Expr part) => part is not Use use ? part
            : number is not null && _loop is For counted && use.Variable == counted.Counter ? number
            : copies.TryGetValue(use.Variable, out Variable? copy) ? new Use(copy) : part;
        Block renamed = Defining(round.RewriteExpressions(Replaced), copies);
        return _sweeps.Freed([.. WithoutTrace(renamed)]);
    }

    private static Block Defining(Block block, Dictionary<Variable, Variable> copies) => block.MapStatements(statement => statement
        .MapDefinitions(variable => copies.TryGetValue(variable, out Variable? copy) ? copy : variable)
        .MapBlocks(inner => Defining(inner, copies)));

    /// <summary>What the forward halves of calls leave on the stack is dropped.</summary>
    private IEnumerable<Statement> WithoutTrace(Block round)
    {
        if (!_loop.Has(statement => statement is Call))
            return round.Statements;
        Variable mark = _context.Supply.New("mark", IrType.Int32, VariableRole.Helper);
        return [_context.Runtime.MarkStack(mark), .. round.Statements, _context.Runtime.TruncateStack(mark)];
    }
}
