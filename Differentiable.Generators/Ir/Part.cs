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

    /// <summary>Is it a leaf of the elements of an array of structs, gathered in an array of its own?</summary>
    public bool IsGathered
    {
        get
        {
            StructType? around = Type;
            for (int i = 0; i < Path.Count && around is { Each: null }; i++)
                around = around[Path[i]].Type as StructType;
            return around is { Each: not null };
        }
    }

    /// <summary>The path in the names that are declared, where those of a tuple's elements are others; empty where they are not known.</summary>
    public EquatableArray<string> Declared { get; init; } = [];

    /// <summary>What it is called in messages: <c>layer.Weights</c>.</summary>
    public string Display => string.Join(".", (Declared.Count > 0 ? Declared : Path).Where(name => name.Length > 0).Prepend(Whole));

    /// <summary>The number of elements, where the leaf is those of an inline array.</summary>
    public int? InlineLength => Path.Count > 0 && Path[Path.Count - 1].Length == 0
        ? ((StructType)StructType.At(Type, Path.Items.RemoveAt(Path.Count - 1))).InlineLength
        : null;
}
