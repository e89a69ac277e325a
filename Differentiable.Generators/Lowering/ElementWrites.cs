using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Whose elements the method writes: its parameters', which their signature says, or someone else's, which is an error.</summary>
internal static class ElementWrites
{
    /// <summary>The parameters with <see cref="Parameter.IsMutated"/> as the body shows it.</summary>
    public static Parameter[] Apply(LoweringContext context, Parameter[] parameters)
    {
        Variable[] written = [.. context.ElementWrites.Select(w => Origins.RootOf(w.Storage)).OfType<Variable>().Distinct()];
        ReportForeign(context);
        return [.. parameters.Select(p => p with { IsMutated = IsMutated(context, p, written) })];
    }

    private static bool IsMutated(LoweringContext context, Parameter parameter, Variable[] written) =>
        parameter.Type is ArrayType or SpanType { IsReadOnly: false } && written.Any(w => context.Origins.MayComeFrom(w, parameter.Variable));

    private static void ReportForeign(LoweringContext context)
    {
        foreach ((Expr storage, SyntaxNode syntax) in context.ElementWrites)
        {
            if (Origins.RootOf(storage) is { } root && context.Origins.ForeignName(root) is { } name)
                context.Report(Descriptors.WritesField, syntax.GetLocation(), name);
        }
    }
}
