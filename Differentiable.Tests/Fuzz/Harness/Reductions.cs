using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Fuzz.Harness;

/// <summary>
/// Smaller programs near a given one. Some do not compile, and are no use then. What makes loops end stays: their conditions, and the
/// statements that count for them.
/// </summary>
internal static class Reductions
{
    private const string Open = "class C\n{\n", Close = "}";

    /// <summary>How the names of what counts begin: rounds of loops, and the depth of recursion.</summary>
    private static readonly string[] s_rounds = ["left", "round"], s_counters = [.. s_rounds, "depth"];

    public static IEnumerable<string> Of(string members)
    {
        SyntaxNode type = CSharpSyntaxTree.ParseText($"{Open}{members}{Close}").GetRoot().ChildNodes().Single();
        return Smaller(type).Select(text => text.ToFullString()[Open.Length..^Close.Length]);
    }

    private static IEnumerable<SyntaxNode> Smaller(SyntaxNode type)
    {
        foreach (SyntaxNode node in type.DescendantNodes())
        {
            if (IsRemovable(node))
                yield return type.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!;
            foreach (SyntaxNode[] replacement in Replacements(node))
                yield return Replace(type, node, replacement);
        }
    }

    private static bool IsRemovable(SyntaxNode node) => node switch
    {
        StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement => !Counts(statement),
        MethodDeclarationSyntax or ParameterSyntax or ArgumentSyntax or ElseClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax => true,
        LocalFunctionStatementSyntax => true,
        _ => false,
    };

    private static bool Counts(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax or IfStatementSyntax && Mentions(s_rounds, statement.ChildNodes().First());

    private static bool Mentions(string[] names, SyntaxNode node) =>
        node.DescendantTokens().Any(t => names.Any(n => t.Text.StartsWith(n, StringComparison.Ordinal)));

    private static IEnumerable<SyntaxNode[]> Replacements(SyntaxNode node) => node switch
    {
        IfStatementSyntax branch when !Mentions(s_counters, branch.Condition) => [Body(branch.Statement), .. branch.Else is { } other ? [Body(other.Statement)] : Array.Empty<SyntaxNode[]>()],
        WhileStatementSyntax loop => [Body(loop.Statement)],
        DoStatementSyntax loop => [Body(loop.Statement)],
        ForStatementSyntax loop => [[.. loop.Declaration is { } counters ? [SyntaxFactory.LocalDeclarationStatement(Spaced(counters))] : Array.Empty<SyntaxNode>(), .. Body(loop.Statement)]],
        BlockSyntax { Parent: BlockSyntax } block => [Body(block)],
        ExpressionSyntax expression when !DecidesALoop(expression) && !Mentions(s_counters, expression) => [.. Parts(expression).Select(part => new SyntaxNode[] { part })],
        _ => [],
    };

    private static VariableDeclarationSyntax Spaced(VariableDeclarationSyntax counters) => counters.WithType(counters.Type.WithTrailingTrivia(SyntaxFactory.Space));

    private static SyntaxNode[] Body(StatementSyntax statement) => statement is BlockSyntax block ? [.. block.Statements] : [statement];

    private static bool DecidesALoop(ExpressionSyntax expression) => expression.AncestorsAndSelf().Any(n => n.Parent switch
    {
        ForStatementSyntax loop => n != loop.Statement,
        WhileStatementSyntax loop => n != loop.Statement,
        DoStatementSyntax loop => n != loop.Statement,
        _ => false,
    });

    private static ExpressionSyntax[] Parts(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax binary => [binary.Left, binary.Right],
        ConditionalExpressionSyntax conditional => [conditional.WhenTrue, conditional.WhenFalse],
        InvocationExpressionSyntax call => [.. call.ArgumentList.Arguments.Select(a => a.Expression)],
        ParenthesizedExpressionSyntax inner => [inner.Expression],
        PrefixUnaryExpressionSyntax unary => [unary.Operand],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } unary => [unary.Operand],
        SwitchExpressionSyntax choice => [.. choice.Arms.Select(a => a.Expression)],
        AssignmentExpressionSyntax { Parent: not ExpressionStatementSyntax } assignment => [assignment.Left, assignment.Right],
        _ => [],
    };

    private static SyntaxNode Replace(SyntaxNode root, SyntaxNode node, SyntaxNode[] replacement)
    {
        SyntaxNode[] spaced = [.. replacement.Select(n => n is StatementSyntax ? n.WithTriviaFrom(node) : n.WithoutTrivia())];
        return node is StatementSyntax && node.Parent is BlockSyntax or SwitchSectionSyntax
            ? spaced.Length == 0 ? root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)! : root.ReplaceNode(node, spaced)
            : spaced.Length == 1 ? root.ReplaceNode(node, spaced[0]) : root;
    }
}
