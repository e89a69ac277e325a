using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Places;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Structs and tuples field by field.</summary>
internal static class StructValues
{
    /// <summary>A tuple of these.</summary>
    public static StructValue Value(IEnumerable<Expr> elements)
    {
        EquatableArray<Expr> values = elements.ToEquatableArray();
        return new StructValue(StructType.Tuple(values.Select(v => v.Type)), values);
    }

    /// <summary>The value with each leaf mapped.</summary>
    public static Expr MapLeaves(this Expr value, Func<Expr, Expr> map) => value is StructValue whole
        ? whole with { Elements = whole.Elements.Select(element => element.MapLeaves(map)).ToEquatableArray() }
        : map(value);

    /// <summary>The leaves of a value; of one that is no struct, itself.</summary>
    public static IEnumerable<Expr> Leaves(Expr value) => value is StructValue whole ? whole.Elements.SelectMany(Leaves) : [value];

    /// <summary>A value of the type from its leaves, each given by the path to it.</summary>
    public static Expr FromLeaves(IrType type, Func<Leaf, Expr> leaf, EquatableArray<string> path = default) => type switch
    {
        StructType { IsInline: true } inline => new StructValue(inline, [leaf(new(path.Items.Add(""), inline.Fields[0].Type) { IsInline = true })]),
        StructType whole => new StructValue(whole, whole.Fields.Select(field => FromLeaves(field.Type, leaf, path.Items.Add(field.Name))).ToEquatableArray()),
        _ => leaf(new(path, type)),
    };

    /// <summary>The field of a struct in a place.</summary>
    public static Place FieldOf(Place place, StructType type, int index) => place switch
    {
        StructPlace whole => whole.Elements[index],
        ElementPlace element => new ElementPlace(element.Parts, element.Syntax, element.Path.Items.Add(type.Fields[index].Name)),
        ConditionalPlace choice => choice.Map(one => FieldOf(one, type, index)),
        _ => DiscardPlace.Instance,
    };

    /// <summary>The place with each field of its own; anything but a struct as it is.</summary>
    public static Place Split(Place place) => place is ElementPlace or ConditionalPlace && TypeOf(place) is { } type
        ? new StructPlace([.. Enumerable.Range(0, type.Fields.Count).Select(i => FieldOf(place, type, i))], type)
        : place;

    private static StructType? TypeOf(Place place) => place switch
    {
        ElementPlace element => element.Type as StructType,
        StructPlace whole => whole.Type,
        ConditionalPlace choice => TypeOf(choice.WhenTrue),
        _ => null,
    };

    /// <summary>What a variable for the field of a struct is called: <c>velocityX</c> for the field <c>X</c>, or <c>_x</c>, of <c>velocity</c>.</summary>
    public static string NameOf(string whole, StructType type, int index)
    {
        if (type.IsInline)
            return whole;
        string key = type.Fields[index].Key;
        string name = (CapturedParameters.NameIn(key) ?? key).TrimStart('_');
        return type.IsTuple ? $"{whole}{index + 1}" : name.Length == 0 ? $"{whole}{index + 1}" : whole + char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
