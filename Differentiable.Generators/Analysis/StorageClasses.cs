using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Analysis;

/// <summary>
/// Which arrays and spans may share elements: storage variables that are made from each other by slicing, viewing or assignment are of one
/// class. Different parameters are of different classes; the emitted members refuse overlapping ones at run time.
/// </summary>
internal sealed class StorageClasses
{
    private readonly Dictionary<Variable, Variable> _parent = [];

    public StorageClasses(Block body)
    {
        foreach (Statement statement in body.DescendantStatements())
        {
            if (statement is Assign { Target.Type.IsStorage: true } alias && !IsSeparate(alias.Value))
                UniteAll(alias.Target, alias.Value);
            else if (statement is Store { Value.Type.IsStorage: true } row && !IsSeparate(row.Value))
                UniteAll(BaseOf(row.Storage), row.Value);
        }
    }

    /// <summary>Does the expression make storage that shares no elements with other? A copy of a jagged array has the same rows.</summary>
    private static bool IsSeparate(Expr value) => value is NewStorage || value is CopyOf && !value.Type.Element!.IsStorage;

    /// <summary>The variable at the bottom of a storage operand: <c>a</c> for <c>a[i]</c>.</summary>
    public static Variable BaseOf(Expr storage) => storage switch
    {
        Use use => use.Variable,
        Element row => BaseOf(row.Storage),
        Slice slice => BaseOf(slice.Storage),
        View view => BaseOf(view.Storage),
        _ => throw new InvalidOperationException($"{storage.GetType().Name} is no storage operand."),
    };

    /// <summary>The representative of the class of a storage operand.</summary>
    public Variable Of(Expr storage) => Of(BaseOf(storage));

    public Variable Of(Variable variable)
    {
        while (_parent.TryGetValue(variable, out Variable? parent))
            variable = parent;
        return variable;
    }

    /// <summary>The classes whose elements the expression reads.</summary>
    public IReadOnlyList<Variable> ReadBy(Expr expression)
    {
        IReadOnlyList<Variable> variables = VariablesReadBy(expression);
        return variables.Count == 0 ? variables : [.. variables.Select(Of)];
    }

    /// <summary>The variables through which the expression reads elements.</summary>
    public static IReadOnlyList<Variable> VariablesReadBy(Expr expression)
    {
        IReadOnlyList<(Variable Variable, EquatableArray<string> Path)> elements = ElementsReadBy(expression);
        return elements.Count == 0 ? [] : [.. elements.Select(element => element.Variable)];
    }

    /// <summary>The variables through which the expression reads elements; of structs, with each leaf that it reads.</summary>
    public static IReadOnlyList<(Variable Variable, EquatableArray<string> Path)> ElementsReadBy(Expr expression)
    {
        if (!expression.Has(part => part is Element or CopyOf or Opaque))
            return [];
        List<(Variable, EquatableArray<string>)> found = [];
        Collect(expression, found);
        return found;
    }

    private static IEnumerable<(Variable, EquatableArray<string>)> WholeElements(Variable storage) =>
        Leaf.Of(storage.Type.Leaf).Select(leaf => (storage, leaf.Path));

    private static void Collect(Expr expression, List<(Variable, EquatableArray<string>)> found)
    {
        switch (expression)
        {
            case Element { Type.IsStorage: false } element:
                found.Add((BaseOf(element.Storage), element.Path));
                break;
            case CopyOf copy:
                found.AddRange(WholeElements(BaseOf(copy.Storage)));
                break;
            case Opaque opaque:
                found.AddRange(opaque.Arguments.Where(argument => argument.Type.IsStorage && argument is Use or Element or Slice or View).SelectMany(argument => WholeElements(BaseOf(argument))));
                break;
        }
        foreach (Expr child in expression.Children())
            Collect(child, found);
    }

    private void UniteAll(Variable target, Expr value)
    {
        foreach (Variable variable in StandsFor(value))
            Unite(target, variable);
    }

    /// <summary>The storage variables of whose storage it may be a part; an array that only an index is read from is none.</summary>
    private static IEnumerable<Variable> StandsFor(Expr storage) => storage switch
    {
        Use use => [use.Variable],
        Element row => StandsFor(row.Storage),
        Slice slice => StandsFor(slice.Storage),
        View view => StandsFor(view.Storage),
        _ => storage.Children().Where(child => child.Type.IsStorage).SelectMany(StandsFor),
    };

    private void Unite(Variable a, Variable b)
    {
        Variable first = Of(a), second = Of(b);
        if (first != second)
            _parent[first.Id > second.Id ? first : second] = first.Id > second.Id ? second : first;
    }
}
