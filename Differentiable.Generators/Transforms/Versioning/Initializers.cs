using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>Spells the initializers of new storage out as stores.</summary>
internal sealed class Initializers(VariableSupply supply)
{
    public static VersionedFunction Run(VersionedFunction function, VariableSupply supply) =>
        function with { Body = new Initializers(supply).SpellOut(function.Body) };

    private Block SpellOut(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            if (statement is Assign { Value: NewStorage { Elements.Count: > 0 } made } assign)
                SpellOut(assign, made, code);
            else if (statement is Store { Value: NewStorage { Elements.Count: > 0 } row } store)
                SpellOut(store, row, code);
            else
                code.Add(statement.MapBlocks(SpellOut));
        }
        return new(code);
    }

    private static void SpellOut(Assign assign, NewStorage made, List<Statement> code)
    {
        code.Add(assign with { Value = Empty(made) });
        AddStores(new Use(assign.Target), made, made.Elements, assign.Note, code);
    }

    /// <summary>The elements of a row may read the row whose place it takes, so they are evaluated first.</summary>
    private void SpellOut(Store store, NewStorage made, List<Statement> code)
    {
        Expr[] indices = [.. store.Indices.Select(index => Named(index, store.Note, code))];
        Expr[] elements = [.. made.Elements.Select(element => Named(element, store.Note, code))];
        code.Add(store with { Indices = indices, Value = Empty(made) });
        AddStores(new Element(store.Storage, indices), made, elements, store.Note, code);
    }

    private Expr Named(Expr value, string? note, List<Statement> code)
    {
        if (value is Constant or Use)
            return value;
        Variable variable = supply.New("e", value.Type, VariableRole.Temporary);
        code.Add(new Assign(variable, value) { Note = note });
        return new Use(variable);
    }

    private static NewStorage Empty(NewStorage made) => made with { Lengths = LengthsOf(made), Elements = [] };

    private static EquatableArray<Expr> LengthsOf(NewStorage made) => made.Lengths.Count > 0 ? made.Lengths : [Constant.Of(made.Elements.Count)];

    private static void AddStores(Expr storage, NewStorage made, EquatableArray<Expr> elements, string? note, List<Statement> code)
    {
        EquatableArray<Expr> lengths = LengthsOf(made);
        int columns = lengths is [_, Constant { Value: int width }] ? width : elements.Count;
        for (int i = 0; i < elements.Count; i++)
        {
            EquatableArray<Expr> indices = lengths.Count == 2 ? [Constant.Of(i / columns), Constant.Of(i % columns)] : [Constant.Of(i)];
            code.Add(new Store(storage, indices, elements[i]) { Note = note });
        }
    }
}
