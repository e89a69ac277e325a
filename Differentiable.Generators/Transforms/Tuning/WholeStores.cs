using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Joins the stores into leaves of one struct that can only be made anew: <c>v[i] = v[i] with { X = x }; v[i] = v[i] with { Y = y };</c> becomes
/// <c>v[i] = new Vec(x, y, v[i].Z);</c>. Scalars that are assigned between them go first, where they read nothing of what is stored.
/// </summary>
internal static class WholeStores
{
    public static Block Run(Block block)
    {
        List<Statement> statements = [.. block.Statements.Select(statement => statement.MapBlocks(Run))];
        var code = new List<Statement>();
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is Store store && DepthOf(store) is { } depth && Join(statements, i, depth) is var (joined, end) && end > i + 1)
            {
                code.AddRange(joined);
                i = end - 1;
            }
            else
                code.Add(statements[i]);
        }
        return block.With(code);
    }

    /// <summary>How far down the path of the store the struct lies that has to be made anew; null where the leaf can be assigned.</summary>
    private static int? DepthOf(Store store)
    {
        IrType element = store.Storage.Type.Element!;
        if (StructText.IsAssignable(element, store.Path))
            return null;
        int depth = store.Path.Count - 1;
        while (!StructText.IsAssignable(element, Prefix(store, depth)))
            depth--;
        return StructType.At(element, Prefix(store, depth)) is StructType { CanBeMade: true } ? depth : null;
    }

    private static EquatableArray<string> Prefix(Store store, int depth) => store.Path.Items.RemoveRange(depth, store.Path.Count - depth);

    private static (List<Statement> Code, int End) Join(List<Statement> statements, int start, int depth)
    {
        var first = (Store)statements[start];
        List<Store> group = [first];
        List<Statement> between = [], before = [];
        int end = start + 1;
        for (int i = start + 1; i < statements.Count; i++)
        {
            if (statements[i] is Store store && IsAtSamePlace(store, first, depth) && ReadsNoneOf(store.Value, group) && group.All(other => other.Path != store.Path))
            {
                group.Add(store);
                before.AddRange(between);
                between.Clear();
                end = i + 1;
            }
            else if (statements[i] is Assign { Target.Type: ScalarType } assign && CanGoBefore(assign, group))
                between.Add(assign);
            else
                break;
        }
        return ([.. before, Whole(group, depth)], end);
    }

    private static bool IsAtSamePlace(Store store, Store first, int depth) => store.Storage == first.Storage && store.Indices == first.Indices
        && store.Path.Count > depth && Prefix(store, depth) == Prefix(first, depth) && DepthOf(store) == depth;

    private static bool CanGoBefore(Assign assign, List<Store> group) => !assign.Value.Has(part => part is Opaque { IsPure: false })
        && ReadsNoneOf(assign.Value, group)
        && !group.Any(store => store.Reads(assign.Target));

    /// <summary>Other storage may be the same elements, so only the leaf tells.</summary>
    private static bool ReadsNoneOf(Expr value, List<Store> group) => !value.Has(part => part is Element element && group.Any(store => store.Path == element.Path));

    private static Store Whole(List<Store> group, int depth)
    {
        Store first = group[0];
        EquatableArray<string> prefix = Prefix(first, depth);
        var type = (StructType)StructType.At(first.Storage.Type.Element!, prefix);
        Opaque made = StructText.Make(type, path =>
        {
            EquatableArray<string> leaf = prefix.Items.AddRange(path.Items);
            return group.FirstOrDefault(store => store.Path == leaf)?.Value ?? new Element(first.Storage, first.Indices, leaf);
        });
        return first with { Path = prefix, Value = made with { Type = type } };
    }
}
