using Differentiable.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators;

/// <summary>Uses of tensors that compile and mean something else than their author may think.</summary>
internal static class TensorChecks
{
    /// <summary>Two tensors with <c>==</c> between them are compared as objects. With null, or cast to <c>object</c>, they are meant to be.</summary>
    public static void AnalyzeComparison(OperationAnalysisContext context)
    {
        if (context.Operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison
            && IsTensor(comparison.LeftOperand) && IsTensor(comparison.RightOperand))
        {
            (string sign, string instead) = comparison.OperatorKind == BinaryOperatorKind.Equals ? ("==", "Equal") : ("!=", "NotEqual");
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ComparesTensorObjects, comparison.Syntax.GetLocation(), sign, instead));
        }
    }

    private static bool IsTensor(IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            operand = conversion.Operand;
        return operand.ConstantValue is not { HasValue: true, Value: null } && Bases(operand.Type).Any(IsTensorBase);
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static bool IsTensorBase(ITypeSymbol type) => type is
    {
        Name: "TensorBase",
        ContainingNamespace: { Name: "Tensors", ContainingNamespace: { Name: "Differentiable", ContainingNamespace.IsGlobalNamespace: true } },
    };
}
