using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>
/// Numbers, and arrays, that were gathered from the elements of arrays of structs, and that the member has changed: they go back to where they came from, element by element. So do those that make a new array. What is in the
/// arrays of elements lies where it was.
/// </summary>
/// <param name="Whole">Where they came from: an array, or a struct with arrays in it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Leaves">What is put back, each with the way to it.</param>
internal sealed record PutBack(Expr Whole, IrType Type, IReadOnlyList<(EquatableArray<string> Path, Expr Values)> Leaves)
{
    /// <summary>What of a parameter is put back; null where nothing is.</summary>
    public static PutBack? Of(Variable whole, Part part, IEnumerable<MemberParameter> leaves)
    {
        List<(EquatableArray<string>, Expr)> changed = [.. leaves.Where(leaf => leaf.Part!.IsGathered && (leaf.IsDestination ? leaf.Part.IsCopied : leaf.IsPutBack))
            .Select(leaf => (leaf.Part!.Path, (Expr)new Use(leaf.Variable)))];
        return changed.Count == 0 ? null : new(new Use(whole), LeafArrays.Folded(part.Type), changed);
    }

    /// <summary>A loop over each array, and in it one over each array in its elements.</summary>
    public IEnumerable<Statement> Statements(VariableSupply supply)
    {
        if (!Type.IsStorage)
            return Arrays(Type, path => StructText.Read(Whole, new(path, StructType.At(Type, path))) with { IsPure = false }, values => values).SelectMany(array => InField(array, supply));
        Variable i = supply.New("i", IrType.Int32, VariableRole.Helper);
        EquatableArray<Expr> index = [new Use(i)];
        IEnumerable<Statement> body = Type.Element is ArrayType
            ? new PutBack(new Element(Whole, index), Type.Element, [.. Leaves.Select(leaf => (leaf.Path, (Expr)new Element(leaf.Values, index)))]).Statements(supply)
            : InElement(index, supply);
        return [new For(i, Constant.Of(0), Op.Less, new Length(Whole), 1, new([.. body]))];
    }

    /// <summary>The array in a variable, so that its elements can be written: they are the caller's.</summary>
    private static IEnumerable<Statement> InField(PutBack array, VariableSupply supply)
    {
        Variable named = supply.New("array", array.Type, VariableRole.Helper);
        return [new Assign(named, array.Whole), .. (array with { Whole = new Use(named) }).Statements(supply)];
    }

    private IEnumerable<Statement> InElement(EquatableArray<Expr> index, VariableSupply supply) =>
    [
        .. Leaves.Where(leaf => ArrayOn(Type.Element!, leaf.Path) < 0).Select(leaf => LeafArrays.InlineAt(Type, leaf.Path) is { } inline
            ? new Store(Whole, index, StructText.MakeInline(inline, leaf.Values, index[0]), leaf.Path.Items.RemoveAt(leaf.Path.Count - 1))
            : new Store(Whole, index, new Element(leaf.Values, index), leaf.Path)),
        .. Arrays(Type.Element!, path => new Element(Whole, index, path), values => new Element(values, index)).SelectMany(array => array.Statements(supply)),
    ];

    /// <summary>The arrays in a struct.</summary>
    private IEnumerable<PutBack> Arrays(IrType type, Func<EquatableArray<string>, Expr> arrayAt, Func<Expr, Expr> valuesIn) => Leaves
        .Select(leaf => (leaf.Path, leaf.Values, Length: ArrayOn(type, leaf.Path)))
        .Where(leaf => leaf.Length >= 0)
        .GroupBy(leaf => (EquatableArray<string>)leaf.Path.Items.RemoveRange(leaf.Length, leaf.Path.Count - leaf.Length))
        .Select(group => new PutBack(
            arrayAt(group.Key), StructType.At(type, group.Key),
            [.. group.Select(leaf => ((EquatableArray<string>)leaf.Path.Items.RemoveRange(0, leaf.Length), valuesIn(leaf.Values)))]));

    /// <summary>How many names lead to the first array of structs on the way; -1 where there is none.</summary>
    private static int ArrayOn(IrType type, EquatableArray<string> path)
    {
        for (int i = 0; i < path.Count && type is StructType whole; i++)
        {
            type = whole[path[i]].Type;
            if (LeafArrays.Are(type))
                return i + 1;
        }
        return -1;
    }
}
