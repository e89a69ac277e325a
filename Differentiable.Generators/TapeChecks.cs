using Differentiable.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators;

/// <summary>Uses of <c>GradientTape</c> that work, and cost more than their author may think, or give nothing.</summary>
internal static class TapeChecks
{
    private static readonly HashSet<string> s_differentiating = ["Gradient", "GradientWith", "MirroredGradient", "Jacobian", "MirroredJacobian", "BatchJacobian"];

    /// <summary>A persistent tape that is asked for a derivative while it records also records how that is computed.</summary>
    public static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        ReportStacks(context, call);
        if (call is { Parent: IExpressionStatementOperation, Type.Name: "RecordingScope" })
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NeverEnds, call.Syntax.GetLocation(), call.Syntax.ToString()));
        if (!IsOfTape(call.TargetMethod) || !s_differentiating.Contains(call.TargetMethod.Name) || SymbolOf(call.Instance) is not { } tape)
            return;
        if (IsPersistent(tape, call.SemanticModel!, context.CancellationToken) && IsRecorded(call, tape))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.GradientInRecording, call.Syntax.GetLocation(), tape.Name));
    }

    /// <summary>A collection of tensors in the place of one tensor is stacked, and nobody has recorded that unless it happens while the tape records.</summary>
    private static void ReportStacks(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (!IsOfTape(call.TargetMethod) && !IsOf(call.TargetMethod, "ForwardAccumulator"))
            return;
        foreach (IArgumentOperation argument in call.Arguments.Where(IsStack))
        {
            if (argument.Parameter!.Name != "target" || (SymbolOf(call.Instance) is { } tape && !IsRecorded(call, tape) && !IsInFunction(call)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.StacksTensors, argument.Syntax.GetLocation(), argument.Syntax.ToString(), call.TargetMethod.Name));
        }
    }

    /// <summary>Functions may run while the tape records.</summary>
    private static bool IsInFunction(IOperation call)
    {
        IOperation? around = call;
        while (around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;
        return around is not null;
    }

    private static bool IsStack(IArgumentOperation argument) => argument is
    {
        Parameter: { Name: "target" or "source" or "primal", Type.Name: "Tensor" },
        Value: IConversionOperation { Operand: ICollectionExpressionOperation { Elements: var elements } },
    } && elements.Any(IsTensor);

    private static bool IsTensor(IOperation element)
    {
        ITypeSymbol? type = element switch
        {
            ISpreadOperation spread => spread.ElementType,
            IConversionOperation conversion => conversion.Operand.Type,
            _ => element.Type,
        };
        return type is { Name: "Tensor" or "Variable", ContainingNamespace: { Name: "Tensors", ContainingNamespace.Name: "Differentiable" } };
    }

    private static bool IsOfTape(IMethodSymbol method) => IsOf(method, "GradientTape");

    private static bool IsOf(IMethodSymbol method, string type) => method.ContainingType is { ContainingNamespace: { Name: "Differentiable", ContainingNamespace.IsGlobalNamespace: true } } && method.ContainingType.Name == type;

    /// <summary>The local or the field that holds the tape.</summary>
    private static ISymbol? SymbolOf(IOperation? instance) => instance switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>Is it made by <c>new GradientTape(persistent: true)</c> where it is declared?</summary>
    private static bool IsPersistent(ISymbol tape, SemanticModel model, CancellationToken cancellation) => tape.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .Where(syntax => syntax.SyntaxTree == model.SyntaxTree)
        .SelectMany(syntax => syntax.DescendantNodes())
        .Any(node => model.GetOperation(node, cancellation) is IObjectCreationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: true } }, ..] } creation
            && creation.Constructor is { } constructor && IsOfTape(constructor));

    /// <summary>Is it inside of <c>using (tape.Record())</c>, or behind <c>using var scope = tape.Record()</c>?</summary>
    private static bool IsRecorded(IOperation operation, ISymbol tape)
    {
        for (IOperation? inner = operation, outer = operation.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IUsingOperation { Resources: { } resources } when inner != resources && Records(resources, tape):
                case IBlockOperation block when block.Operations.TakeWhile(statement => statement != inner).OfType<IUsingDeclarationOperation>().Any(scope => Records(scope, tape)):
                    return true;
                case IUsingOperation { Resources: { } resources } when inner != resources && Stops(resources, tape):
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }
        }
        return false;
    }

    private static bool Records(IOperation resources, ISymbol tape) => Calls(resources, tape, "Record");

    private static bool Stops(IOperation resources, ISymbol tape) => Calls(resources, tape, "StopRecording");

    private static bool Calls(IOperation resources, ISymbol tape, string name) => resources.DescendantsAndSelf().OfType<IInvocationOperation>()
        .Any(call => call.TargetMethod.Name == name && IsOfTape(call.TargetMethod) && SymbolEqualityComparer.Default.Equals(SymbolOf(call.Instance), tape));
}
