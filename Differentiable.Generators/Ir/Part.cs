namespace Differentiable.Generators.Ir;

/// <summary>
/// That a parameter or a component of a result is a leaf of a struct. Everything between lowering and the public members knows leaves only; those take
/// and return structs whole.
/// </summary>
/// <param name="Whole">The name of the struct's parameter or component.</param>
/// <param name="Type">Its type.</param>
/// <param name="TypeName">Its type as C# writes it, with the names of tuple elements.</param>
/// <param name="Path">Where in it the leaf is.</param>
internal sealed record Part(string Whole, StructType Type, string TypeName, EquatableArray<string> Path)
{
    /// <summary>What the struct is the tangent or the adjoint of, by its name: where a value is missing there, it is missing here. Itself if it is neither.</summary>
    public string Primal { get; init; } = Whole;

    /// <summary>Does it say whether a value is there?</summary>
    public bool IsPresence => Path.Count > 0 && Path[Path.Count - 1] == StructType.HasValue
        && StructType.At(Type, Path.Items.RemoveAt(Path.Count - 1)) is StructType { IsNullable: true };

    /// <summary>Has the struct arrays of real numbers in it, so that its derivative goes into a struct that the caller gives?</summary>
    public bool HasDestination => Type.HoldsArrays;

    /// <summary>The same where it is a result: of a span, an array.</summary>
    public Part AsResult() => Type is { Each: { } each, IsReadOnlySpan: not null } ? this with { Type = StructType.ArrayOf(each), TypeName = ElementName + "[]" } : this;

    /// <summary>The same where it is a tangent or an adjoint: a span, if nothing in the elements lies elsewhere.</summary>
    /// <param name="isWritten">Is the derivative written there?</param>
    public Part AsDerivative(bool isWritten) => Type is { Each: { } each, Rank: 1 } && (Type.IsReadOnlySpan is not null || Type.Leaves().All(leaf => !leaf.Type.Element!.IsStorage))
        ? this with { Type = StructType.SpanOf(each, !isWritten), TypeName = $"global::System.{(isWritten ? "" : "ReadOnly")}Span<{ElementName}>" }
        : this;

    /// <summary>The elements of an array or a span of structs, as C# writes them.</summary>
    private string ElementName => Type.IsReadOnlySpan is null ? TypeName.Substring(0, TypeName.LastIndexOf('[')) : TypeName.Substring(TypeName.IndexOf('<') + 1, TypeName.LastIndexOf('>') - TypeName.IndexOf('<') - 1);

    /// <summary>Is it a leaf of the elements of an array of structs, gathered in an array of its own?</summary>
    public bool IsGathered => ArrayAround is not null;

    /// <summary>Are all of its numbers copies, gathered from elements, and none in arrays of the elements themselves?</summary>
    public bool IsCopied
    {
        get
        {
            if (StructType.IsLength(Path))
                return true;
            StructType around = LeafArrays.Innermost(Type);
            foreach (string name in Path)
            {
                if (around[name].Type is not StructType inner)
                    return IsGathered && (around.IsInline || !around[name].Type.IsStorage);
                around = LeafArrays.Innermost(inner);
            }
            return IsGathered;
        }
    }

    /// <summary>The way to the array of structs of whose elements it is a leaf; null where it is none.</summary>
    public EquatableArray<string>? ArrayAround
    {
        get
        {
            StructType? around = Type;
            int i = 0;
            for (; i < Path.Count && around is { Each: null }; i++)
                around = around[Path[i]].Type as StructType;
            return around is { Each: not null } ? Path.Items.RemoveRange(i, Path.Count - i) : null;
        }
    }

    /// <summary>The path in the names that are declared, where those of a tuple's elements are others; empty where they are not known.</summary>
    public EquatableArray<string> Declared { get; init; } = [];

    /// <summary>What it is called in messages: <c>layer.Weights</c>.</summary>
    public string Display => string.Join(".", (Declared.Count > 0 ? Declared : Path).Where(name => name.Length > 0).Prepend(Whole));

    /// <summary>The number of elements, where the leaf is those of an inline array.</summary>
    public int? InlineLength => StructType.InlineAt(Type, Path)?.InlineLength;
}
