using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>
/// Reference locals. One that is set again where it is declared is another place from there on. One that is set again in a branch or a loop moves: what it refers to shows only at
/// run time, so all has to be elements of one storage, and the local is their index.
/// </summary>
internal static class ReferenceLocals
{
    public static void Declare(LoweringContext context, ILocalSymbol local, IOperation value)
    {
        Place place = context.Capture(context.LowerPlace(value));
        context.Places[local] = place is ElementPlace first && Moves(context, local) ? Moving(context, local.Name, first) : place;
    }

    /// <summary><c>r = ref a[i]</c>.</summary>
    public static Expr Set(LoweringContext context, ISimpleAssignmentOperation assignment)
    {
        Place next = context.Capture(context.LowerPlace(assignment.Value));
        return assignment.Target is ILocalReferenceOperation { Local: var local } && TrySet(context, local, next, assignment.Syntax)
            ? context.Read(context.Places[local])
            : context.Refuse(Descriptors.UnsupportedConstruct, assignment, assignment.Syntax.ToString(), "a reference that is set again, in a branch or a loop, to other than an element of the array or span that it is declared with");
    }

    private static bool TrySet(LoweringContext context, ILocalSymbol local, Place next, SyntaxNode assignment)
    {
        if (!Moves(context, local))
        {
            context.Places[local] = next;
            return true;
        }
        // Another section of a 'switch' can set what it has not seen the beginning of.
        if (ScopeOf(context, local)?.Contains(assignment) != true)
            return false;
        if (next is not ElementPlace element || context.Places[local] is not ElementPlace moving || element.Storage != moving.Storage || element.Path != moving.Path)
            return false;
        for (int i = 1; i < moving.Parts.Length; i++)
            context.Write(new VariablePlace(((Use)moving.Parts[i]).Variable), element.Parts[i]);
        return true;
    }

    private static ElementPlace Moving(LoweringContext context, string name, ElementPlace first)
    {
        Expr[] parts = [.. first.Parts];
        for (int i = 1; i < parts.Length; i++)
        {
            Place index = context.Declare(name, IrType.Int32);
            context.Write(index, parts[i]);
            parts[i] = context.Read(index);
        }
        return new ElementPlace(parts, first.Syntax, first.Path);
    }

    /// <summary>Is it set again elsewhere than in the block that it is declared in? By name, so in doubt it is.</summary>
    private static bool Moves(LoweringContext context, ILocalSymbol local)
    {
        SyntaxNode? scope = ScopeOf(context, local);
        SyntaxNode? around = scope is SwitchSectionSyntax ? scope.Parent : scope;
        return around is null || around.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment is { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: RefExpressionSyntax } && name == local.Name
            && (assignment.Parent is not ExpressionStatementSyntax statement || statement.Parent != scope));
    }

    private static SyntaxNode? ScopeOf(LoweringContext context, ILocalSymbol local) =>
        local.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation).FirstAncestorOrSelf<StatementSyntax>()?.Parent;
}
