using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Elements of storage that are written whole: of structs, leaf by leaf.</summary>
internal static class StructStorage
{
    public static void Store(LoweringContext context, Expr storage, EquatableArray<Expr> indices, Expr value)
    {
        foreach ((Leaf leaf, Expr part) in Leaf.Of(storage.Type.Element!).Zip(StructValues.Leaves(value), (leaf, part) => (leaf, part)))
            context.Add(new Store(storage, indices, part, leaf.Path));
    }

    /// <summary>Copies an element.</summary>
    public static void Copy(LoweringContext context, Expr from, EquatableArray<Expr> place, Expr to, EquatableArray<Expr> target)
    {
        foreach (Leaf leaf in Leaf.Of(to.Type.Element!))
            context.Add(new Store(to, target, new Element(from, place, leaf.Path), leaf.Path));
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
