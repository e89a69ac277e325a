using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Arrays in the structs that a method takes: storage like that of the parameters that are arrays.</summary>
internal static class StructArrays
{
    /// <summary>Can the derivatives of all of them be given back? A struct with spans is refused anyway, as what it is.</summary>
    public static void Check(LoweringContext context, Location location, string name, ITypeSymbol symbol, PassingMode mode)
    {
        var type = (StructType)TypeLowering.Lower(symbol);
        foreach (Leaf leaf in type.Leaves().Where(leaf => leaf.Type is ArrayType array && (array.HoldsReal || mode == PassingMode.Out) && !leaf.IsInline))
        {
            if (ReasonAgainst(leaf, mode) is { } reason)
            {
                context.Report(Descriptors.StorageInStruct, location, name, string.Join(".", DeclaredNames.Of(symbol, type, leaf.Path)), reason);
                return;
            }
            if (leaf.Type.Leaf is StructType element)
            {
                StructChecks.RequireElements(context, leaf.Type, location);
                NullableElements.Check(context, element, location);
            }
        }
    }

    /// <summary>A leaf of the method's parameter, which knows whether it may be null.</summary>
    public static Parameter Annotated(Parameter leaf, ITypeSymbol type) =>
        leaf is { Type: ArrayType, Part: { InlineLength: null } part } && !part.Path.Contains(StructType.ValueIfAny) ? leaf with { MayBeNull = MayBeNull(type, part) } : leaf;

    /// <summary>A leaf of another method's parameter, which knows whether the method writes it.</summary>
    public static Parameter Written(LoweringContext context, IParameterSymbol symbol, Parameter leaf)
    {
        if (leaf is not { Type: ArrayType array, InlineMode: null })
            return leaf;
        bool isMutated = CalleeWrites.MayWriteIn(context, symbol.OriginalDefinition, NameOf(leaf.Part!));
        return leaf with { IsMutated = isMutated, MayReplaceRows = isMutated && (array.Element is ArrayType || LeafArrays.Are(array)) && CalleeWrites.MayReplaceRows(context, symbol.OriginalDefinition) };
    }

    /// <summary>The same of the struct that it is called on.</summary>
    public static Parameter WrittenBySelf(LoweringContext context, IMethodSymbol method, Parameter leaf)
    {
        if (leaf is not { Type: ArrayType array, InlineMode: null })
            return leaf;
        bool isMutated = CalleeWrites.MayWriteSelf(context, method, NameOf(leaf.Part!));
        return leaf with { IsMutated = isMutated, MayReplaceRows = isMutated && (array.Element is ArrayType || LeafArrays.Are(array)) && CalleeWrites.MayReplaceRowsOfSelf(context, method) };
    }

    private static string? ReasonAgainst(Leaf leaf, PassingMode mode) =>
        mode == PassingMode.Out ? "where the method makes the struct: return it instead"
        : !SignatureLowering.IsFollowed((ArrayType)leaf.Type) ? "because of its type: pass other arrays as parameters of their own"
        : leaf.Path.Any(name => name == StructType.ValueIfAny) ? "where the struct may be missing: pass the array as a parameter of its own"
        : null;

    /// <summary>What the members that are generated for a method call a leaf of its parameter.</summary>
    private static string NameOf(Part part)
    {
        (string name, StructType whole) = (part.Whole, part.Type);
        foreach (string field in part.Path)
        {
            int index = whole.IndexOf(field);
            name = StructValues.NameOf(name, whole, index);
            whole = whole.Fields[index].Type as StructType ?? whole;
        }
        return name;
    }

    private static bool MayBeNull(ITypeSymbol type, Part part)
    {
        StructType whole = part.Type;
        NullableAnnotation annotation = NullableAnnotation.None;
        foreach (string name in part.Path)
        {
            int index = whole.IndexOf(name);
            IFieldSymbol symbol = type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements[index] : StructTypes.FieldsOf((INamedTypeSymbol)type).ElementAt(index);
            (annotation, type) = (symbol.NullableAnnotation, symbol.Type);
            whole = whole.Fields[index].Type as StructType ?? whole;
        }
        return annotation == NullableAnnotation.Annotated;
    }
}
