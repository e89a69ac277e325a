using System.Collections.Immutable;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Loops over the real numbers in storage, those in the fields of structs among them, in the order in which a matrix has its rows or columns.</summary>
/// <param name="supply">Makes the counters.</param>
/// <param name="first">The row or column of the first of them.</param>
/// <param name="visit">What is done with each, given its row or column.</param>
internal sealed class EachNumber(VariableSupply supply, Expr first, Func<Element, Expr, Statement> visit)
{
    /// <summary>The real fields of an element, or the element itself.</summary>
    public static List<Leaf> LeavesOf(IrType storage) => [.. Leaf.Of(storage.Leaf).Where(leaf => leaf.Type.IsReal)];

    public IEnumerable<Statement> In(Expr storage)
    {
        List<Leaf> leaves = LeavesOf(storage.Type);
        if (storage.Type.IsVector)
            return [Loop(storage, 0, i => At(storage, [i], leaves, Stack.Plus(first, Stack.Times(i, leaves.Count))))];
        Variable at = supply.New("at", IrType.Int32, VariableRole.Helper);
        return [new Assign(at, first), Nest(storage, leaves, at)];
    }

    private For Nest(Expr storage, List<Leaf> leaves, Variable at) => storage.Type switch
    {
        ArrayType { Rank: > 1 } array => Nest(storage, array.Rank, [], leaves, at),
        { Element.IsStorage: true } => Loop(storage, 0, i => [Nest(new Element(storage, [i]), leaves, at)]),
        _ => Loop(storage, 0, i => Counted(storage, [i], leaves, at)),
    };

    private For Nest(Expr storage, int rank, ImmutableArray<Expr> indices, List<Leaf> leaves, Variable at) => Loop(storage, indices.Length, i => indices.Length == rank - 1
        ? Counted(storage, indices.Add(i).ToEquatableArray(), leaves, at)
        : [Nest(storage, rank, indices.Add(i), leaves, at)]);

    private List<Statement> Counted(Expr storage, EquatableArray<Expr> indices, List<Leaf> leaves, Variable at) =>
    [
        .. At(storage, indices, leaves, new Use(at)),
        new Assign(at, new Apply(Op.Add, IrType.Int32, [new Use(at), Constant.Of(leaves.Count)])),
    ];

    private List<Statement> At(Expr storage, EquatableArray<Expr> indices, List<Leaf> leaves, Expr at) =>
        [.. leaves.Select((leaf, k) => visit(new Element(storage, indices, leaf.Path), Stack.Plus(at, Constant.Of(k))))];

    private For Loop(Expr storage, int dimension, Func<Use, List<Statement>> round)
    {
        Variable counter = supply.New("i", IrType.Int32, VariableRole.Helper);
        return new(counter, Constant.Of(0), Op.Less, LengthOf(storage, dimension), 1, new(round(new Use(counter))));
    }

    /// <summary>A row of a jagged array may be null.</summary>
    private static Expr LengthOf(Expr storage, int dimension) => storage is Element
        ? new Opaque(IrType.Int32, ["", storage.Type is ArrayType { Rank: > 1 } ? $"?.GetLength({dimension}) ?? 0" : "?.Length ?? 0"], [storage], IsPure: true)
        : new Length(storage, storage.Type is ArrayType { Rank: > 1 } ? dimension : null);
}
