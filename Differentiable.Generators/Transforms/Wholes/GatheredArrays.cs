using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>
/// The arrays of structs that a member is given, of which it has copies of all leaves. Where it writes one, none of the others may be the same: the copies would not know. Where there are arrays in the
/// elements, those tell the arrays apart.
/// </summary>
internal sealed class GatheredArrays
{
    private readonly List<Gathered> _arrays = [];

    /// <summary>Adds those in a parameter.</summary>
    public void Add(Variable whole, Part part, List<MemberParameter> leaves)
    {
        foreach (IGrouping<EquatableArray<string>, MemberParameter> group in leaves.Where(leaf => leaf.Part!.IsGathered).GroupBy(leaf => leaf.Part!.ArrayAround!.Value))
        {
            bool isWritten = group.Any(leaf => leaf.IsDestination || leaf.IsPutBack), isCopied = group.All(leaf => leaf.Part!.IsCopied);
            var type = (StructType)StructType.At(part.Type, group.Key);
            foreach (EquatableArray<string> path in LeafArrays.ArraysIn(type))
            {
                EquatableArray<string> at = group.Key.Items.AddRange(path);
                IrType array = LeafArrays.Gathered(type, path);
                Expr read = at.Count == 0 ? new Use(whole) : StructText.Read(new Use(whole), part.Type, new(at, array));
                _arrays.Add(new(read, array, string.Join(".", at.Prepend(part.Whole)), string.Join(".", at.Prepend(part.Primal)), isWritten, isCopied)
                {
                    IsChecked = HasSeveralDimensions(array) || path.Count == 0 && (RuntimeCalls.IsJagged(array) || LeafArrays.ArraysIn(type).Skip(1).Any()),
                });
            }
        }
    }

    /// <summary>Says which are one.</summary>
    public IEnumerable<Statement> Checks() =>
    [
        .. from derivative in _arrays
           from primal in _arrays
           where derivative.Name != derivative.Primal && derivative.Primal == primal.Name && derivative.IsChecked
           select new Evaluate(derivative.HasShapeOf(primal)),
        .. from array in _arrays
           where array.IsWritten && RuntimeCalls.IsJagged(array.Type)
           select new Evaluate(Opaque.Check([$"Destination.RequireDistinctRows<{array.Element}>(", $", \"{array.Name}\")"], [array.Read])),
        .. from i in Enumerable.Range(0, _arrays.Count)
           from j in Enumerable.Range(i + 1, _arrays.Count - i - 1)
           let written = _arrays[j].IsWritten ? _arrays[j] : _arrays[i]
           let other = _arrays[j].IsWritten ? _arrays[i] : _arrays[j]
           where written.IsWritten && written.IsCopied && other.IsCopied && written.Type.Leaf == other.Type.Leaf
           select new Evaluate(Opaque.Check([$"Destination.RequireDisjoint<{written.Element}, {written.Element}>(", ", ", $", \"{written.Name}\", \"{other.Name}\")"], [written.Read, other.Read])),
    ];

    private static bool HasSeveralDimensions(IrType type) => type is ArrayType { Rank: > 1 } || type.Element is { } element && HasSeveralDimensions(element);

    /// <summary>An array of structs, or those in the elements of one.</summary>
    /// <param name="Read">What reads it.</param>
    /// <param name="Type">Its type: of arrays in elements, an array of arrays.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="Primal">What that is called which it is the derivative of; its own name if it is none.</param>
    /// <param name="IsWritten">Does the member write it?</param>
    /// <param name="IsCopied">Has the member copies of all leaves?</param>
    private sealed record Gathered(Expr Read, IrType Type, string Name, string Primal, bool IsWritten, bool IsCopied)
    {
        public string Element => StructText.NameOf(Type.Leaf);

        /// <summary>Is its shape checked before its leaves are read: have these another, or are some read from arrays in elements, which may be missing where there is an element too many?</summary>
        public bool IsChecked { get; init; }

        /// <summary>Checks that it has the shape of another.</summary>
        public Opaque HasShapeOf(Gathered other) => Type switch
        {
            ArrayType { Rank: > 1 } or ArrayType { ElementType: ArrayType } =>
                Opaque.Check([$"Destination.RequireSameShape<{Element}, {other.Element}>(", ", ", $", \"{Name}\")"], [Read, other.Read]),
            _ => Opaque.Check([$"Destination.RequireLength<{Element}>(", ", ", $"{(other.Type is SpanType ? ".Length" : "?.Length ?? 0")}, \"{Name}\")"], [Read, other.Read]),
        };
    }
}
