using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>Objects that a method makes for itself.</summary>
internal static class LocalObjects
{
    /// <summary>Is the variable only ever given an object that the method makes?</summary>
    public static bool IsMadeHere(ILocalSymbol local, CancellationToken cancellation)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax } declaration)
            return false;
        SyntaxNode around = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        return !around.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax set } && set.Identifier.ValueText == local.Name
            || node is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax given } && given.Identifier.ValueText == local.Name);
    }
}
