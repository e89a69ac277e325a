using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Joins the stores into leaves of one struct that can only be made anew: <c>v[i] = v[i] with { X = x }; v[i] = v[i] with { Y = y };</c> becomes
/// <c>v[i] = new Vec(x, y, v[i].Z);</c>. What stands between them goes first, where neither sees what the other does.
/// </summary>
internal static class WholeStores
{
    public static Block Run(Block block)
    {
        List<Statement> statements = [.. block.Statements.Select(statement => statement.MapBlocks(Run))];
        for (int i = 0; i < statements.Count; i++)
        {
            // Each time, stores that stood apart come together.
            while (Collect(statements, i) is { } found)
            {
                statements.RemoveRange(i, found.Count);
                statements.InsertRange(i, found.Before.Count > 0 ? [.. found.Before, .. found.Group] : [Whole(found.Group, found.Depth)]);
            }
        }
        return block.With(statements);
    }

    /// <summary>How far down the path of the store the struct lies that has to be made anew; null where the leaf can be assigned, and where it is no leaf but an inline array.</summary>
    private static int? DepthOf(Store store)
    {
        IrType element = store.Storage.Type.Element!;
        if (StructText.IsAssignable(element, store.Path) || store.Place.Type is StructType)
            return null;
        int depth = store.Path.Count - 1;
        while (!StructText.IsAssignable(element, Prefix(store, depth)))
            depth--;
        return StructType.At(element, Prefix(store, depth)) is StructType { CanBeMade: true } ? depth : null;
    }

    private static EquatableArray<string> Prefix(Store store, int depth) => store.Path.Items.RemoveRange(depth, store.Path.Count - depth);

    /// <summary>The stores from one on that can be joined, what goes before them, and how many statements that are; null where there is but one.</summary>
    private static Found? Collect(List<Statement> statements, int start)
    {
        if (statements[start] is not Store first || first.Value.HasEffects() || DepthOf(first) is not { } depth)
            return null;
        List<Store> group = [first];
        List<Statement> between = [], before = [];
        int count = 1;
        for (int i = start + 1; i < statements.Count; i++)
        {
            if (statements[i] is Store store && IsAtSamePlace(store, first, depth))
            {
                if (store.Value.HasEffects() || group.Any(other => other.Path == store.Path || Reads(store.Value, other)))
                    break;
                group.Add(store);
                before.AddRange(between);
                between.Clear();
                count = i + 1 - start;
            }
            else if (CanGoBefore(statements[i], group))
                between.Add(statements[i]);
            else
                break;
        }
        return group.Count > 1 ? new(before, group, depth, count) : null;
    }

    private static bool IsAtSamePlace(Store store, Store first, int depth) => store.Storage == first.Storage && store.Indices == first.Indices
        && store.Path.Count > depth && Prefix(store, depth) == Prefix(first, depth) && DepthOf(store) == depth;

    private static bool CanGoBefore(Statement statement, List<Store> group) => statement switch
    {
        Assign { Target.Type: ScalarType } assign => !assign.Value.HasEffects() && !group.Any(store => store.Reads(assign.Target) || Reads(assign.Value, store)),
        Store { Value.Type: ScalarType } store => !store.Value.HasEffects() && group.All(other => Commute(store, other)),
        _ => false,
    };

    /// <summary>Do the stores leave the same in either order? Two that add to what may be one leaf do.</summary>
    private static bool Commute(Store one, Store other) => MayBeSame(one.Place, other.Place)
        ? Added(one) is { } first && Added(other) is { } second && !Reads(first, other) && !Reads(second, one)
        : !Reads(one.Value, other) && !Reads(other.Value, one);

    private static Expr? Added(Store store) =>
        store.Value is Apply { Op: Op.Add or Op.Subtract } sum && sum.Arguments[0] == store.Place ? sum.Arguments[1] : null;

    /// <summary>May the expression read what is stored?</summary>
    private static bool Reads(Expr expression, Store store) => expression.Has(part => part is Element element && MayBeSame(element, store.Place));

    /// <summary>Leaves of one name of elements of one type may be one leaf; those of adjoints are none of the primal's.</summary>
    private static bool MayBeSame(Element one, Element other) => one.Path == other.Path
        && one.Storage.Type.Element == other.Storage.Type.Element
        && StorageClasses.BaseOf(one).Role == VariableRole.Shadow == (StorageClasses.BaseOf(other).Role == VariableRole.Shadow);

    private sealed record Found(List<Statement> Before, List<Store> Group, int Depth, int Count);

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
