using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>Forward and reverse sweep in one body.</summary>
internal static class JoinedSweep
{
    /// <param name="context">The function.</param>
    /// <param name="tree">The reverse of its statements.</param>
    /// <param name="saved">The elements that are saved before they are overwritten.</param>
    /// <param name="seeds">What starts the adjoints of the outputs.</param>
    /// <param name="keepsFinals">Shall the storage that the caller sees end with the primal's final elements?</param>
    public static List<Statement> Run(
        AdjointContext context, ReverseBlock tree, SavedElements saved, IEnumerable<Statement> seeds, bool keepsFinals)
    {
        HashSet<Statement> fused = new(ReferenceComparer.Instance);
        var sweeps = new Sweeps(context, tree, saved, new Placement(context, fused, areHalves: false));
        List<Statement> back = new ReverseSweep(sweeps).Run(tree, seeds);
        List<Statement> code = new ForwardSweep(sweeps).Run(context.Regions.Root);
        var putBack = new List<Statement>();
        HashSet<Variable> restored = keepsFinals ? [.. saved.Classes] : [];
        foreach (Parameter parameter in context.Source.Parameters)
        {
            if (parameter.IsMutated && restored.Contains(context.Classes.Of(parameter.Variable)))
                KeepFinal(context, parameter, code, putBack);
        }
        return [.. code, .. back, .. putBack];
    }

    private static void KeepFinal(AdjointContext context, Parameter parameter, List<Statement> code, List<Statement> putBack)
    {
        IrType type = AdjointContext.ShadowType(parameter.Type);
        var elements = new Use(parameter.Variable);
        Variable final = context.Supply.New(parameter.Name + "Final", type, VariableRole.Helper);
        Expr copy = type is SpanType span
            ? context.Runtime.Copied(span, elements)
            : new Opaque(type, ["Shadow.Copy(", ")"], [elements], IsPure: true);
        code.Add(new Assign(final, copy) { Note = "the way back restores earlier elements" });
        putBack.Add(new Evaluate(new Opaque(
            new OpaqueType("void"), type is SpanType ? ["", ".CopyTo(", ")"] : ["Shadow.Copy(", ", ", ")"], [new Use(final), elements], IsPure: false)));
    }
}
