using System.Globalization;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Tuples and their elements.</summary>
internal static class TupleElements
{
    public static TupleValue Value(IEnumerable<Expr> elements)
    {
        EquatableArray<Expr> values = elements.ToEquatableArray();
        return new TupleValue(new TupleType(values.Select(v => v.Type).ToEquatableArray()), values);
    }

    /// <summary>A tuple from elsewhere, such as an element of an array of tuples, as the tuple that the places take.</summary>
    public static TupleValue SplitFor(TuplePlace places, Expr value) => Value(places.Elements.Select((place, i) =>
    {
        IrType type = TypeOf(place);
        var item = new Opaque(type, ["", $".Item{i + 1}"], [value], IsPure: true);
        return place is TuplePlace inner ? SplitFor(inner, item) : (Expr)item;
    }));

    private static IrType TypeOf(Place place) => place switch
    {
        VariablePlace variable => variable.Variable.Type,
        ElementPlace element => element.Storage.Type.Element!,
        TuplePlace tuple => new TupleType(tuple.Elements.Select(TypeOf).ToEquatableArray()),
        _ => new OpaqueType("var"),
    };

    /// <summary>Which element a tuple's field is: <c>Item1</c>, or the name that the user gave it.</summary>
    public static int IndexOf(IFieldSymbol field)
    {
        IFieldSymbol positional = field.CorrespondingTupleField ?? field;
        return int.Parse(positional.Name.Substring("Item".Length), CultureInfo.InvariantCulture) - 1;
    }
}
