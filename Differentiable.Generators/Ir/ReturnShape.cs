namespace Differentiable.Generators.Ir;

/// <summary>What a method returns: no component, one, or one for each element of a tuple or leaf of a struct.</summary>
/// <param name="Components">The types of the components.</param>
/// <param name="Names">The tuple's element names, or <c>Item1</c> … where it has none.</param>
/// <param name="IsTuple">Is it a tuple or another struct?</param>
internal sealed record ReturnShape(EquatableArray<IrType> Components, EquatableArray<string> Names, bool IsTuple)
{
    public static ReturnShape Void => new([], [], false);

    /// <summary>For each component the struct that it is a leaf of; empty where there are only scalars and storage.</summary>
    public EquatableArray<Part?> Parts { get; init; }

    public bool IsVoid => Components.Count == 0;

    /// <summary>Does the element of the tuple, or the struct, that the component is a leaf of hold a real number?</summary>
    public bool IsOfReal(int component)
    {
        if (Parts.Count == 0 || Parts[component] is not { } part)
            return Components[component].HoldsReal;
        return (part.Type.IsTuple ? part.Type[part.Path[0]].Type : part.Type).HoldsReal;
    }

    /// <summary>A type that holds several components: none, the one itself, or a tuple.</summary>
    public static ReturnShape Of(IEnumerable<(IrType Type, string Name)> components)
    {
        List<(IrType Type, string Name)> list = [.. components];
        return new(
            list.Select(item => item.Type).ToEquatableArray(),
            list.Select((item, i) => FreeName.Like(item.Name, name => IsReserved(name, i))).ToEquatableArray(),
            list.Count > 1);
    }

    /// <summary>Names that C# does not let the element of a tuple have, <c>Item3</c> other than for the third among them.</summary>
    private static bool IsReserved(string name, int position) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct"
        || (name.StartsWith("Item", StringComparison.Ordinal) && name.Skip(4).All(char.IsDigit) && name.Length > 4 && name != $"Item{position + 1}");
}
