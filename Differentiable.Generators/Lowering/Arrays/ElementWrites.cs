using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Nullables;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Whose elements the method writes: its parameters', which their signature says, or someone else's, which is an error.</summary>
internal static class ElementWrites
{
    /// <summary>The parameters with <see cref="Parameter.IsMutated"/> as the body shows it.</summary>
    public static Parameter[] Apply(LoweringContext context, Parameter[] parameters)
    {
        NullableElements.CheckWritten(context);
        ReportForeign(context);
        ReportMembers(context, parameters);
        ReportBorrowed(context);
        return Mark(context, parameters);
    }

    /// <summary>The same of a function beside the method, in which nothing is left to report.</summary>
    public static Parameter[] Mark(LoweringContext context, IEnumerable<Parameter> parameters)
    {
        Variable[] written = [.. context.ElementWrites.Select(w => Origins.RootOf(w.Storage)).OfType<Variable>().Distinct()];
        return [.. parameters.Select(p => p with { IsMutated = IsMutated(context, p, written) })];
    }

    private static bool IsMutated(LoweringContext context, Parameter parameter, Variable[] written) =>
        parameter.InlineMode is PassingMode.Ref or PassingMode.Out || parameter.Type.IsWritable && written.Any(w => context.Origins.MayComeFrom(w, parameter.Variable));

    /// <summary>
    /// A result that may be an array which the call was given is a copy in generated code. That tells only where elements of either are written.
    /// </summary>
    private static void ReportBorrowed(LoweringContext context)
    {
        foreach (Borrowed borrowed in context.Borrowed)
        {
            bool isWritten = context.ElementWrites.Any(write => write.Syntax != borrowed.Call
                && Origins.RootOf(write.Storage) is { } root
                && (context.Origins.MayShare(root, borrowed.Result) || Origins.RootOf(borrowed.Argument) is { } given && context.Origins.MayShare(root, given)));
            if (isWritten)
            {
                context.Report(Descriptors.ReturnsGivenArray, borrowed.Call.GetLocation(), borrowed.Callee, borrowed.Parameter);
            }
        }
    }

    /// <summary>The arrays of the object are the object's, also those that are inputs.</summary>
    private static void ReportMembers(LoweringContext context, Parameter[] parameters)
    {
        foreach (Parameter member in parameters.Where(parameter => parameter.Origin == ParameterOrigin.Member))
        {
            foreach ((Expr storage, SyntaxNode syntax) in context.ElementWrites)
            {
                if (Origins.RootOf(storage) is { } root && context.Origins.MayComeFrom(root, member.Variable))
                    context.Report(Descriptors.WritesField, syntax.GetLocation(), member.Source!);
            }
        }
    }

    private static void ReportForeign(LoweringContext context)
    {
        foreach ((Expr storage, SyntaxNode syntax) in context.ElementWrites)
        {
            if (Origins.RootOf(storage) is not { } root || context.Origins.ForeignName(root) is not { } name)
                continue;
            bool isReceived = name.EndsWith(")", StringComparison.Ordinal);
            context.Report(isReceived ? Descriptors.WritesReceived : Descriptors.WritesField, syntax.GetLocation(), isReceived ? syntax.ToString() : name);
        }
    }
}
