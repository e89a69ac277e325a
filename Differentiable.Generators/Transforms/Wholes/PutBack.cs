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
    /// <summary>Are the arrays in it still to be made?</summary>
    public bool IsMade { get; init; }

    /// <summary>How many elements there are in each dimension.</summary>
    public EquatableArray<Expr> Lengths
    {
        get
        {
            if (Type is ArrayType { Rank: > 1 and var rank })
                return Enumerable.Range(0, rank).Select(dimension => Leaves.First(leaf => leaf.Path.SequenceEqual([StructType.LengthOf(dimension)])).Values).ToEquatableArray();
            (int width, Expr values) = Leaves.Select(leaf => (LeafArrays.WidthOf(Type, leaf.Path), leaf.Values)).OrderBy(leaf => leaf.Item1).First();
            return [width == 1 ? new Length(values) : new Apply(Op.Divide, IrType.Int32, [new Length(values), Constant.Of(width)])];
        }
    }

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
        int rank = Type is ArrayType array ? array.Rank : 1;
        Variable[] counters = [.. Enumerable.Range(0, rank).Select(_ => supply.New("i", IrType.Int32, VariableRole.Helper))];
        EquatableArray<Expr> index = counters.Select(counter => (Expr)new Use(counter)).ToEquatableArray();
        IEnumerable<Statement> body = Type.Element is ArrayType
            ? InPlace(this with { Whole = new Element(Whole, index), Type = Type.Element, Leaves = [.. Leaves.Select(leaf => (leaf.Path, (Expr)new Element(leaf.Values, index)))] }, supply)
            : InElement(index, supply);
        for (int i = rank - 1; i >= 0; i--)
            body = [new For(counters[i], Constant.Of(0), Op.Less, new Length(Whole, rank == 1 ? null : i), 1, new([.. body]))];
        return body;
    }

    /// <summary>The array in a variable, so that its elements can be written: they are the caller's.</summary>
    private static IEnumerable<Statement> InField(PutBack array, VariableSupply supply)
    {
        Variable named = supply.New("array", array.Type, VariableRole.Helper);
        return [new Assign(named, array.Whole), .. (array with { Whole = new Use(named) }).Statements(supply)];
    }

    private IEnumerable<Statement> InElement(EquatableArray<Expr> index, VariableSupply supply)
    {
        Expr place = PlaceOf(index);
        return
        [
            .. Leaves.Where(leaf => ArrayOn(Type.Element!, leaf.Path) < 0 && !StructType.IsLength(leaf.Path)).Select(leaf => LeafArrays.InlineAt(Type, leaf.Path) is { } inline
                ? new Store(Whole, index, StructText.MakeInline(inline, leaf.Values, place), leaf.Path.Items.RemoveAt(leaf.Path.Count - 1))
                : new Store(Whole, index, new Element(leaf.Values, [place]), leaf.Path)),
            .. Arrays(Type.Element!, path => new Element(Whole, index, path), values => new Element(values, [place])).SelectMany(array => InPlace(array, supply)),
        ];
    }

    /// <summary>Where in the arrays of the leaves an element is.</summary>
    private Expr PlaceOf(EquatableArray<Expr> index) => index.Select((counter, dimension) => (counter, dimension))
        .Aggregate((Expr)Constant.Of(0), (place, next) => next.dimension == 0 ? next.counter
            : new Apply(Op.Add, IrType.Int32, [new Apply(Op.Multiply, IrType.Int32, [place, new Length(Whole, next.dimension)]), next.counter]));

    /// <summary>What is in an array that is an element, or lies in one.</summary>
    private static IEnumerable<Statement> InPlace(PutBack array, VariableSupply supply)
    {
        var place = (Element)array.Whole;
        IEnumerable<Statement> made = array.IsMade ? [new Store(place.Storage, place.Indices, new NewStorage(array.Type, array.Lengths, [], OnStack: false), place.Path)] : [];
        return [.. made, .. array.Statements(supply)];
    }

    /// <summary>The arrays in a struct.</summary>
    private IEnumerable<PutBack> Arrays(IrType type, Func<EquatableArray<string>, Expr> arrayAt, Func<Expr, Expr> valuesIn) => Leaves
        .Select(leaf => (leaf.Path, leaf.Values, Length: ArrayOn(type, leaf.Path)))
        .Where(leaf => leaf.Length >= 0)
        .GroupBy(leaf => (EquatableArray<string>)leaf.Path.Items.RemoveRange(leaf.Length, leaf.Path.Count - leaf.Length))
        .Select(group => new PutBack(
            arrayAt(group.Key), StructType.At(type, group.Key),
            [.. group.Select(leaf => ((EquatableArray<string>)leaf.Path.Items.RemoveRange(0, leaf.Length), valuesIn(leaf.Values)))])
        { IsMade = IsMade });

    /// <summary>How many names lead to the first array of structs on the way; -1 where there is none.</summary>
    private static int ArrayOn(IrType type, EquatableArray<string> path)
    {
        bool isLengthOfItself = path.Count == 1 && StructType.IsLength(path);
        for (int i = 0; i < path.Count && type is StructType whole && !isLengthOfItself; i++)
        {
            type = whole[path[i]].Type;
            if (LeafArrays.Are(type))
                return i + 1;
        }
        return -1;
    }
}
