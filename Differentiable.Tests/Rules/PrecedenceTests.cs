using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Rules;

/// <summary>The operators' precedence, against the compiler's own parser.</summary>
public class PrecedenceTests
{
    private static readonly Spelling[] Infix = [.. Spellings(SpellingKind.Infix)];

    public static TheoryData<string> Symbols => [.. Infix.Select(spelling => spelling.Text)];

    [Theory]
    [MemberData(nameof(Symbols))]
    public void InfixOperators_BindAsTheParserSays(string symbol)
    {
        Spelling first = Infix.Single(spelling => spelling.Text == symbol);
        foreach (Spelling second in Infix)
        {
            BinaryExpressionSyntax parsed = (BinaryExpressionSyntax)SyntaxFactory.ParseExpression($"1 {first.Text} 2 {second.Text} 3");
            bool rightIsTighter = second.Precedence > first.Precedence;
            Assert.Equal(rightIsTighter ? first.Text : second.Text, parsed.OperatorToken.Text);
        }
    }

    [Fact]
    public void PrefixOperators_BindTighterThanInfix()
    {
        foreach (Spelling prefix in Spellings(SpellingKind.Prefix))
        {
            Assert.Equal(Precedence.Unary, prefix.Precedence);
            Assert.All(Infix, infix => Assert.True(infix.Precedence < Precedence.Unary));
            foreach (Spelling infix in Infix)
                Assert.IsType<BinaryExpressionSyntax>(SyntaxFactory.ParseExpression($"{prefix.Text}1 {infix.Text} 2"));
        }
    }

    private static IEnumerable<Spelling> Spellings(SpellingKind kind) =>
        Enum.GetValues<Op>().Select(op => Spelling.Of(op, IrType.Double)).Where(spelling => spelling.Kind == kind);
}
