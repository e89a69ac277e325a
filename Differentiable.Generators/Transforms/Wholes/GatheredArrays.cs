using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>
/// The arrays of structs that a member is given, of which it has copies of all leaves. Where it writes one, none of the others may be the same: the copies would not know. Where there are arrays in the
/// elements, those tell the arrays apart.
/// </summary>
internal sealed class GatheredArrays
{
    private readonly List<(Expr Array, IrType Type, string Name, bool IsWritten)> _arrays = [];

    /// <summary>Adds those in a parameter.</summary>
    public void Add(Variable whole, Part part, List<MemberParameter> leaves)
    {
        foreach (IGrouping<EquatableArray<string>, MemberParameter> group in leaves.Where(leaf => leaf.Part!.IsGathered).GroupBy(leaf => leaf.Part!.ArrayAround!.Value))
        {
            if (!group.All(leaf => leaf.Part!.IsCopied))
                continue;
            IrType type = LeafArrays.Folded(StructType.At(part.Type, group.Key));
            Expr array = group.Key.Count == 0 ? new Use(whole) : StructText.Read(new Use(whole), new(group.Key, type));
            _arrays.Add((array, type, string.Join(".", group.Key.Prepend(part.Whole)), group.Any(leaf => leaf.IsDestination || leaf.IsPutBack)));
        }
    }

    /// <summary>Says which are one.</summary>
    public IEnumerable<Statement> Checks() =>
        from i in Enumerable.Range(0, _arrays.Count)
        from j in Enumerable.Range(i + 1, _arrays.Count - i - 1)
        let written = _arrays[j].IsWritten ? _arrays[j] : _arrays[i]
        let other = _arrays[j].IsWritten ? _arrays[i] : _arrays[j]
        where written.IsWritten && written.Type.Leaf == other.Type.Leaf
        let element = StructText.NameOf(written.Type.Leaf)
        select new Evaluate(Opaque.Check([$"Destination.RequireDisjoint<{element}, {element}>(", ", ", $", \"{written.Name}\", \"{other.Name}\")"], [written.Array, other.Array]));
}
