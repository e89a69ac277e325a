namespace Differentiable.Generators.Ir;

/// <summary>
/// Arrays of structs with arrays in them, <c>Layer[]</c>. Each is one array for each leaf of an element, <c>double[][]</c> for <c>layer.Weights</c> and <c>double[]</c> for
/// <c>layer.Bias</c>, so that nothing behind lowering knows of rows that lie in structs.
/// </summary>
internal static class LeafArrays
{
    /// <summary>Is it such an array, or a span over one?</summary>
    public static bool Are(IrType type) => type is ArrayType { Rank: 1 } or SpanType && HasArrays(type.Element!);

    /// <summary>The arrays, or spans, that one of the type is made of, and where in an element each leaf is.</summary>
    public static EquatableArray<Leaf> Of(IrType type) => type is SpanType span
        ? Of(new ArrayType(span.ElementType, 1)).Select(leaf => leaf with { Type = new SpanType(leaf.Type.Element!, span.IsReadOnly) }).ToEquatableArray()
        : ((StructType)Unfolded(type)).Leaves();

    /// <summary>Are there such arrays in the elements again, or are the elements such arrays?</summary>
    public static bool AreNested(IrType type) => type.Element is not StructType each || each.Leaves().Any(leaf => Are(leaf.Type));

    /// <summary>The type with every such array in it as a struct of its arrays.</summary>
    public static IrType Unfolded(IrType type) => type switch
    {
        ArrayType { ElementType: var element } array when Are(array) => StructType.ArrayOf((StructType)Unfolded(element)),
        StructType { IsInline: false } whole => Unfolded(whole),
        _ => type,
    };

    /// <summary>The type as it was before <see cref="Unfolded(IrType)"/>.</summary>
    public static IrType Folded(IrType type) => type switch
    {
        StructType { Each: { } each } => new ArrayType(Folded(each), 1),
        StructType { IsInline: false } whole => whole with { Fields = whole.Fields.Select(field => field with { Type = Folded(field.Type) }).ToEquatableArray() },
        _ => type,
    };

    private static StructType Unfolded(StructType whole) => whole.Fields.Any(field => Unfolded(field.Type) != field.Type)
        ? whole with { Fields = whole.Fields.Select(field => field with { Type = Unfolded(field.Type) }).ToEquatableArray() }
        : whole;

    private static bool HasArrays(IrType element) => Are(element) || element is StructType { HoldsInline: false } whole && whole.Leaves().Any(leaf => leaf.Type.IsStorage);
}
