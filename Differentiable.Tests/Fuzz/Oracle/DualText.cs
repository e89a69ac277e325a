using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Fuzz.Oracle;

/// <summary>The same program with <see cref="Dual"/> in the place of <c>double</c>, and without attributes.</summary>
internal sealed class DualText : CSharpSyntaxRewriter
{
    public static string Of(string members) => new DualText().Visit(CSharpSyntaxTree.ParseText(members).GetRoot()).ToFullString();

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => null;

    public override SyntaxNode? VisitPredefinedType(PredefinedTypeSyntax node) =>
        node.Keyword.IsKind(SyntaxKind.DoubleKeyword) ? SyntaxFactory.IdentifierName(nameof(Dual)).WithTriviaFrom(node) : node;

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => node.Identifier.Text is "Math" or "Differentiate"
        ? SyntaxFactory.IdentifierName(nameof(DualMath)).WithTriviaFrom(node)
        : node;

    /// <summary>Patterns match constants only, so where they hold real ones it is the value that is matched.</summary>
    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) =>
        HoldsReals(node.Pattern) ? node.WithExpression(ValueOf(node.Expression)) : base.VisitIsPatternExpression(node);

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        SwitchExpressionSyntax visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        return node.Arms.Any(arm => HoldsReals(arm.Pattern)) ? visited.WithGoverningExpression(ValueOf(node.GoverningExpression)) : visited;
    }

    public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node)
    {
        SwitchStatementSyntax visited = (SwitchStatementSyntax)base.VisitSwitchStatement(node)!;
        bool isReal = node.Sections.SelectMany(s => s.Labels).OfType<CasePatternSwitchLabelSyntax>().Any(label => HoldsReals(label.Pattern));
        return isReal ? visited.WithExpression(ValueOf(node.Expression)) : visited;
    }

    private static bool HoldsReals(PatternSyntax pattern) => pattern.DescendantTokens().Any(t => t.Value is double);

    private ExpressionSyntax ValueOf(ExpressionSyntax real) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression,
        SyntaxFactory.ParenthesizedExpression(((ExpressionSyntax)Visit(real)!).WithoutTrivia()),
        SyntaxFactory.IdentifierName(nameof(Dual.Value))).WithTriviaFrom(real);
}
