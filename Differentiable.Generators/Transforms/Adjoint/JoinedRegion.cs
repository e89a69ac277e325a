using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>
/// A region whose forward run is directly followed by its reverse: the function, or a round of a fused loop. Fused loops in it wait for
/// the reverse sweep, and what depends on them waits for its end.
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
        _reverse = new(sweeps, RunFused);
    }

    /// <summary>The forward run, without what waits.</summary>
    public List<Statement> There(Region region) =>
        _forward.Run(region, region.Block.Statements.Where(statement => !_fused.Loops.Contains(statement) && !_fused.IsDeferred(statement)));

    /// <summary>The reverse, and what waited for it.</summary>
    public List<Statement> Back(ReverseBlock block)
    {
        List<Statement> code = _reverse.Run(block);
        foreach (Statement statement in block.Region.Block.Statements.Where(_fused.IsDeferred))
            _forward.Run(statement, code);
        return code;
    }

    /// <summary>Runs a fused loop: each round forward and, right behind, back.</summary>
    private Statement? RunFused(ReverseLoop loop)
    {
        if (loop.Primal is not For counted || !_fused.Loops.Contains(counted))
            return null;
        List<Statement> back = Back(loop.Body);
        List<Statement> round = [.. There(loop.Body.Region), .. back];
        return counted with { Body = new(_sweeps.Scoped(round, loop.Body.Region)) };
    }
}
