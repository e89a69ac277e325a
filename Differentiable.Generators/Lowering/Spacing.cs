using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering;

/// <summary>Where C# is written with a space between two tokens.</summary>
internal static class Spacing
{
    public static bool IsBetween(SyntaxToken left, SyntaxToken right) => !SticksToNext(left) && !SticksToPrevious(right);

    /// <summary>Is there never a space behind this token?</summary>
    private static bool SticksToNext(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.DotToken or SyntaxKind.ColonColonToken
            or SyntaxKind.DotDotToken or SyntaxKind.MinusGreaterThanToken => true,
        SyntaxKind.LessThanToken => token.Parent is TypeArgumentListSyntax or TypeParameterListSyntax,
        SyntaxKind.QuestionToken => token.Parent is ConditionalAccessExpressionSyntax,
        SyntaxKind.CloseParenToken => token.Parent is CastExpressionSyntax,
        _ => token.Parent is PrefixUnaryExpressionSyntax,
    };

    /// <summary>Is there never a space in front of this token?</summary>
    private static bool SticksToPrevious(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CommaToken or SyntaxKind.SemicolonToken
            or SyntaxKind.DotToken or SyntaxKind.ColonColonToken or SyntaxKind.MinusGreaterThanToken => true,
        SyntaxKind.OpenParenToken => token.Parent is BaseArgumentListSyntax or ParameterListSyntax or DefaultExpressionSyntax
            or TypeOfExpressionSyntax or SizeOfExpressionSyntax or CheckedExpressionSyntax,
        SyntaxKind.OpenBracketToken => token.Parent is BaseArgumentListSyntax or ArrayRankSpecifierSyntax
            or ImplicitArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax,
        SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken => token.Parent is TypeArgumentListSyntax or TypeParameterListSyntax,
        SyntaxKind.QuestionToken => token.Parent is NullableTypeSyntax or ConditionalAccessExpressionSyntax,
        SyntaxKind.DotDotToken => token.Parent is RangeExpressionSyntax,
        SyntaxKind.ColonToken => token.Parent is NameColonSyntax or SwitchLabelSyntax,
        _ => token.Parent is PostfixUnaryExpressionSyntax,
    };
}
