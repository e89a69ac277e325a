using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Structs;

namespace Differentiable.Generators.Lowering.ArraysOfStructs;

/// <summary>Elements of storage that are written whole: of structs, leaf by leaf.</summary>
internal static class StructStorage
{
    public static void Store(LoweringContext context, Expr storage, EquatableArray<Expr> indices, Expr value)
    {
        foreach ((Leaf leaf, Expr part) in Leaf.Of(storage.Type.Element!).Zip(StructValues.Leaves(value), (leaf, part) => (leaf, part)))
            Store(context, storage, indices, leaf, part);
    }

    /// <summary>Copies an element.</summary>
    public static void Copy(LoweringContext context, Expr from, EquatableArray<Expr> place, Expr to, EquatableArray<Expr> target)
    {
        foreach (Leaf leaf in Leaf.Of(to.Type.Element!))
            Store(context, to, target, leaf, new Element(from, place, leaf.Path));
    }

    private static void Store(LoweringContext context, Expr storage, EquatableArray<Expr> indices, Leaf leaf, Expr part)
    {
        if (leaf.IsInline)
            InlineArrays.Write(context, storage, indices, leaf.Path, part);
        else
            context.Add(new Store(storage, indices, part, leaf.Path));
    }

    /// <summary>New storage with these structs.</summary>
    public static Expr WithElements(LoweringContext context, IrType type, Expr[] elements, bool onStack)
    {
        Use made = context.Save(new NewStorage(type, [Constant.Of(elements.Length)], [], onStack), "elements");
        for (int i = 0; i < elements.Length; i++)
            Store(context, made, [Constant.Of(i)], elements[i]);
        return made;
    }
}
