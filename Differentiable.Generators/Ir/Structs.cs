using System.Collections.Immutable;

namespace Differentiable.Generators.Ir;

/// <summary>How C# code elsewhere can change a field of a struct, from less to more.</summary>
internal enum FieldWrite
{
    /// <summary>Only by making the struct anew.</summary>
    None,

    /// <summary>In an initializer: <c>s with { X = x }</c>.</summary>
    Initialize,

    /// <summary>By assignment, but not through to its own fields: a property.</summary>
    Set,

    /// <summary>By assignment, its own fields included: a variable.</summary>
    Assign,
}

/// <summary>A field of a struct, or the property that stands for one.</summary>
/// <param name="Key">What it is called where it is declared.</param>
/// <param name="Name">What reads it, as C# writes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Write">What writes it.</param>
/// <param name="IsHidden">Is it private to the struct, so that nothing outside reads it?</param>
internal sealed record Field(string Key, string Name, IrType Type, FieldWrite Write, bool IsHidden);

/// <summary>A field of a field of a struct, down to where there are no more, and the names on the way there.</summary>
internal sealed record Leaf(EquatableArray<string> Path, IrType Type)
{
    /// <summary>Is it the elements of an inline array?</summary>
    public bool IsInline { get; init; }

    /// <summary>What is on the way to it, by names that can be parts of other names.</summary>
    public IEnumerable<string> Names => Path.Select(StructType.PartOfName);

    /// <summary>All of them together.</summary>
    public string Name => string.Concat(Names);

    /// <summary>The leaves of an element of this type: itself, unless it is a struct.</summary>
    public static EquatableArray<Leaf> Of(IrType type) => type is StructType whole ? whole.Leaves() : [new([], type)];

    /// <summary>Those that are tensors.</summary>
    public static IEnumerable<Leaf> TensorsOf(IrType type) => Of(type).Where(leaf => leaf.Type is TensorType);
}

/// <summary>
/// A struct whose fields are known, or a tuple. Variables of it are split into one a leaf, so that this occurs only as the type of the elements of storage.
/// </summary>
/// <param name="Name">Its name in full; empty for a tuple, which is known by its fields.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Constructor">For each parameter of a constructor that does nothing but set all fields, the field; empty if there is none.</param>
/// <param name="IsUnmanaged">Has it no references in it?</param>
/// <param name="StartsFromCode">Does <c>new</c> without arguments run code?</param>
internal sealed record StructType(string Name, EquatableArray<Field> Fields, EquatableArray<int> Constructor, bool IsUnmanaged, bool StartsFromCode) : IrType
{
    private ImmutableArray<Leaf> _leaves;

    private StructType(StructType original)
        : base(original) =>
        (Name, Fields, Constructor, IsUnmanaged, StartsFromCode, InlineLength, IsNullable, Each, Rank, IsReadOnlySpan) =
            (original.Name, original.Fields, original.Constructor, original.IsUnmanaged, original.StartsFromCode, original.InlineLength, original.IsNullable, original.Each, original.Rank, original.IsReadOnlySpan);

    /// <summary>What reads whether there is a value, of a nullable one.</summary>
    public const string HasValue = "HasValue";

    /// <summary>What reads the value: zero where there is none.</summary>
    public const string ValueIfAny = "GetValueOrDefault()";

    private const string Length = "GetLength(";

    /// <summary>Of an inline array the number of its elements, which are its one leaf; else zero.</summary>
    public int InlineLength { get; init; }

    public bool IsInline => InlineLength > 0;

    /// <summary>Is it a value that may be missing, <c>double?</c>? Its fields are whether there is one, and the value, which is zero where there is none.</summary>
    public bool IsNullable { get; private init; }

    /// <summary>
    /// Of an array of structs with arrays in them, which is taken for a struct of as many arrays as such an element has leaves, see <see cref="LeafArrays"/>: what its elements are. Else null.
    /// </summary>
    public StructType? Each { get; private init; }

    /// <summary>Of such an array, how many dimensions it has. Its leaves have one, with the last index first, and where it has several, its lengths are leaves, too.</summary>
    public int Rank { get; private init; } = 1;

    /// <summary>Of such an array that is a span, whether that is read only. Null for arrays.</summary>
    public bool? IsReadOnlySpan { get; private init; }

    /// <summary>Is there a value in it that may be missing, or is it one?</summary>
    public bool HoldsNullable => IsNullable || Fields.Any(part => part.Type is StructType { HoldsNullable: true });

    /// <summary>Is there an inline array in it, or is it one?</summary>
    public bool HoldsInline => IsInline || Fields.Any(part => part.Type is StructType { HoldsInline: true });

    /// <summary>Are there arrays of real numbers in it, which are storage that it only refers to?</summary>
    public bool HoldsArrays => Leaves().Any(leaf => leaf.Type.IsStorage && leaf.Type.HoldsReal && !leaf.IsInline);

    public bool IsTuple => Name.Length == 0;

    /// <summary>Is it a tuple of one element, for which C# has no words of its own?</summary>
    public bool IsSingle => IsTuple && Fields.Count == 1;

    /// <summary>Can code outside make one from its fields?</summary>
    public bool CanBeMade => Fields.All(part => part.Type is not StructType inner || inner.CanBeMade)
        && (IsTuple || IsNullable || Constructor.Count > 0 || Fields.All(part => part.Write != FieldWrite.None && !part.IsHidden));

    /// <summary>Can code outside read all of its fields?</summary>
    public bool IsOpen => Fields.All(part => !part.IsHidden && (part.Type is not StructType inner || inner.IsOpen));

    public static StructType Tuple(IEnumerable<IrType> elements)
    {
        EquatableArray<Field> fields = elements.Select((type, i) => new Field($"Item{i + 1}", $"Item{i + 1}", type, FieldWrite.Assign, IsHidden: false)).ToEquatableArray();
        return new("", fields, [], fields.All(field => field.Type is ScalarType or OpaqueType { IsIntegral: true } or StructType { IsUnmanaged: true }), StartsFromCode: false);
    }

    /// <summary>An inline array: a struct whose one leaf, without a name, is storage of a fixed length.</summary>
    public static StructType Inline(string name, IrType element, int length, bool isUnmanaged) =>
        new(name, [new Field("", "", new ArrayType(element, 1), FieldWrite.Assign, IsHidden: false)], [], isUnmanaged, StartsFromCode: false) { InlineLength = length };

    /// <summary>A value of the type that may be missing.</summary>
    public static StructType Nullable(string name, IrType value) => new(
        name,
        [new Field(HasValue, HasValue, Boolean, FieldWrite.None, IsHidden: false), new Field("Value", ValueIfAny, value, FieldWrite.None, IsHidden: false)],
        [], IsUnmanaged: value is ScalarType or StructType { IsUnmanaged: true }, StartsFromCode: false)
    { IsNullable = true };

    /// <summary>An array of these, leaf by leaf. The elements of inline arrays stand one behind the other, those of the next array behind those of the one before.</summary>
    public static StructType ArrayOf(StructType each, int rank = 1)
    {
        StructType array = StorageOf(each, element => $"{element}[{new string(',', rank - 1)}]", element => new ArrayType(element, 1)) with { Rank = rank };
        return rank == 1 ? array : array with { Fields = [.. array.Fields, .. Enumerable.Range(0, rank).Select(dimension => new Field(LengthOf(dimension), LengthOf(dimension), Int32, FieldWrite.None, IsHidden: false))] };
    }

    /// <summary>What reads the length of an array of several dimensions in one of them.</summary>
    public static string LengthOf(int dimension) => $"{Length}{dimension})";

    /// <summary>In which dimension does it read the length?</summary>
    public static int DimensionOf(EquatableArray<string> path) => path[path.Count - 1][Length.Length] - '0';

    /// <summary>Does it read such a length?</summary>
    public static bool IsLength(EquatableArray<string> path) => path.Count > 0 && path[path.Count - 1].StartsWith(Length, StringComparison.Ordinal);

    /// <summary>What reads a field, by a name that can be a part of another name.</summary>
    public static string PartOfName(string field) => field == ValueIfAny ? "Value" : field.Replace(Length, "Length").TrimEnd(')');

    /// <summary>The same of a span.</summary>
    public static StructType SpanOf(StructType each, bool isReadOnly) =>
        StorageOf(each, element => $"global::System.{(isReadOnly ? "ReadOnlySpan" : "Span")}<{element}>", element => new SpanType(element, isReadOnly)) with { IsReadOnlySpan = isReadOnly };

    private static StructType StorageOf(StructType each, Func<string, string> name, Func<IrType, IrType> storage) => new(
        name(StructText.NameOf(each)),
        each.Fields.Select(field => field with { Type = field.Type is StructType inner ? StorageOf(inner, name, storage) : storage(each.IsInline ? field.Type.Element! : field.Type) }).ToEquatableArray(),
        [], IsUnmanaged: false, StartsFromCode: false)
    { Each = each };

    /// <summary>The leaves in the order of the fields. Remembered, because every read of an element asks.</summary>
    public EquatableArray<Leaf> Leaves() => _leaves.IsDefault ? _leaves = [.. IsInline ? [new Leaf([""], Fields[0].Type) { IsInline = true }] : Fields.SelectMany(LeavesOf)] : _leaves;

    public Field this[string name] => Fields.First(part => part.Name == name);

    /// <summary>The place among the fields of the one that is read by this name.</summary>
    public int IndexOf(string name) => Fields.TakeWhile(part => part.Name != name).Count();

    /// <summary>The type of what a path leads to from a type.</summary>
    public static IrType At(IrType type, EquatableArray<string> path)
    {
        foreach (string name in path)
            type = ((StructType)type)[name].Type;
        return type;
    }

    /// <summary>The inline array whose elements a path leads to; null where it leads to anything else.</summary>
    public static StructType? InlineAt(IrType type, EquatableArray<string> path) =>
        path.Count > 0 && path[path.Count - 1].Length == 0 && At(type, path.Items.RemoveAt(path.Count - 1)) is StructType { IsInline: true } inline ? inline : null;

    public bool Equals(StructType? other) => ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Fields == other.Fields && Constructor == other.Constructor
            && IsUnmanaged == other.IsUnmanaged && StartsFromCode == other.StartsFromCode && InlineLength == other.InlineLength && IsNullable == other.IsNullable && Each == other.Each && Rank == other.Rank && IsReadOnlySpan == other.IsReadOnlySpan);

    public override int GetHashCode() => unchecked((Name.GetHashCode() * 31) + Fields.Count);

    private static IEnumerable<Leaf> LeavesOf(Field field) => field.Type is StructType inner
        ? inner.Leaves().Select(leaf => leaf with { Path = leaf.Path.Items.Insert(0, field.Name) })
        : [new([field.Name], field.Type)];
}
