using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>Objects that a method makes for itself.</summary>
internal static class LocalObjects
{
    /// <summary>Is the variable only ever given an object that the method makes?</summary>
    public static bool IsMadeHere(ILocalSymbol local, CancellationToken cancellation) => OnlyValueOf(local, cancellation) is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax;

    /// <summary>What the variable is declared with; null where it is set again.</summary>
    public static ExpressionSyntax? OnlyValueOf(ILocalSymbol local, CancellationToken cancellation)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declaration)
            return null;
        SyntaxNode around = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        bool isSetAgain = around.DescendantNodes().Any(node => SetBy(node) is { } target && Has(target, local.Name));
        return isSetAgain ? null : value;
    }

    private static ExpressionSyntax? SetBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: var target } => target,
        ForEachVariableStatementSyntax { Variable: var target } => target,
        RefExpressionSyntax { Expression: var target } => target,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var target } => target,
        _ => null,
    };

    /// <summary>Is the variable what is set, or part of it where that is taken apart?</summary>
    private static bool Has(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax variable => variable.Identifier.ValueText == name,
        TupleExpressionSyntax tuple => tuple.Arguments.Any(element => Has(element.Expression, name)),
        ParenthesizedExpressionSyntax { Expression: var inner } => Has(inner, name),
        _ => false,
    };
}
