using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>Delegates in <c>static readonly</c> fields of the project, which are what they are initialized with as long as no static constructor says otherwise.</summary>
internal static class DelegateFields
{
    public static FunctionPlace? TryFind(LoweringContext context, IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field.OriginalDefinition;
        if (field.ContainingType.IsGenericType || OnlyValueOf(context, field) is not { } value)
            return null;
        string key = field.ToDisplayString();
        if (!context.FunctionsByName.TryGetValue(key, out FunctionPlace? known))
            context.FunctionsByName[key] = known = Find(context, reference, value);
        return known;
    }

    /// <summary>What a <c>static readonly</c> field is initialized with; null where a static constructor may set it.</summary>
    public static ExpressionSyntax? OnlyValueOf(LoweringContext context, IFieldSymbol field) =>
        field.ContainingType is { StaticConstructors: [{ IsImplicitlyDeclared: false }, ..] } ? null : (context.TextOf(field) as VariableDeclaratorSyntax)?.Initializer?.Value;

    private static FunctionPlace? Find(LoweringContext context, IFieldReferenceOperation reference, ExpressionSyntax value)
    {
        IOperation? function = context.ModelOf(value.SyntaxTree).GetOperation(value, context.Cancellation);
        if (function is IDelegateCreationOperation creation)
            function = creation.Target;
        return function is IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } group && reference.Type is INamedTypeSymbol type
            ? MethodGroups.TryFind(context, group, type, reference.Syntax)
            : function is null ? null : KnownFunctions.TryFind(context, function);
    }
}
