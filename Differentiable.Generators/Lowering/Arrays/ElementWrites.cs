using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Nullables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        (Variable Root, int Depth)[] written = [.. context.ElementWrites.SelectMany(write => Origins.RootOf(write.Storage) is { } root ? new[] { (root, write.Depth) } : []).Distinct()];
        return [.. parameters.Select(p => p with { IsMutated = IsMutated(context, p, written) })];
    }

    private static bool IsMutated(LoweringContext context, Parameter parameter, (Variable Root, int Depth)[] written) => parameter.InlineMode is PassingMode.Ref or PassingMode.Out
        || (parameter.Type.IsWritable || LeafArrays.HoldRows(parameter.Type)) && written.Any(write => context.Origins.MayComeFrom(write.Root, parameter.Variable, write.Depth));

    /// <summary>
    /// A result that may be an array which the call was given is a copy in generated code. That tells only where elements of either are written.
    /// </summary>
    private static void ReportBorrowed(LoweringContext context)
    {
        foreach (Borrowed borrowed in context.Borrowed)
        {
            bool isWritten = context.ElementWrites.Any(write => write.Syntax != borrowed.Call && write.Depth <= borrowed.Result.Type.Depth && !IsBefore(context, write.Syntax, borrowed.Call)
                && Origins.RootOf(write.Storage) is { } root
                && (context.Origins.MayShare(root, borrowed.Result) || Origins.RootOf(borrowed.Argument) is { } given && context.Origins.MayShare(root, given)));
            if (isWritten)
            {
                context.Report(Descriptors.ReturnsGivenArray, borrowed.Call.GetLocation(), borrowed.Callee, borrowed.Parameter);
            }
        }
    }

    /// <summary>
    /// Is the write over when the call comes, and does it not come again behind it? So it is where a statement of the method before that with the call has it, and no loop is around both. Code of other
    /// methods and of functions may run whenever.
    /// </summary>
    private static bool IsBefore(LoweringContext context, SyntaxNode write, SyntaxNode call)
    {
        SyntaxNode? method = context.TextOf(context.Method);
        return write.FirstAncestorOrSelf<StatementSyntax>() is { } statement && statement.Span.End <= call.SpanStart
            && method is not null && FunctionAround(write) == method && FunctionAround(call) == method
            && !method.DescendantNodes().Any(node => node is GotoStatementSyntax)
            && !call.Ancestors().Any(node => IsLoop(node) && node.Span.Contains(write.Span));
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(around => around is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>The arrays of the object are the object's, also those that are inputs.</summary>
    private static void ReportMembers(LoweringContext context, Parameter[] parameters)
    {
        foreach (Parameter member in parameters.Where(parameter => parameter.Origin == ParameterOrigin.Member))
        {
            foreach (ElementWrite write in context.ElementWrites)
            {
                if (Origins.RootOf(write.Storage) is { } root && context.Origins.MayComeFrom(root, member.Variable, write.Depth))
                    context.Report(Descriptors.WritesField, write.Syntax.GetLocation(), member.Source!);
            }
        }
    }

    private static void ReportForeign(LoweringContext context)
    {
        foreach (ElementWrite write in context.ElementWrites)
        {
            if (Origins.RootOf(write.Storage) is not { } root || context.Origins.Foreign(root, write.Depth) is not var (name, isReceived))
                continue;
            context.Report(isReceived ? Descriptors.WritesReceived : Descriptors.WritesField, write.Syntax.GetLocation(), isReceived ? write.Syntax.ToString() : name);
        }
    }
}
