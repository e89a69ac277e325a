using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;

namespace Differentiable.Generators.Lowering.ArraysOfStructs;

/// <summary>The elements of an inline array that lies in an element of storage: so many one behind the other in the array of that leaf.</summary>
/// <param name="Leaf">The array of the leaf.</param>
/// <param name="Index">Which element of the storage.</param>
/// <param name="Length">How many elements the inline array has.</param>
internal sealed record InlineRow(Expr Leaf, Expr Index, int Length)
{
    private const string Runtime = "global::Differentiable.Runtime.InlineArrays.";

    /// <summary>Where an element of the row lies.</summary>
    /// <param name="index">Which.</param>
    /// <param name="isWithin">Is it known to be one of them? Else that is checked, since behind the row come the elements of another.</param>
    public EquatableArray<Expr> At(Expr index, bool isWithin) => [Fold.Add(Fold.Multiply(Index, Length), isWithin ? index : Checked(index, Constant.Of(Length)))];

    /// <summary>A span over the row.</summary>
    public Slice As(SpanType type) => new(type, Leaf, Fold.Multiply(Index, Length), Constant.Of(Length));

    /// <summary>The same inside of an expression.</summary>
    public Opaque AsText()
    {
        var type = new SpanType(Leaf.Type.Element!, IsReadOnly: true);
        return new(type, [$"{Runtime}Row<{StructText.NameOf(type.ElementType)}>(", ", ", $", {Length})"], [Leaf, Index], IsPure: true);
    }

    /// <summary>An index that is one of so many.</summary>
    public static Expr Checked(Expr index, Expr length) => (index, length) is (Constant, Constant) ? index : new Opaque(IrType.Int32, [$"{Runtime}Index(", ", ", ")"], [index, length], IsPure: true);
}
