using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>
/// Parameters of primary constructors that other members of the struct read. Each is a field that the compiler made: from the start of the constructor on, the parameter is
/// that field, and nothing outside of the source of the struct can name it.
/// </summary>
internal static class CapturedParameters
{
    private const string FieldSuffix = ">P";

    /// <summary>The parameter that the field of this name holds; null for any other field.</summary>
    public static string? NameIn(string field) =>
        field.StartsWith("<", StringComparison.Ordinal) && field.EndsWith(FieldSuffix, StringComparison.Ordinal) ? field.Substring(1, field.Length - FieldSuffix.Length - 1) : null;

    /// <summary>The field that the compiler made for a parameter of a struct's primary constructor; null for any other parameter. Roslyn gives no other way from the one to the other than the name.</summary>
    public static IFieldSymbol? FieldOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsValueType: true } type, DeclaringSyntaxReferences: [var declaration, ..] }
        && declaration.GetSyntax() is TypeDeclarationSyntax
            ? type.GetMembers($"<{parameter.Name}{FieldSuffix}").OfType<IFieldSymbol>().FirstOrDefault()
            : null;
}
