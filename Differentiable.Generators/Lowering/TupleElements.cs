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

    /// <summary>Which element a tuple's field is: <c>Item1</c>, or the name that the user gave it.</summary>
    public static int IndexOf(IFieldSymbol field)
    {
        IFieldSymbol positional = field.CorrespondingTupleField ?? field;
        return int.Parse(positional.Name.Substring("Item".Length), CultureInfo.InvariantCulture) - 1;
    }
}
