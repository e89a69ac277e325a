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
        bool isSetAgain = around.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax set } && set.Identifier.ValueText == local.Name
            || node is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax given } && given.Identifier.ValueText == local.Name);
        return isSetAgain ? null : value;
    }
}
