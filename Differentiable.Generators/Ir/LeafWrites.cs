namespace Differentiable.Generators.Ir;

/// <summary>Which leaves of the elements of arrays of structs code changes; whose elements they are, <see cref="Parameter.IsMutated"/> says.</summary>
internal sealed class LeafWrites
{
    private readonly List<EquatableArray<string>> _paths = [];
    private readonly bool _all;
    private readonly bool _replacesAll;

    /// <param name="body">The code.</param>
    /// <param name="others">Other structs of which arrays are taken leaf by leaf.</param>
    public LeafWrites(Block body, HashSet<StructType> others)
    {
        foreach (Statement statement in body.DescendantStatements())
        {
            if (statement is Store store && LeafArrays.Are(store.Storage.Type, others))
                _paths.AddRange(LeafArrays.Are(store.Value.Type, others) ? LeafArrays.Of(store.Value.Type, others).Select(leaf => (EquatableArray<string>)store.Path.Items.AddRange(leaf.Path)) : [store.Path]);
            IEnumerable<Parameter> written = statement is Call call ? call.Callee.Parameters.Where(parameter => parameter.IsMutated && LeafArrays.Are(parameter.Type, others)) : [];
            _all |= written.Any();
            _replacesAll |= written.Any(parameter => parameter.MayReplaceRows);
        }
    }

    /// <summary>May the leaf be another number, or another array, than before?</summary>
    /// <param name="path">Where it is in an array of arrays of elements, or in one of elements. The elements of inline arrays are written by other names, too.</param>
    public bool Changes(EquatableArray<string> path) => _all || path[path.Count - 1].Length == 0 || IsStored(path);

    /// <summary>May other arrays be put in the places of those in elements, or of arrays of elements?</summary>
    /// <param name="path">The same way to a leaf.</param>
    public bool Replaces(EquatableArray<string> path) => _replacesAll || IsStored(path);

    private bool IsStored(EquatableArray<string> path) => _paths.Any(written => path.Count >= written.Count && path.Skip(path.Count - written.Count).SequenceEqual(written));
}
