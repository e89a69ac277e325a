using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// Which storage variables may name the same elements: those that were assigned from each other, in any order. Two parameters are taken
/// to be apart.
/// </summary>
internal sealed class Origins
{
    private readonly Dictionary<int, int> _parents = [];
    private readonly List<(Variable Variable, string Name)> _foreign = [];

    public void Observe(Statement statement)
    {
        if (statement is Assign { Target.Type.IsStorage: true, Value: Opaque opaque } foreign && opaque.Text[0] is not ("null" or "default"))
            _foreign.Add((foreign.Target, string.Concat(opaque.Text)));
        else if (statement is Assign { Target.Type.IsStorage: true } assign && RootOf(assign.Value) is { } source)
            Join(assign.Target, source);
        else if (statement is Store { Value.Type.IsStorage: true } store
            && RootOf(store.Storage) is { } target && RootOf(store.Value) is { } row)
            Join(target, row);
    }

    public bool MayShare(Variable a, Variable b) => Find(a.Id) == Find(b.Id);

    /// <summary>The name of storage from outside the method that this may be, or null.</summary>
    public string? ForeignName(Variable variable)
    {
        foreach ((Variable candidate, string name) in _foreign)
        {
            if (MayShare(candidate, variable))
                return name;
        }
        return null;
    }

    /// <summary>The variable whose elements an expression names, or null when they are fresh or foreign.</summary>
    public static Variable? RootOf(Expr storage) => storage switch
    {
        Use use => use.Variable,
        Element element => RootOf(element.Storage),
        Slice slice => RootOf(slice.Storage),
        View view => RootOf(view.Storage),
        _ => null,
    };

    private void Join(Variable a, Variable b) => _parents[Find(a.Id)] = Find(b.Id);

    private int Find(int id)
    {
        while (_parents.TryGetValue(id, out int parent) && parent != id)
            id = parent;
        return id;
    }
}
