using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// From a method as Roslyn sees it to a <see cref="Function"/>. The generator keeps the function, the analyzer the diagnostics; nothing
/// else leaves this floor.
/// </summary>
internal static class MethodLowering
{
    /// <summary>Lowers a method that is marked differentiable.</summary>
    /// <param name="method">The method.</param>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="model">The semantic model of the declaration's file.</param>
    /// <param name="cancellation">Stops the work when the user types on.</param>
    public static LoweringResult Lower(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation)
    {
        LoweringContext context = new(ExtensionBlocks.StaticForm(method) ?? method, declaration, model, cancellation);
        Function? function = MethodChecks.CheckKind(context, declaration)
            ? TryLower(context, method, (MethodDeclarationSyntax)declaration)
            : null;
        return new LoweringResult(context.HasFailed ? null : function, context.Diagnostics, context.BodiesRead);
    }

    /// <summary>One method that lowering gets wrong must not cost the others their derivatives.</summary>
    private static Function? TryLower(LoweringContext context, IMethodSymbol member, MethodDeclarationSyntax syntax)
    {
        try
        {
            return LowerMethod(context, member, syntax);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            context.Report(Descriptors.GeneratorDefect, syntax.Identifier.GetLocation(), context.Method.Name, defect.Message.Split('\n')[0]);
            return null;
        }
    }

    private static Function? LowerMethod(LoweringContext context, IMethodSymbol member, MethodDeclarationSyntax syntax)
    {
        MethodChecks.CheckResult(context, syntax);
        Parameter[] parameters = SignatureLowering.LowerParameters(context);
        foreach ((ISymbol inBody, IParameterSymbol parameter) in ExtensionBlocks.ParametersInBody(context, member, syntax))
            context.Places[inBody] = context.Places[parameter];
        Collisions.Check(context, syntax);
        if (context.Model.GetOperation(syntax, context.Cancellation) is not IMethodBodyOperation operation
            || (operation.BlockBody ?? operation.ExpressionBody) is not { } body)
            return null;
        context.LowerStatement(body);
        Block block = context.Finish();
        SuspectCheck.Run(context, parameters, block);
        parameters = ElementWrites.Apply(context, parameters);
        MethodChecks.CheckSignature(context, syntax, parameters);
        return context.HasFailed ? null : new Function(
            context.Method.Name,
            ContainerLowering.Lower(context),
            ContainerLowering.Accessibility(context.Method),
            Documentation.Summary(syntax),
            parameters,
            SignatureLowering.LowerResult(context.Method),
            block)
        {
            IsInstance = !context.Method.IsStatic,
            Returned = ReturnedBy(context),
        };
    }

    private static (EquatableArray<string>, bool) ReturnedBy(LoweringContext context)
    {
        (IReadOnlyList<IParameterSymbol> given, bool always) = CalleeReturns.Find(context, context.Method);
        return (given.Select(parameter => parameter.Name).ToEquatableArray(), always);
    }
}
