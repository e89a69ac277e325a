using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>What a struct must be like where generated code takes, makes or holds it whole.</summary>
internal static class StructChecks
{
    /// <summary>Its fields are read in the generated code.</summary>
    public static void RequireOpen(LoweringContext context, StructType type, Location? location = null)
    {
        if (HiddenIn(type) is not { } hidden)
            return;
        string way = CapturedParameters.NameIn(hidden.Key) is null
            ? "is private: make it visible, add a property that returns it, or put the method into the struct"
            : "is a parameter of the primary constructor, which nothing outside of its source can name: add a property that returns it";
        context.Report(Descriptors.HiddenField, location ?? context.Source.GetLocation(), Display(type), hidden.Name, way);
    }

    /// <summary>It is made of its fields in the generated code.</summary>
    public static void RequireMade(LoweringContext context, StructType type, Location? location = null)
    {
        RequireOpen(context, type, location);
        if (!type.CanBeMade && type.IsOpen)
            context.Report(Descriptors.CannotBeMade, location ?? context.Source.GetLocation(), Display(type));
    }

    /// <summary>It is the elements of storage that comes in or goes out: read and made in the generated code, leaf by leaf. Said once for each type.</summary>
    public static void RequireElements(LoweringContext context, IrType storage, Location location)
    {
        var type = (StructType)storage.Leaf;
        if (!context.CheckedElements.Add((StructText.NameOf(type), LeafArrays.Are(storage))))
            return;
        RequireMade(context, type, location);
        RequireFollowed(context, storage, location);
    }

    /// <summary>It is the elements of storage in the method. What comes from elsewhere was looked at there; what the method makes may hide its fields, if there is an array for each of them.</summary>
    public static void FollowElements(LoweringContext context, IrType storage, Location location)
    {
        if (storage is ArrayType { Rank: > 1 })
            RequireElements(context, storage, location);
        else if (storage.Leaf is StructType { IsOpen: true, CanBeMade: true } || LeafArrays.Are(storage))
            RequireFollowed(context, storage, location);
        else
            context.SplitElements.Add((StructType)storage.Leaf);
    }

    private static void RequireFollowed(LoweringContext context, IrType storage, Location location)
    {
        var type = (StructType)storage.Leaf;
        bool isByLeaf = LeafArrays.Are(storage);
        if (HoldsArraysInline(type) || type.HoldsInline && !isByLeaf)
            context.Report(Descriptors.InlineArrayInElement, location, Display(type));
        else if (!isByLeaf && type.Leaves().Any(leaf => leaf.Type.IsStorage))
            context.Report(Descriptors.ArrayInElement, location, Display(type), "arrays of several dimensions");
    }

    /// <summary>Is there an inline array in it of structs with arrays?</summary>
    private static bool HoldsArraysInline(StructType type) => type.Leaves().Any(leaf => leaf.IsInline && LeafArrays.Are(leaf.Type));

    /// <summary>Is there a real number in it, in a list or another object, that is not followed?</summary>
    public static bool HoldsUnfollowed(ITypeSymbol type) => HasIn(type, RealData.IsIn);

    /// <summary>May there be one?</summary>
    public static bool HidesReals(ITypeSymbol type) => HasIn(type, HiddenReals.MayBeIn);

    private static bool HasIn(ITypeSymbol type, Func<ITypeSymbol, bool> isIn) => TypeLowering.Lower(type) switch
    {
        StructType when type is INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => HasIn(element.Type, isIn)),
        StructType when type is INamedTypeSymbol named && !MirrorLibrary.IsMirrored(named) => StructTypes.FieldsOf(named).Any(field => HasIn(field.Type, isIn)),
        { IsStorage: true, Leaf: OpaqueType } or OpaqueType => isIn(type),
        _ => false,
    };

    public static string Display(StructType type) => StructText.NameOf(type).Replace("global::", "");

    private static Field? HiddenIn(StructType type) => type.Fields
        .Select(field => field.IsHidden ? field : field.Type is StructType inner ? HiddenIn(inner) : null)
        .FirstOrDefault(field => field is not null);
}
