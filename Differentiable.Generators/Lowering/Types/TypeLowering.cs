using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>C# types to types of the intermediate representation. What carries no derivative is an <see cref="OpaqueType"/>.</summary>
internal static class TypeLowering
{
    private static readonly Dictionary<SpecialType, ScalarType> s_scalars = new()
    {
        [SpecialType.System_Boolean] = IrType.Boolean,
        [SpecialType.System_SByte] = new(ScalarKind.SByte),
        [SpecialType.System_Byte] = new(ScalarKind.Byte),
        [SpecialType.System_Int16] = new(ScalarKind.Int16),
        [SpecialType.System_UInt16] = new(ScalarKind.UInt16),
        [SpecialType.System_Int32] = IrType.Int32,
        [SpecialType.System_UInt32] = new(ScalarKind.UInt32),
        [SpecialType.System_Int64] = IrType.Int64,
        [SpecialType.System_UInt64] = new(ScalarKind.UInt64),
        [SpecialType.System_Single] = IrType.Single,
        [SpecialType.System_Double] = IrType.Double,
    };

    private static readonly SymbolDisplayFormat s_annotatedFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_displayFormat = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    public static IrType Lower(ITypeSymbol? type) => type switch
    {
        null => new OpaqueType("object"),
        _ => Substitution.Apart(type, LowerMeant),
    };

    /// <summary>The type as C# writes it, for messages.</summary>
    public static string DisplayName(this ITypeSymbol type) => type.ToDisplayString(s_displayFormat);

    /// <summary>The name that means this type wherever it stands.</summary>
    public static string FullName(ITypeSymbol type) => Substitution.Of(type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The same with annotations of nullable references; nothing where there are none. What is taken as a variable may be given as any tensor, and is called what it is.</summary>
    public static string? AnnotatedName(ITypeSymbol type)
    {
        string name = type.ToDisplayString(s_annotatedFormat);
        return name == FullName(type) && !TensorTypes.HoldsVariables(type) ? null : name;
    }

    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" } named && IsSystem(named.ContainingNamespace);

    /// <summary>Is this the namespace <c>System</c> itself?</summary>
    public static bool IsSystem(INamespaceSymbol? space) => space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Is this the namespace <c>System.Numerics</c>?</summary>
    public static bool IsNumerics(INamespaceSymbol? space) => space is { Name: "Numerics" } && IsSystem(space.ContainingNamespace);

    public static bool IsCollections(INamespaceSymbol? space) => space is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: var system } } && IsSystem(system);

    public static bool IsHalf(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Half", Arity: 0 } && IsSystem(type.ContainingNamespace);

    private static bool IsIntegral(ITypeSymbol type) => type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Char or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static IrType LowerMeant(ITypeSymbol type) => (IrType?)TensorTypes.TryLower(type) ?? StructTypes.TryLower(type) ?? LowerPlain(type);

    private static IrType LowerPlain(ITypeSymbol type)
    {
        if (s_scalars.TryGetValue(type.SpecialType, out ScalarType? scalar))
            return scalar;
        return type switch
        {
            IArrayTypeSymbol { Rank: <= 3 } array => new ArrayType(Lower(array.ElementType), array.Rank),
            INamedTypeSymbol span when IsSpan(span) => new SpanType(Lower(span.TypeArguments[0]), span.Name == "ReadOnlySpan"),
            ITypeParameterSymbol parameter when NumericConstraints.Find(parameter) is { } number => number,
            _ when IsHalf(type) => IrType.Half,
            _ => new OpaqueType(FullName(type), IsIntegral(type)) { Slots = ValueSlots.Of(type), IsStruct = !type.IsReferenceType, IsReference = type is { IsReferenceType: true, IsAnonymousType: false } },
        };
    }
}
