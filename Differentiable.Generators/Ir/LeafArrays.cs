namespace Differentiable.Generators.Ir;

/// <summary>
/// Arrays of structs with arrays in them, <c>Layer[]</c>. Each is one array for each leaf of an element, <c>double[][]</c> for <c>layer.Weights</c> and <c>double[]</c> for
/// <c>layer.Bias</c>, so that nothing behind lowering knows of rows that lie in structs. An array of inline arrays is one of all their elements, see <see cref="WidthOf"/>.
/// </summary>
internal static class LeafArrays
{
    /// <summary>Is it such an array, or a span over one?</summary>
    public static bool Are(IrType type) => Are(type, []);

    /// <summary>The same where there are other structs of which arrays are taken leaf by leaf.</summary>
    public static bool Are(IrType type, HashSet<StructType> others) => type switch
    {
        ArrayType { Rank: 2 or 3, ElementType: StructType each } => HasArrays(each, others),
        ArrayType { Rank: 1, ElementType: not ArrayType { Rank: > 1 } } or SpanType => HasArrays(type.Element!, others),
        _ => false,
    };

    /// <summary>The arrays, or spans, that one of the type is made of, and where in an element each leaf is.</summary>
    public static EquatableArray<Leaf> Of(IrType type) => Of(type, []);

    /// <summary>The same where there are other structs of which arrays are taken leaf by leaf.</summary>
    public static EquatableArray<Leaf> Of(IrType type, HashSet<StructType> others) => ((StructType)Unfolded(type, others)).Leaves();

    /// <summary>How many elements of the array of a leaf belong to one element of an array of structs: as many as an inline array has that the path leads to, else one.</summary>
    public static int WidthOf(IrType storage, EquatableArray<string> path) => InlineAt(storage, path)?.InlineLength ?? 1;

    /// <summary>The inline array that a path leads to in an element; null where it leads to anything else.</summary>
    public static StructType? InlineAt(IrType storage, EquatableArray<string> path) => storage.Element is StructType each ? StructType.InlineAt(each, path) : null;

    /// <summary>Are there arrays in the elements, which are written without a write of an element?</summary>
    public static bool HoldRows(IrType type) => Are(type) && Of(type).Any(leaf => leaf.Type.Element is { IsStorage: true });

    /// <summary>As what a leaf comes in and goes out: spans of arrays are arrays there.</summary>
    public static IrType Passed(IrType leaf) => leaf is SpanType { ElementType: ArrayType row } ? new ArrayType(row, 1) : leaf;

    /// <summary>The type with every such array in it as a struct of its arrays.</summary>
    public static IrType Unfolded(IrType type) => Unfolded(type, []);

    /// <summary>The same where there are other structs of which arrays are taken leaf by leaf.</summary>
    public static IrType Unfolded(IrType type, HashSet<StructType> others) => type switch
    {
        ArrayType { ElementType: var element } array when Are(array, others) => StructType.ArrayOf((StructType)Unfolded(element, others), array.Rank),
        SpanType { ElementType: var element } span when Are(span, others) => StructType.SpanOf((StructType)Unfolded(element, others), span.IsReadOnly),
        StructType { IsInline: false } whole => Unfolded(whole, others),
        _ => type,
    };

    /// <summary>The type as it was before <see cref="Unfolded(IrType)"/>.</summary>
    public static IrType Folded(IrType type) => type switch
    {
        StructType { Each: { } each, IsReadOnlySpan: { } isReadOnly } => new SpanType(Folded(each), isReadOnly),
        StructType { Each: { } each } array => new ArrayType(Folded(each), array.Rank),
        StructType { IsInline: false } whole => whole with { Fields = whole.Fields.Select(field => field with { Type = Folded(field.Type) }).ToEquatableArray() },
        _ => type,
    };

    /// <summary>The ways to all arrays of structs in an unfolded one: itself, and those in its elements.</summary>
    public static IEnumerable<EquatableArray<string>> ArraysIn(StructType array)
    {
        StructType each = Innermost(array);
        return each.Fields.Where(field => field.Type is StructType).SelectMany(field => Inside((StructType)field.Type).Select(path => (EquatableArray<string>)path.Items.Insert(0, field.Name))).Prepend([]);

        static IEnumerable<EquatableArray<string>> Inside(StructType type) => type.Each is not null ? ArraysIn(type)
            : type.Fields.Where(field => field.Type is StructType).SelectMany(field => Inside((StructType)field.Type).Select(path => (EquatableArray<string>)path.Items.Insert(0, field.Name)));
    }

    /// <summary>What the arrays that a way leads to from an unfolded array are together, element by element.</summary>
    public static IrType Gathered(StructType array, EquatableArray<string> path)
    {
        if (path.Count == 0)
            return Folded(array);
        StructType each = array.Each!;
        if (each.Each is not null)
            return new ArrayType(Gathered(each, path), 1);
        IrType type = each;
        for (int i = 0; i < path.Count; i++)
        {
            type = ((StructType)type)[path[i]].Type;
            if (type is StructType { Each: not null } inner)
                return new ArrayType(Gathered(inner, path.Items.RemoveRange(0, i + 1)), 1);
        }
        return new ArrayType(Folded(type), 1);
    }

    /// <summary>What the elements of arrays of arrays of structs are.</summary>
    public static StructType Innermost(StructType whole) => whole.Each is { } each ? Innermost(each) : whole;

    private static StructType Unfolded(StructType whole, HashSet<StructType> others) => whole.Fields.Any(field => Unfolded(field.Type, others) != field.Type)
        ? whole with { Fields = whole.Fields.Select(field => field with { Type = Unfolded(field.Type, others) }).ToEquatableArray() }
        : whole;

    private static bool HasArrays(IrType element, HashSet<StructType> others) =>
        Are(element, others) || element is StructType whole && (whole.Leaves().Any(leaf => leaf.Type.IsStorage) || others.Contains(whole));
}
