using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Properties that the compiler made a field for: automatic ones, and those whose accessors say <c>field</c>.</summary>
internal static class StoredProperties
{
    private const string FieldSuffix = ">k__BackingField";

    /// <summary>The property that the compiler made the field for. In another assembly only the field's name tells.</summary>
    public static IPropertySymbol? Of(IFieldSymbol field)
    {
        if (field.AssociatedSymbol is IPropertySymbol property)
            return property;
        return field.Name.StartsWith("<", StringComparison.Ordinal) && field.Name.EndsWith(FieldSuffix, StringComparison.Ordinal)
            ? field.ContainingType.GetMembers(field.Name.Substring(1, field.Name.Length - FieldSuffix.Length - 1)).OfType<IPropertySymbol>().FirstOrDefault()
            : null;
    }

    /// <summary>The field that the compiler made for the property.</summary>
    public static IFieldSymbol? FieldOf(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(Of(field), property));

    /// <summary>Is the property one that the compiler stores in a field, and no more than that?</summary>
    public static bool IsStored(IPropertySymbol property) => IsAutomatic(property) && FieldOf(property) is not null;

    /// <summary>Is the property its field, without code of the user's in front of it?</summary>
    public static bool IsAutomatic(IPropertySymbol property) => !HasCode(property.GetMethod) && !HasCode(property.SetMethod);

    /// <summary>Does the accessor do more than to read or write the field?</summary>
    public static bool HasCode(IMethodSymbol? accessor) => accessor switch
    {
        null => false,
        { DeclaringSyntaxReferences: [var reference, ..] } => reference.GetSyntax() switch
        {
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => false,
            AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => accessor.MethodKind != MethodKind.PropertyGet || !IsField(reference.GetSyntax()),
            _ => false,
        },
        { AssociatedSymbol.DeclaringSyntaxReferences.IsEmpty: false } => false,
        _ => !accessor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"),
    };

    /// <summary>Is the getter's code no more than <c>field</c>?</summary>
    private static bool IsField(SyntaxNode getter) => getter switch
    {
        AccessorDeclarationSyntax { ExpressionBody.Expression: FieldExpressionSyntax } => true,
        AccessorDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: FieldExpressionSyntax }] } => true,
        ArrowExpressionClauseSyntax { Expression: FieldExpressionSyntax } => true,
        _ => false,
    };
}
