using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>
/// Which storage variables may name the same elements: those that were assigned from each other, in any order; and where each may have got its
/// storage from. Two parameters are taken to be apart.
/// </summary>
internal sealed class Origins
{
    private readonly Dictionary<int, int> _parents = [];
    private readonly Dictionary<int, Dictionary<int, int>> _sources = [];
    private readonly List<(Variable Variable, Opaque Text)> _foreign = [];
    private readonly HashSet<int> _parts = [];

    public void Observe(Statement statement)
    {
        if (statement is Assign { Target.Type.IsStorage: true, Value: Opaque { IsMissing: false } opaque } foreign)
            _foreign.Add((foreign.Target, opaque));
        else if (statement is Assign { Target.Type.IsStorage: true } assign && RootOf(assign.Value) is { } source)
        {
            if (assign.Value is not (Use or View) || _parts.Contains(source.Id))
                _parts.Add(assign.Target.Id);
            Join(assign.Target, source, assign.Target.Type.Depth);
        }
        else if (statement is Store { Value.Type.IsStorage: true } store
            && RootOf(store.Storage) is { } target && RootOf(store.Value) is { } row)
            Join(target, row, store.Value.Type.Depth);
    }

    /// <summary>The text with the names of the variables in it.</summary>
    private static string TextOf(Opaque opaque) => string.Concat(opaque.Text.Select((piece, i) => piece + (i < opaque.Arguments.Count && opaque.Arguments[i] is Use use ? use.Variable.Name : "")));

    /// <summary>Are both names for the whole of one storage, if each is assigned once?</summary>
    public bool IsWholeOf(Variable a, Variable b) => MayShare(a, b) && !_parts.Contains(a.Id) && !_parts.Contains(b.Id);

    public bool MayShare(Variable a, Variable b) => Find(a.Id) == Find(b.Id);

    /// <summary>May what is written through a variable be the storage of a parameter? It is if the variable got its storage from there.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="depth">How many arrays deep what is written is: rows that are put into an array leave the parameter alone that is a row of it, or has the same rows.</param>
    public bool MayComeFrom(Variable variable, Variable parameter, int depth)
    {
        HashSet<int> reached = [variable.Id];
        var pending = new Stack<int>(reached);
        while (pending.Count > 0)
        {
            foreach (KeyValuePair<int, int> source in SourcesOf(pending.Pop()).Where(source => source.Value >= depth && reached.Add(source.Key)))
                pending.Push(source.Key);
        }
        return parameter.Type.Depth >= depth && reached.Contains(parameter.Id);
    }

    /// <summary>The storage from outside the method that this may be: its name, and whether other code gave it, be it a call or an operator of the user's. Null where there is none.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="depth">How many arrays deep what is written is.</param>
    public (string Name, bool IsReceived)? Foreign(Variable variable, int depth)
    {
        foreach ((Variable candidate, Opaque text) in _foreign)
        {
            if (candidate.Type.Depth >= depth && MayShare(candidate, variable))
                return (TextOf(text), IsCall(text) || IsOperator(text));
        }
        return null;
    }

    private static bool IsCall(Opaque text) => text.Text.Last().EndsWith(")", StringComparison.Ordinal);

    /// <summary>Is there nothing between the operands but an operator: no name, and no brackets?</summary>
    private static bool IsOperator(Opaque text) => text.Text.Any(piece => piece.Trim().Length > 0) && !text.Text.Any(piece => piece.Any(c => char.IsLetterOrDigit(c) || c is '[' or '('));

    /// <summary>The variable whose elements an expression names, or null when they are fresh or foreign.</summary>
    public static Variable? RootOf(Expr storage) => storage switch
    {
        Use use => use.Variable,
        Element element => RootOf(element.Storage),
        Slice slice => RootOf(slice.Storage),
        View view => RootOf(view.Storage),
        _ => null,
    };

    /// <param name="target">A variable.</param>
    /// <param name="source">Where it gets storage from.</param>
    /// <param name="depth">How many arrays deep that is.</param>
    private void Join(Variable target, Variable source, int depth)
    {
        _parents[Find(target.Id)] = Find(source.Id);
        AddSource(target, source, depth);

        // Rows that are put into one jagged array by one name are found there by its other names.
        if (target.Type.Element is { IsStorage: true } && source.Type.Element is { IsStorage: true })
            AddSource(source, target, depth);
    }

    private void AddSource(Variable target, Variable source, int depth)
    {
        Dictionary<int, int> sources = SourcesOf(target.Id);
        sources[source.Id] = sources.TryGetValue(source.Id, out int known) ? Math.Max(known, depth) : depth;
    }

    private Dictionary<int, int> SourcesOf(int id)
    {
        if (!_sources.TryGetValue(id, out Dictionary<int, int>? sources))
            _sources[id] = sources = [];
        return sources;
    }

    private int Find(int id)
    {
        while (_parents.TryGetValue(id, out int parent) && parent != id)
            id = parent;
        return id;
    }
}
