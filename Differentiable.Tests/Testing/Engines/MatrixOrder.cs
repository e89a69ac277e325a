using System.Reflection;

namespace Differentiable.Tests.Testing.Engines;

/// <summary>
/// In which order matrices have the numbers in values: as <see cref="Reals"/>, but for arrays of structs that have arrays, or inline arrays, in them, of which each leaf of all elements comes before the next leaf.
/// </summary>
internal sealed class MatrixOrder
{
    private readonly int[] _places;

    private MatrixOrder(IEnumerable<double> places) => _places = [.. places.Select(place => (int)place)];

    /// <summary>The order of the columns that belong to the arguments of a function.</summary>
    public static MatrixOrder Of(CorpusFunction function, object?[] arguments) => Of([.. function.ActiveInputs.Select(parameter => arguments[parameter.Position])]);

    public static MatrixOrder Of(object?[] values)
    {
        using IEnumerator<double> places = Enumerable.Range(0, int.MaxValue).Select(place => (double)place).GetEnumerator();
        return new(values.Select(value => Reals.Refill(value, places)).SelectMany(ByLeaf));
    }

    /// <summary>Numbers from the order of <see cref="Reals"/> to this one. What stands behind them stays.</summary>
    public double[] Ordered(double[] numbers) => [.. _places.Select(place => numbers[place]), .. numbers[_places.Length..]];

    /// <summary>And back.</summary>
    public double[] Restored(double[] numbers)
    {
        double[] restored = [.. numbers];
        for (int i = 0; i < _places.Length; i++)
            restored[_places[i]] = numbers[i];
        return restored;
    }

    private static IEnumerable<double> ByLeaf(object? value) => value switch
    {
        Array array when RealTypes.IsByLeaf(RealTypes.Leaf(array.GetType())) => ByLeaf(RealTypes.Leaf(array.GetType()), [.. Elements(array)]),
        { } whole when RealTypes.IsStruct(whole.GetType()) && RealTypes.HoldsArrays(whole.GetType()) => ByLeaf(whole.GetType(), [whole]),
        _ => Reals.Of(value),
    };

    private static IEnumerable<object?> Elements(Array array) => array.Cast<object?>().SelectMany(element => element is Array inner ? Elements(inner) : [element]);

    /// <summary>Of all these structs one leaf behind the other.</summary>
    private static IEnumerable<double> ByLeaf(Type type, object?[] structs) => InlineElements.Are(type) ? structs.SelectMany(Reals.Of) : ByField(type, structs);

    private static IEnumerable<double> ByField(Type type, object?[] structs)
    {
        foreach (FieldInfo field in RealTypes.Fields(type))
        {
            object?[] values = [.. structs.Select(field.GetValue)];
            bool areStructs = RealTypes.IsStruct(field.FieldType) && !InlineElements.Are(field.FieldType), areArraysOfStructs = field.FieldType.IsArray && RealTypes.IsByLeaf(RealTypes.Leaf(field.FieldType));
            IEnumerable<double> numbers = areStructs ? ByLeaf(field.FieldType, values)
                : areArraysOfStructs ? ByLeaf(RealTypes.Leaf(field.FieldType), [.. values.Cast<Array>().SelectMany(Elements)])
                : values.SelectMany(ByLeaf);
            foreach (double number in numbers)
                yield return number;
        }
    }
}
