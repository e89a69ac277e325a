namespace Differentiable.Generators.Ir;

/// <summary>Which leaves of the elements of arrays of structs code changes; whose elements they are, <see cref="Parameter.IsMutated"/> says.</summary>
internal sealed class LeafWrites
{
    private readonly List<EquatableArray<string>> _paths = [];
    private readonly bool _all;

    public LeafWrites(Block body)
    {
        foreach (Statement statement in body.DescendantStatements())
        {
            if (statement is Store store && LeafArrays.Are(store.Storage.Type))
                _paths.AddRange(LeafArrays.Are(store.Value.Type) ? LeafArrays.Of(store.Value.Type).Select(leaf => (EquatableArray<string>)store.Path.Items.AddRange(leaf.Path)) : [store.Path]);
            _all |= statement is Call call && call.Callee.Parameters.Any(parameter => parameter.IsMutated && LeafArrays.Are(parameter.Type));
        }
    }

    /// <summary>May the leaf be another number, or another array, than before?</summary>
    /// <param name="path">Where it is in an array of arrays of elements, or in one of elements.</param>
    public bool Changes(EquatableArray<string> path) => _all || _paths.Any(written => path.Count >= written.Count && path.Skip(path.Count - written.Count).SequenceEqual(written));
}
