using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Reversal;

/// <summary>Adds adjoints of storage to adjoints of storage: by a call of the runtime where the elements are numbers, leaf by leaf where they are structs or tensors.</summary>
internal static class ShadowSums
{
    /// <param name="supply">Makes counters.</param>
    /// <param name="from">What is added. Nothing at all stands for zeros.</param>
    /// <param name="to">What it is added to.</param>
    public static Statement Add(VariableSupply supply, Expr from, Expr to)
    {
        if (to.Type.Leaf is StructType or TensorType)
            return ForEach(supply, from, to);
        return RuntimeCalls.AddAll(from, to);
    }

    private static Statement ForEach(VariableSupply supply, Expr from, Expr to)
    {
        int rank = from.Type is ArrayType array ? array.Rank : 1;
        Variable[] counters = [.. Enumerable.Range(0, rank).Select(i => supply.New(i == 0 ? "i" : "j", IrType.Int32, VariableRole.Helper))];
        EquatableArray<Expr> place = counters.Select(counter => (Expr)new Use(counter)).ToEquatableArray();
        Block body = to.Type.Element!.IsStorage
            ? new([ForEach(supply, new Element(from, place), new Element(to, place))])
            : new([.. Leaf.Of(to.Type.Element).Where(leaf => leaf.Type.HasAdjoint).Select(leaf => Add(from, to, place, leaf))]);
        for (int i = rank - 1; i >= 0; i--)
            body = new([new For(counters[i], Constant.Of(0), Op.Less, new Length(from, rank == 1 ? null : i), 1, body)]);
        return body.Statements[0];
    }

    private static Store Add(Expr from, Expr to, EquatableArray<Expr> place, Leaf leaf)
    {
        var sum = new Element(to, place, leaf.Path);
        return new(to, place, new Apply(Op.Add, leaf.Type, [sum, new Element(from, place, leaf.Path)]), leaf.Path);
    }
}
