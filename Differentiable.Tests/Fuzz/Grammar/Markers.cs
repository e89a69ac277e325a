using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Fuzz.Grammar;

/// <summary>The same program with checkpoints: a marker in most loops, and on some methods.</summary>
internal sealed class Markers : CSharpSyntaxRewriter
{
    private static readonly string[] s_markers =
        ["Every(1)", "Every(2)", "Every(3)", "SquareRoot()", "Binomial(1)", "Binomial(2)", "Binomial(3)", "Logarithmic()"];

    private readonly Choices _choices;

    private Markers(int seed) => _choices = new(seed);

    public static string In(string members, int seed) => new Markers(seed).Visit(CSharpSyntaxTree.ParseText(members).GetRoot()).ToFullString();

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        ((ForStatementSyntax)base.VisitForStatement(node)!) is var loop ? loop.WithStatement(Marked(loop.Statement)) : null;

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        ((WhileStatementSyntax)base.VisitWhileStatement(node)!) is var loop ? loop.WithStatement(Marked(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        ((DoStatementSyntax)base.VisitDoStatement(node)!) is var loop ? loop.WithStatement(Marked(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        ((ForEachStatementSyntax)base.VisitForEachStatement(node)!) is var loop ? loop.WithStatement(Marked(loop.Statement)) : null;

    public override SyntaxNode? VisitAttribute(AttributeSyntax node) => node.Name.ToString() == "Differentiable" && _choices.Chance(30)
        ? node.WithName(SyntaxFactory.IdentifierName("Differentiable, Checkpoint"))
        : node;

    private StatementSyntax Marked(StatementSyntax body)
    {
        if (!_choices.Chance(80))
            return body;
        StatementSyntax marker = SyntaxFactory.ParseStatement($"Checkpoint.{_choices.Any(s_markers)};\n");
        return body is BlockSyntax block
            ? block.WithStatements(block.Statements.Insert(0, marker))
            : SyntaxFactory.Block(marker, body).WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
    }
}
