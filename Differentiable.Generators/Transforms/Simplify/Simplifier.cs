using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>Makes what the adjoint transform wrote mechanically read as if written by hand.</summary>
internal static class Simplifier
{
    /// <param name="body">The body of a member.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="outputs">The parameters whose final values the caller sees.</param>
    public static Block Run(Block body, IReadOnlyList<Variable> parameters, IReadOnlyList<Variable> outputs)
    {
        body = Fold(ZeroSinking.Run(DeadCode.Remove(body, parameters, outputs)), parameters, outputs);
        Block coalesced = Coalescing.Run(body, [.. parameters, .. outputs]);
        return ReferenceEquals(coalesced, body) ? body : Fold(coalesced, parameters, outputs);
    }

    /// <summary>Runs the passes in turn until none of them changes anything any more.</summary>
    private static Block Fold(Block body, IReadOnlyList<Variable> parameters, IReadOnlyList<Variable> outputs)
    {
        Func<Block, Block>[] passes =
        [
            before => CopyPropagation.Run(before, parameters),
            before => DeadCode.Remove(before, parameters, outputs),
            before => UnreadResults.Discard(before, [.. parameters, .. outputs]),
            ZeroSinking.Run,
            FirstSums.Run,
            before => Inlining.Run(before, parameters),
        ];
        int unchanged = 0;
        for (int next = 0; unchanged < passes.Length; next = (next + 1) % passes.Length)
        {
            Block before = body;
            body = passes[next](before);
            unchanged = body == before ? unchanged + 1 : 0;
        }
        return body;
    }
}
