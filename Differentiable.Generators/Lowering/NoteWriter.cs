using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// A source statement on one line, spaced as C# is usually written whatever the spacing of the source: an edit of whitespace or comments
/// must not change what is generated.
/// </summary>
internal static class NoteWriter
{
    public static string Write(SyntaxNode source)
    {
        StringBuilder text = new();
        if (source is ExpressionSyntax { Parent: ArrowExpressionClauseSyntax arrow } && !IsVoid(arrow))
            text.Append("return ");
        else if (source is DoStatementSyntax)
            text.Append("do while (");
        WriteTokens(text, source);
        return text.ToString();
    }

    /// <summary>An expression, without what is around it.</summary>
    public static string WriteExpression(SyntaxNode source)
    {
        StringBuilder text = new();
        WriteTokens(text, source);
        return text.ToString();
    }

    private static void WriteTokens(StringBuilder text, SyntaxNode source)
    {
        (int start, int end) = Extent(source);
        SyntaxToken previous = default;
        foreach (SyntaxNodeOrToken part in Parts(source, end))
        {
            if (part.SpanStart < start || part.Span.End > end || part.Span.IsEmpty)
                continue;
            if (part.AsNode() is InterpolatedStringExpressionSyntax interpolated)
                WriteToken(text, previous, interpolated.GetFirstToken(), interpolated.ToString());
            else if (part.IsToken)
                WriteToken(text, previous, part.AsToken(), part.AsToken().Text);
            else
                continue;
            previous = part.IsToken ? part.AsToken() : part.AsNode()!.GetLastToken();
        }
    }

    private static IEnumerable<SyntaxNodeOrToken> Parts(SyntaxNode source, int end) =>
        source.DescendantNodesAndTokensAndSelf(node => node.SpanStart < end && node is not InterpolatedStringExpressionSyntax);

    private static void WriteToken(StringBuilder text, SyntaxToken previous, SyntaxToken next, string written)
    {
        if (!previous.IsKind(SyntaxKind.None) && Spacing.IsBetween(previous, next))
            text.Append(' ');
        text.Append(OneLine(written));
    }

    /// <summary>The part of a statement that its note shows: the header of a compound one, and no semicolon.</summary>
    private static (int Start, int End) Extent(SyntaxNode source) => source switch
    {
        IfStatementSyntax node => (node.SpanStart, node.CloseParenToken.Span.End),
        ForStatementSyntax node => (node.SpanStart, node.CloseParenToken.Span.End),
        CommonForEachStatementSyntax node => (node.SpanStart, node.CloseParenToken.Span.End),
        WhileStatementSyntax node => (node.SpanStart, node.CloseParenToken.Span.End),
        DoStatementSyntax node => (node.Condition.SpanStart, node.CloseParenToken.Span.End),
        SwitchStatementSyntax node => (node.SpanStart, node.OpenBraceToken.SpanStart),
        StatementSyntax node => (node.SpanStart, EndWithoutSemicolon(node)),
        BaseMethodDeclarationSyntax node => (node.SpanStart, node.ParameterList.Span.End),
        _ => (source.SpanStart, source.Span.End),
    };

    private static int EndWithoutSemicolon(StatementSyntax statement)
    {
        SyntaxToken last = statement.GetLastToken();
        return last.IsKind(SyntaxKind.SemicolonToken) ? last.SpanStart : last.Span.End;
    }

    private static bool IsVoid(ArrowExpressionClauseSyntax arrow) => arrow.Parent
        is MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } }
        or LocalFunctionStatementSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } };

    private static string OneLine(string text) => text.IndexOf('\n') < 0 ? text : text.Replace("\r", "").Replace('\n', ' ');
}
