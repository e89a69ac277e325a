namespace Differentiable.Generators.Ir;

/// <summary>The scalar types that the intermediate representation computes with.</summary>
internal enum ScalarKind
{
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Half,
    Single,
    Double,

    /// <summary>A type parameter, see <see cref="TypeParameter"/>.</summary>
    Parameter,
}

/// <summary>A type of the intermediate representation. Compares by value; holds no symbols.</summary>
internal abstract record IrType
{
    public static readonly ScalarType Boolean = new(ScalarKind.Boolean);
    public static readonly ScalarType Int32 = new(ScalarKind.Int32);
    public static readonly ScalarType Int64 = new(ScalarKind.Int64);
    public static readonly ScalarType Half = new(ScalarKind.Half);
    public static readonly ScalarType Single = new(ScalarKind.Single);
    public static readonly ScalarType Double = new(ScalarKind.Double);

    /// <summary>Is this a floating-point number, or a type parameter that stands for one?</summary>
    public bool IsReal => this is ScalarType { Kind: >= ScalarKind.Half };

    public bool IsInteger => this is ScalarType { Kind: > ScalarKind.Boolean and < ScalarKind.Half };

    /// <summary>Is it a real type without literals, whose numbers the emitted code has to make: <c>Half</c>, a type parameter?</summary>
    public bool IsWithoutLiterals => this is ScalarType { Kind: ScalarKind.Half or ScalarKind.Parameter };

    /// <summary>Is it kept by reference: an object that never changes, or of other code's?</summary>
    public bool IsKeptByReference => IsObject || this is OpaqueType { IsReference: true };

    /// <summary>Is this storage with elements: an array or a span?</summary>
    public bool IsStorage => this is ArrayType or SpanType;

    /// <summary>Is it an object that is kept by reference, and never changes?</summary>
    public bool IsObject => this is TensorType || this == TensorType.Shape || this is OpaqueType other && TensorType.IsNameOfTensor(other.Name);

    /// <summary>May its elements be written through a variable of this type?</summary>
    public bool IsWritable => this is ArrayType or SpanType { IsReadOnly: false };

    /// <summary>Is this a span, or an array of one dimension whose elements are no storage: what can be a span?</summary>
    public bool IsVector => this is SpanType or ArrayType { Rank: 1, ElementType.IsStorage: false };

    /// <summary>How many arrays deep storage is: two for <c>double[][]</c>, and for an array of structs with arrays of numbers in them.</summary>
    public int Depth => this switch
    {
        { Element: { } element } => 1 + element.Depth,
        StructType { IsInline: false } whole => whole.Fields.Select(part => part.Type.Depth).DefaultIfEmpty(0).Max(),
        _ => 0,
    };

    /// <summary>The element type of storage of one step: <c>double[]</c> for <c>double[][]</c>.</summary>
    public IrType? Element => this switch
    {
        ArrayType array => array.ElementType,
        SpanType span => span.ElementType,
        _ => null,
    };

    /// <summary>The type at the bottom: <c>double</c> for <c>double[][]</c> and for <c>double</c>.</summary>
    public IrType Leaf => Element?.Leaf ?? this;

    /// <summary>Has a value of this type an adjoint of its own: is it a real number, or a tensor of such?</summary>
    public bool HasAdjoint => IsReal || this is TensorType;

    /// <summary>Can this type, or what it stores, carry a derivative?</summary>
    public bool HoldsReal => Leaf is StructType whole ? whole.Fields.Any(part => part.Type.HoldsReal) : Leaf.HasAdjoint;

    /// <summary>Are several real numbers side by side in each place of it?</summary>
    public bool IsWide => Leaf is ScalarType { IsWide: true };

    /// <summary>The same with one real number, or with several, in each place.</summary>
    public IrType WithWidth(bool isWide) => this switch
    {
        ScalarType { IsReal: true } scalar => scalar with { IsWide = isWide },
        ArrayType array => array with { ElementType = array.ElementType.WithWidth(isWide) },
        SpanType span => span with { ElementType = span.ElementType.WithWidth(isWide) },
        _ => this,
    };

    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>A built-in number or Boolean, or a <see cref="TypeParameter"/>.</summary>
internal record ScalarType(ScalarKind Kind) : IrType
{
    /// <summary>
    /// Are there several real numbers side by side in it, one for each of several directions? Then it is a <c>Vector256&lt;double&gt;</c> or a
    /// <c>Vector128&lt;float&gt;</c>.
    /// </summary>
    public new bool IsWide { get; init; }
}

/// <summary>An array: rank 2 for <c>T[,]</c>, 3 for <c>T[,,]</c>; jagged arrays are arrays of arrays.</summary>
internal sealed record ArrayType(IrType ElementType, int Rank) : IrType
{
    /// <summary>The lengths of such an array in each dimension.</summary>
    public EquatableArray<Expr> LengthsOf(Expr array) => Enumerable.Range(0, Rank).Select(dimension => (Expr)new Length(array, dimension)).ToEquatableArray();
}

/// <summary><c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>.</summary>
internal sealed record SpanType(IrType ElementType, bool IsReadOnly) : IrType;

/// <summary>Any other type, named as C# writes it (enums, strings, exceptions, the runtime's own). Never carries a derivative.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsIntegral">Does it convert to a <c>long</c> and back: an enum, a character?</param>
internal sealed record OpaqueType(string Name, bool IsIntegral = false) : IrType
{
    /// <summary>How many places of 8 bytes its values take at most, where they can be kept by value: structs without references; else none.</summary>
    public int Slots { get; init; }

    /// <summary>May its values change where they lie: structs, and type parameters that one may stand for?</summary>
    public bool IsStruct { get; init; }

    /// <summary>Are its values references to objects: texts, and whatever other code makes?</summary>
    public bool IsReference { get; init; }

    /// <summary>Are its values kept neither as a number nor by value?</summary>
    public bool IsNeverKept => !IsIntegral && Slots == 0;

    /// <summary>The name says which type it is; not all who name one know what it takes.</summary>
    public bool Equals(OpaqueType? other) => other is not null && Name == other.Name && IsIntegral == other.IsIntegral;

    public override int GetHashCode() => Name.GetHashCode();
}

/// <summary>
/// <c>Tensor&lt;T&gt;</c> of real numbers. A tensor never changes, so that it is a value like a number, and its adjoint is a tensor, too: null stands for zeros.
/// </summary>
internal sealed record TensorType(ScalarType Number) : IrType
{
    /// <summary>The type of the lengths along its axes.</summary>
    public static readonly OpaqueType Shape = new("global::Differentiable.Tensors.Shape");

    /// <summary>Is it what a tensor is called, also one of integers or of Booleans?</summary>
    public static bool IsNameOfTensor(string name) => name.StartsWith("global::Differentiable.Tensors.Tensor<", StringComparison.Ordinal) && name.EndsWith(">", StringComparison.Ordinal);

    /// <summary>Its name from <c>global::</c> on.</summary>
    public string Name => $"global::Differentiable.Tensors.Tensor<{(Number.Kind == ScalarKind.Half ? "global::System.Half" : ScalarNames.Of(Number))}>";
}
