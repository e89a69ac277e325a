using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>The types of the library's tensors.</summary>
internal static class TensorTypes
{
    /// <summary>A tensor of real numbers, or a variable that holds one; null for any other type.</summary>
    public static TensorType? TryLower(ITypeSymbol type) =>
        IsTensor(type) && TypeLowering.Lower(((INamedTypeSymbol)type).TypeArguments[0]) is ScalarType { IsReal: true } number ? new(number) : null;

    /// <summary>Is it a tensor, of whatever it may be, or a variable that holds one?</summary>
    public static bool IsTensor(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 1, Name: "Tensor" or "Variable" } && IsHome(type.ContainingNamespace);

    /// <summary>Are tensors of real numbers in it: is it one, an array or a span of them, or a struct or a tuple with one?</summary>
    public static bool AreIn(ITypeSymbol type) => AreIn(TypeLowering.Lower(type));

    private static bool AreIn(IrType type) => type.Leaf is TensorType || type.Leaf is StructType whole && whole.Fields.Any(field => AreIn(field.Type));

    /// <summary>Is it a tensor, or a list of tensors?</summary>
    public static bool HoldsTensors(ITypeSymbol type) => IsTensor(type)
        || type is IArrayTypeSymbol { ElementType: var element } && IsTensor(element)
        || TypeLowering.IsSpan(type) && IsTensor(((INamedTypeSymbol)type).TypeArguments[0]);

    /// <summary>Is it a variable, or an array of variables?</summary>
    public static bool HoldsVariables(ITypeSymbol type) => type is IArrayTypeSymbol array ? HoldsVariables(array.ElementType) : type is { Name: "Variable" } && IsTensor(type);

    /// <summary>Is it the class of the operations on tensors?</summary>
    public static bool IsOperations(INamedTypeSymbol? type) => type is { Arity: 0, Name: "Tensor" } && IsHome(type.ContainingNamespace);

    /// <summary>Is it a tensor, a shape, or a class of operations or operators on tensors, none of which assigns a variable?</summary>
    public static bool IsOfLibrary(INamedTypeSymbol? type) => IsTensor(type) || IsShape(type) || IsOperations(type) || AreOperators(type) || AreOperators(type?.ContainingType);

    public static bool IsShape(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 0, Name: "Shape" } && IsHome(type.ContainingNamespace);

    private static bool AreOperators(INamedTypeSymbol? type) => type is { Name: "TensorOperators" } && IsHome(type.ContainingNamespace);

    private static bool IsHome(INamespaceSymbol? space) => space is { Name: "Tensors" } && Attributes.IsOurs(space.ContainingNamespace);
}
