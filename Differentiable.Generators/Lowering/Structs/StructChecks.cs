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

    /// <summary>It comes in or goes out whole: it is made of its fields in the generated code.</summary>
    public static void RequireMade(LoweringContext context, StructType type, Location? location = null)
    {
        RequireMadeOfFields(context, type, location);
        RefuseArraysInline(context, type, location ?? context.Source.GetLocation());
    }

    /// <summary>It only comes in, as a constant.</summary>
    public static void RequireConstant(LoweringContext context, StructType type, Location location)
    {
        RequireOpen(context, type, location);
        RefuseArraysInline(context, type, location);
    }

    private static void RequireMadeOfFields(LoweringContext context, StructType type, Location? location)
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
        RequireMadeOfFields(context, type, location);
        RequireFollowed(context, storage, location);
    }

    /// <summary>It is the elements of storage in the method. What comes from elsewhere was looked at there; what the method makes may hide its fields, if there is an array for each of them.</summary>
    public static void FollowElements(LoweringContext context, IrType storage, Location location)
    {
        if (storage.Leaf is StructType { IsOpen: true, CanBeMade: true } || LeafArrays.Are(storage))
            RequireFollowed(context, storage, location);
        else if (LeafArrays.Are(storage, [(StructType)storage.Leaf]))
            context.SplitElements.Add((StructType)storage.Leaf);
        else
            RequireElements(context, storage, location);
    }

    private static void RequireFollowed(LoweringContext context, IrType storage, Location location)
    {
        var type = (StructType)storage.Leaf;
        if (AreRefused(storage))
            RefuseElements(context, type, location, "arrays of arrays where some have several dimensions: use an array of arrays, or one of two or three dimensions");
        else
            RefuseArraysInline(context, type, location);
    }

    /// <summary>Are there arrays in the elements of storage that is not taken leaf by leaf?</summary>
    public static bool AreRefused(IrType storage) => storage is { IsStorage: true, Leaf: StructType type } && !LeafArrays.Are(storage) && type.Leaves().Any(leaf => leaf.Type.IsStorage);

    /// <summary>Says of which elements arrays cannot be followed.</summary>
    /// <param name="context">The method.</param>
    /// <param name="type">The elements.</param>
    /// <param name="location">Where.</param>
    /// <param name="where">In what they are not followed, and what to do.</param>
    public static void RefuseElements(LoweringContext context, StructType type, Location location, string where) => context.Report(
        Descriptors.ArrayInElement, location, Display(type),
        type.IsInline ? "are inline arrays" : type.Leaves().Any(leaf => leaf.Type.IsStorage && !leaf.IsInline) ? "have arrays in them" : "have inline arrays in them", where);

    /// <summary>Inline arrays of structs with arrays are followed in variables alone.</summary>
    private static void RefuseArraysInline(LoweringContext context, StructType type, Location location)
    {
        if (InlineOfArraysIn(type) is { } inline)
            context.Report(Descriptors.InlineArrayInElement, location, Display(inline), "have arrays in them");
    }

    private static StructType? InlineOfArraysIn(StructType type) => type.IsInline
        ? LeafArrays.Are(type.Fields[0].Type) ? type : null
        : type.Fields.Select(field => field.Type is StructType inner ? InlineOfArraysIn(inner) : null).FirstOrDefault(inline => inline is not null);

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
