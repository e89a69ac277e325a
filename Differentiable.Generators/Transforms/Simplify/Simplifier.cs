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

    private static Block Fold(Block body, IReadOnlyList<Variable> parameters, IReadOnlyList<Variable> outputs)
    {
        for (Block? before = null; body != before;)
        {
            before = body;
            body = CopyPropagation.Run(body, parameters);
            body = ZeroSinking.Run(DeadCode.Remove(body, parameters, outputs));
            body = Inlining.Run(body, parameters);
        }
        return body;
    }
}
