using System.Globalization;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Compile-time constants, which C# has already folded.</summary>
internal static class Literals
{
    /// <summary>A constant of a type: a <see cref="Constant"/> for numbers and Booleans, text for everything else.</summary>
    public static Expr Lower(ITypeSymbol? type, object? value)
    {
        IrType lowered = TypeLowering.Lower(type);
        return lowered is StructType { IsNullable: true } && value is null
            ? StorageLowering.Zero(lowered)
            : lowered is ScalarType && value is not null
            ? new Constant(lowered, value)
            : new Opaque(lowered, [Text(type, value)], [], IsPure: true);
    }

    /// <summary>The constant as C# writes it, wherever it stands.</summary>
    public static string Text(ITypeSymbol? type, object? value)
    {
        if (type is ITypeParameterSymbol)
            return "default";
        if (value is null)
            return IsStruct(type) ? $"default({TypeLowering.FullName(type!)})" : "null";
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? EnumText(enumeration, value) : PrimitiveText(value);
    }

    private static bool IsStruct(ITypeSymbol? type) =>
        type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    private static string EnumText(INamedTypeSymbol type, object value)
    {
        string name = TypeLowering.FullName(type);
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        return member is null
            ? $"(({name})({PrimitiveText(value)}))"
            : $"{name}.{Identifier(member.Name)}";
    }

    private static string PrimitiveText(object value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.NaN => "double.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float.NaN => "float.NaN",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default",
    };

    /// <summary>A name, escaped where it is a keyword.</summary>
    public static string Identifier(string name)
    {
        bool isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
        return isKeyword ? "@" + name : name;
    }
}
