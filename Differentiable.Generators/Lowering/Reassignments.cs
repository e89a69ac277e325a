using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// The names of locals and parameters that a method assigns after their declaration. By name, so two variables of one name count as
/// one: that only costs a copy.
/// </summary>
internal sealed class Reassignments(SyntaxNode declaration)
{
    private readonly HashSet<SyntaxNode> _included = [];
    private HashSet<string>? _names;

    public bool Contains(string name) => (_names ??= Collect(declaration)).Contains(name);

    /// <summary>The same for another member's code that stands in the method.</summary>
    public void Include(SyntaxNode other)
    {
        if (_included.Add(other))
            (_names ??= Collect(declaration)).UnionWith(Collect(other));
    }

    private static HashSet<string> Collect(SyntaxNode declaration)
    {
        HashSet<string> names = [];
        foreach (SyntaxNode node in declaration.DescendantNodes())
        {
            if (Written(node) is { } written)
                AddNames(names, written);
        }
        return names;
    }

    private static ExpressionSyntax? Written(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
            => unary.Operand,
        PostfixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression
            => unary.Operand,
        ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword
            => argument.Expression,
        RefExpressionSyntax reference => reference.Expression,
        _ => null,
    };

    private static void AddNames(HashSet<string> names, ExpressionSyntax written)
    {
        switch (written)
        {
            case IdentifierNameSyntax name:
                names.Add(name.Identifier.ValueText);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                AddNames(names, parenthesized.Expression);
                break;
            case TupleExpressionSyntax tuple:
                foreach (ArgumentSyntax element in tuple.Arguments)
                    AddNames(names, element.Expression);
                break;
            case MemberAccessExpressionSyntax member:
                AddNames(names, member.Expression);
                break;
        }
    }
}
