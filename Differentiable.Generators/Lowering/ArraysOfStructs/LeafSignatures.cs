using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.ArraysOfStructs;

/// <summary>Parameters and results that are arrays of structs with arrays in them, as one for each leaf: <see cref="Part"/> knows where it belongs.</summary>
/// <param name="others">Other structs of which arrays are taken leaf by leaf.</param>
internal sealed class LeafSignatures(HashSet<StructType> others)
{
    /// <summary>A leaf as a part of a name: <c>Weights</c>.</summary>
    public static string NameOf(Leaf leaf)
    {
        string name = string.Concat(leaf.Names.Select(name => name.TrimStart('@', '_')).Where(name => name.Length > 0).Select(name => char.ToUpperInvariant(name[0]) + name.Substring(1)));
        return name.Length > 0 ? name : "Elements";
    }

    /// <summary>Is it such an array?</summary>
    public bool Are(IrType type) => LeafArrays.Are(type, others);

    private StructType Unfolded(IrType type) => (StructType)LeafArrays.Unfolded(type, others);

    /// <summary>A result as one for each leaf.</summary>
    public ReturnShape Split(ReturnShape shape)
    {
        if (!shape.Components.Any(Are))
            return shape;
        if (shape is { IsTuple: true, Parts.Count: 0 })
            shape = shape with { Parts = PartsOfTuple(shape) };
        (IrType Type, string Name, Part? Part)[] components = [.. Enumerable.Range(0, shape.Components.Count).SelectMany(i => Split(shape, i))];
        return new(components.Select(component => component.Type).ToEquatableArray(), components.Select(component => component.Name).ToEquatableArray(), components.Length > 1)
        {
            Parts = components.Select(component => component.Part).ToEquatableArray(),
        };
    }

    private EquatableArray<Part?> PartsOfTuple(ReturnShape shape)
    {
        StructType tuple = StructType.Tuple(shape.Components);
        string name = $"({string.Join(", ", shape.Components.Zip(shape.Names, (type, name) => $"{StructText.NameOf(LeafArrays.Unfolded(type, others))} {name}"))})";
        return tuple.Fields.Select(field => (Part?)new Part("", tuple, name, [field.Name])).ToEquatableArray();
    }

    private IEnumerable<(IrType Type, string Name, Part? Part)> Split(ReturnShape shape, int index)
    {
        (IrType type, string name) = (shape.Components[index], shape.Names[index]);
        Part? part = shape.Parts.Count == 0 || shape.Parts[index] is not { } known ? null : known with { Type = Unfolded(known.Type) };
        if (!Are(type))
            return [(type, name, part)];
        if (part is null)
        {
            var whole = Unfolded(type);
            part = new Part("", whole, StructText.NameOf(whole), []);
        }
        return LeafArrays.Of(type, others).Select(leaf => (leaf.Type, name + NameOf(leaf), (Part?)(part with { Path = part.Path.Items.AddRange(leaf.Path), Declared = [] })));
    }

    /// <summary>A parameter as one for each leaf.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="variables">A variable for each leaf; null where it is no such array.</param>
    /// <param name="changes">May the method change the leaf of elements, wherever it writes the array?</param>
    public IEnumerable<Parameter> Split(Parameter parameter, Dictionary<EquatableArray<string>, Variable>? variables, Func<EquatableArray<string>, bool> changes)
    {
        Part? part = parameter.Part is { } outer ? outer with { Type = Unfolded(outer.Type) } : null;
        if (variables is null)
            return [parameter with { Part = part }];
        part ??= new Part(parameter.Name, Unfolded(parameter.Type), parameter.AnnotatedType ?? StructText.NameOf(Unfolded(parameter.Type)), []);
        return variables.Select(leaf =>
        {
            bool isChanged = parameter.IsMutated && parameter.Type.IsWritable && leaf.Value.Type.IsStorage && changes(leaf.Key);
            bool hasRows = leaf.Value.Type.Element is { IsStorage: true };
            return parameter with
            {
                Variable = leaf.Value,
                IsActive = parameter.IsActive && leaf.Value.Type.HoldsReal,
                IsMutated = isChanged || parameter.IsMutated && hasRows,
                MayReplaceRows = isChanged && hasRows,
                IsPutBack = isChanged,
                AnnotatedType = null,
                Part = part with { Path = part.Path.Items.AddRange(leaf.Key), Declared = part.Declared.Count == 0 ? [] : part.Declared.Items.AddRange(leaf.Key) },
            };
        });
    }
}
