using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// The names of locals and parameters that a method assigns after their declaration, and of those whose objects it may change. By name, so two variables of one name count as
/// one: that only costs a copy.
/// </summary>
internal sealed class Reassignments(SyntaxNode declaration)
{
    private readonly HashSet<SyntaxNode> _included = [];
    private HashSet<string>? _names;
    private HashSet<string>? _changed;
    private HashSet<string>? _asked;

    public bool Contains(string name) => (_names ??= Collect(declaration)).Contains(name);

    /// <summary>May the object that a variable of this name holds be another one later: is something called on it or given it that may change it, or something of it set?</summary>
    public bool MayChangeObject(string name) => (_changed ??= [.. new[] { declaration }.Concat(_included).SelectMany(CollectChanged)]).Contains(name);

    /// <summary>Is a member asked of a variable of this name, which may change the struct that it holds?</summary>
    public bool AsksMembersOf(string name) => (_asked ??= [.. new[] { declaration }.Concat(_included).SelectMany(CollectAsked)]).Contains(name);

    /// <summary>The same for another member's code that stands in the method.</summary>
    public void Include(SyntaxNode other)
    {
        if (!_included.Add(other))
            return;
        (_names ??= Collect(declaration)).UnionWith(Collect(other));
        _changed?.UnionWith(CollectChanged(other));
        _asked?.UnionWith(CollectAsked(other));
    }

    private static IEnumerable<string> CollectChanged(SyntaxNode code) => code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(MayChange).Select(name => name.Identifier.ValueText);

    private static IEnumerable<string> CollectAsked(SyntaxNode code) => code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsAsked).Select(name => name.Identifier.ValueText);

    private static bool IsAsked(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax member && member.Expression == name
        || name.Parent is ElementAccessExpressionSyntax element && element.Expression == name;

    private static bool MayChange(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var method } access => access.Expression == name && !OnlyReads(method),
        MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access => access.Expression == name && assignment.Left == access,
        ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => element.Expression == name && assignment.Left == element,
        ElementAccessExpressionSyntax { Parent: PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax } element => element.Expression == name,
        ArgumentSyntax { Parent: ArgumentListSyntax } or EqualsValueClauseSyntax or AssignmentExpressionSyntax => true,
        _ => false,
    };

    private static bool OnlyReads(string method) => method is "IndexOf" or "LastIndexOf" or "TryGetValue" or "GetValueOrDefault" or "ToArray" or "ToList" or "Sum" or "Max" or "Min" or "Average" or "First" or "Last" or "Any"
        || method.StartsWith("Contains", StringComparison.Ordinal);

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
