using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Fusion;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>Forward and reverse sweep in one body.</summary>
internal static class JoinedSweep
{
    /// <param name="context">The function.</param>
    /// <param name="tree">The reverse of its statements.</param>
    /// <param name="saved">The elements that are saved before they are overwritten.</param>
    /// <param name="seeds">What starts the adjoints of the outputs.</param>
    /// <param name="keepsFinals">Shall the storage that the caller sees end with the primal's final elements?</param>
    /// <returns>The statements, and what they keep on the way.</returns>
    public static (List<Statement> Code, Ledger Kept) Run(
        AdjointContext context, ReverseBlock tree, SavedElements saved, List<Statement> seeds, bool keepsFinals)
    {
        var fused = new FusedLoops(context, tree, saved, seeds);
        saved = fused.Saved();
        var sweeps = new Sweeps(context, tree, saved, new Placement(context, fused.Joined, areHalves: false), seeds);
        var forward = new ForwardSweep(sweeps);
        var region = new JoinedRegion(sweeps, fused, forward);
        List<Statement> back = region.Back(tree);
        List<Statement> code = [.. context.ShadowsOfPassedStorage(), .. region.There(tree.Region)];
        HashSet<Variable> restored = keepsFinals ? saved.ChangedByReverse(tree) : [];
        List<Expr> finals = [.. context.Source.Parameters
            .Where(parameter => parameter is { IsMutated: true, InlineMode: null } && restored.Contains(context.Classes.Of(parameter.Variable)))
            .Select(parameter => new Use(parameter.Variable))];
        if (finals.Count == 0)
            return ([.. code, .. back], sweeps.Ledger);
        foreach (Expr final in finals)
            sweeps.Ledger.AddElements(context.Regions.Root, final);
        var kept = new RuntimeCalls(context.Supply.New("finals", context.Stack.Type, VariableRole.Helper), context.Workspace);
        List<Statement> all =
        [
            kept.RentStack(),
            .. code,
            .. finals.Select(kept.PushElements).Select(push => push with { Note = "the way back restores earlier elements" }),
            .. back,
            .. Enumerable.Reverse(finals).Select(kept.PopElements),
        ];
        return (all, sweeps.Ledger);
    }
}
