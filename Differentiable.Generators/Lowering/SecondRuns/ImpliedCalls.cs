using Differentiable.Generators.Lowering.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>The methods that code runs without a call that shows: operators and conversions, those of an enumerator, those that take an object apart or make text of it.</summary>
internal static class ImpliedCalls
{
    public static IEnumerable<IMethodSymbol> In(LoweringContext context, IOperation operation) => operation switch
    {
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } => InLoop(context, loop),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } => InParts(context.ModelOf(assignment.SyntaxTree).GetDeconstructionInfo(assignment)),
        IInterpolationOperation { Expression.Type: { } shown } => TextOf(shown),
        IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol { GetMethod: { } getter } } => [getter],
        IInvocationOperation or IPropertyReferenceOperation => [],
        _ => UserOperators.MethodOf(operation) is { } method ? [method] : [],
    };

    private static IEnumerable<IMethodSymbol> InLoop(LoweringContext context, CommonForEachStatementSyntax loop)
    {
        ForEachStatementInfo info = context.ModelOf(loop.SyntaxTree).GetForEachStatementInfo(loop);
        return new[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod }.OfType<IMethodSymbol>()
            .Where(method => !method.DeclaringSyntaxReferences.IsEmpty && (method.ContainingType.IsValueType || method.MethodKind == MethodKind.Ordinary && method.Name == "GetEnumerator"));
    }

    private static IEnumerable<IMethodSymbol> InParts(DeconstructionInfo info) =>
        new[] { info.Method }.OfType<IMethodSymbol>().Concat(info.Nested.SelectMany(InParts));

    private static IEnumerable<IMethodSymbol> TextOf(ITypeSymbol type) => type.GetMembers("ToString").OfType<IMethodSymbol>().Where(method => method is { Parameters.IsEmpty: true, DeclaringSyntaxReferences.IsEmpty: false });
}
