using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>What the user wrote about the method.</summary>
internal static class Documentation
{
    /// <summary>The first line of the summary, or empty.</summary>
    public static string Summary(MethodDeclarationSyntax method)
    {
        foreach (SyntaxTrivia trivia in method.GetLeadingTrivia())
        {
            if (trivia.GetStructure() is DocumentationCommentTriviaSyntax documentation)
                return FirstLine(documentation);
        }
        return "";
    }

    private static string FirstLine(DocumentationCommentTriviaSyntax documentation)
    {
        XmlElementSyntax? summary = documentation.Content.OfType<XmlElementSyntax>()
            .FirstOrDefault(e => e.StartTag.Name.LocalName.Text == "summary");
        if (summary is null)
            return "";
        StringBuilder line = new();
        foreach (SyntaxToken token in summary.Content.SelectMany(c => c.DescendantTokens()))
        {
            if (token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) && line.ToString().Trim().Length > 0)
                break;
            if (token.IsKind(SyntaxKind.XmlTextLiteralToken) || token.IsKind(SyntaxKind.XmlEntityLiteralToken))
                line.Append(token.ValueText);
            else if (token.Parent is IdentifierNameSyntax { Parent: NameMemberCrefSyntax or XmlNameAttributeSyntax })
                line.Append(token.ValueText);
        }
        return line.ToString().Trim();
    }
}
