using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Fusion;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>
/// A region whose forward run is directly followed by its reverse: the function, or a round of a fused loop or of one with snapshots. Fused loops in
/// it wait for the reverse sweep, and what depends on them waits for its end.
/// </summary>
internal sealed class JoinedRegion
{
    private readonly Sweeps _sweeps;
    private readonly FusedLoops _fused;
    private readonly ForwardSweep _forward;
    private readonly ReverseSweep _reverse;

    public JoinedRegion(Sweeps sweeps, FusedLoops fused, ForwardSweep forward)
    {
        _sweeps = sweeps;
        _fused = fused;
        _forward = forward;
        _reverse = new(sweeps, RunJoined, fused.IsPostponed);
    }

    /// <summary>The forward run, without what waits.</summary>
    public List<Statement> There(Region region) =>
        _forward.Run(region, region.Block.Statements.Where(statement => !_fused.Loops.Contains(statement) && !_fused.IsDeferred(statement)));

    /// <summary>The reverse, and what waited for it.</summary>
    public List<Statement> Back(ReverseBlock block)
    {
        List<Statement> code = Reverse(block);
        foreach (Statement copy in Deferred(block).Where(statement => _forward.IsCarriedCopy(statement, block.Region)))
            _forward.Run(copy, code);
        return code;
    }

    /// <summary>The reverse, and what waited for it, up to what is handed on to the next round.</summary>
    private List<Statement> Reverse(ReverseBlock block)
    {
        List<Statement> code = _reverse.Run(block);
        foreach (Statement statement in Deferred(block).Where(statement => !_forward.IsCarriedCopy(statement, block.Region)))
            _forward.Run(statement, code);
        code.AddRange(_reverse.Run(block.Nodes.OfType<ReverseCode>().SelectMany(node => node.Code).Where(_fused.IsPostponed)));
        return code;
    }

    private IEnumerable<Statement> Deferred(ReverseBlock block) => block.Region.Block.Statements.Where(_fused.IsDeferred);

    /// <summary>Runs a loop round by round: each forward and, right behind, back.</summary>
    private List<Statement>? RunJoined(ReverseLoop loop)
    {
        if (_sweeps.Checkpointed(loop.Primal) is { } checkpointed)
            return checkpointed.Reverse(() => RunAgain(loop.Body));
        if (loop.Primal is not For counted || !_fused.Loops.Contains(counted))
            return null;
        List<Statement> back = Back(loop.Body);
        List<Statement> round = [.. There(loop.Body.Region), .. back];
        return [counted with { Body = new(_sweeps.Scoped(round, loop.Body.Region)) }];
    }

    /// <summary>A round for its reverse only: it hands nothing on to the next, and needs no value behind it.</summary>
    private List<Statement> RunAgain(ReverseBlock body)
    {
        List<Statement> back = Reverse(body);
        IEnumerable<Statement> round = body.Region.Block.Statements.Where(statement =>
            !_fused.Loops.Contains(statement) && !_fused.IsDeferred(statement) && !_forward.IsCarriedCopy(statement, body.Region));
        return [.. _forward.Run(body.Region, round), .. back];
    }
}
