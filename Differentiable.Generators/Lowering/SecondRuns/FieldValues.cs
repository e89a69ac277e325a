using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>What a type sets one of its fields, or the property that is stored in it, to.</summary>
internal static class FieldValues
{
    /// <summary>The values; null where it is handed out by reference, or in parts.</summary>
    public static IReadOnlyList<IOperation>? Of(LoweringContext context, IFieldSymbol field)
    {
        string name = field.AssociatedSymbol?.Name ?? field.Name;
        List<IOperation> values = [];
        foreach (SyntaxNode node in field.ContainingType.DeclaringSyntaxReferences.Where(declaration => context.Knows(declaration.SyntaxTree)).SelectMany(declaration => Read(context, declaration).DescendantNodes()))
        {
            if (node is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var handed } && Names(handed, name) || node is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } tuple && tuple.Arguments.Any(part => Names(part.Expression, name)))
                return null;
            if (SetIn(node, name) is { } value && context.ModelOf(value.SyntaxTree).GetOperation(value, context.Cancellation) is { } operation)
                values.Add(operation);
        }
        return values;
    }

    private static SyntaxNode Read(LoweringContext context, SyntaxReference declaration)
    {
        context.MarkRead(declaration.SyntaxTree);
        return declaration.GetSyntax(context.Cancellation);
    }

    private static ExpressionSyntax? SetIn(SyntaxNode node, string name) => node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: var value } field when field.Identifier.ValueText == name => value,
        PropertyDeclarationSyntax { Initializer.Value: var value } property when property.Identifier.ValueText == name => value,
        AssignmentExpressionSyntax { Left: var target, Right: var value } when Names(target, name) => value,
        _ => null,
    };

    private static bool Names(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax variable => variable.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => member == name,
        _ => false,
    };
}
