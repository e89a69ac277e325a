using System.Reflection;
using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Testing;

/// <summary>Scalars, arrays, structs and tuples as flat sequences of real numbers, in a fixed order. Integers in them are passed over.</summary>
internal static class Reals
{
    public static IEnumerable<double> Of(object? value) => value switch
    {
        double number => [number],
        float number => [number],
        Half number => [(double)number],
        double[] numbers => numbers,
        Array array => array.Cast<object?>().SelectMany(Of),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Of(tuple[i])),
        { } whole when InlineElements.Are(whole.GetType()) => Of(InlineElements.Of(whole)),
        { } whole when RealTypes.IsStruct(whole.GetType()) => RealTypes.Fields(whole.GetType()).SelectMany(field => Of(field.GetValue(whole))),
        _ => [],
    };

    public static IEnumerable<double> OfAll(IEnumerable<object?> values) => values.SelectMany(Of);

    /// <summary>A value of the same type and shape with the next numbers of <paramref name="source"/> in it.</summary>
    public static object? Refill(object? shape, IEnumerator<double> source) => shape switch
    {
        double => Next(source),
        float => (float)Next(source),
        Half => (Half)Next(source),
        double[] numbers => Array.ConvertAll(numbers, _ => Next(source)),
        Array array => RefillArray(array, source),
        ITuple tuple => RefillTuple(tuple, source),
        { } whole when InlineElements.Are(whole.GetType()) => InlineElements.Make(whole.GetType(), RefillArray(InlineElements.Of(whole), source)),
        { } whole when RealTypes.IsStruct(whole.GetType()) => RefillStruct(whole, source),
        _ => shape,
    };

    public static object? Filled(object? shape, double value) => Refill(shape, Enumerable.Repeat(value, int.MaxValue).GetEnumerator());

    /// <summary>A deep copy.</summary>
    public static object? Copy(object? value) => Refill(value, Of(value).ToList().GetEnumerator());

    public static object?[] Copy(object?[] values) => [.. values.Select(Copy)];

    private static double Next(IEnumerator<double> source) =>
        source.MoveNext() ? source.Current : throw new InvalidOperationException("There are fewer numbers than places for them.");

    private static Array RefillArray(Array shape, IEnumerator<double> source)
    {
        Array result = (Array)shape.Clone();
        foreach (int[] index in Indices(result))
            result.SetValue(Refill(result.GetValue(index), source), index);
        return result;
    }

    /// <summary>The indices of all elements of an array of any rank, the last one first.</summary>
    public static IEnumerable<int[]> Indices(Array array)
    {
        for (int i = 0; i < array.Length; i++)
        {
            int[] index = new int[array.Rank];
            for (int dimension = array.Rank - 1, rest = i; dimension >= 0; rest /= array.GetLength(dimension--))
                index[dimension] = rest % array.GetLength(dimension);
            yield return index;
        }
    }

    private static object RefillStruct(object shape, IEnumerator<double> source)
    {
        object result = RuntimeHelpers.GetObjectValue(shape);
        foreach (FieldInfo field in RealTypes.Fields(result.GetType()))
            field.SetValue(result, Refill(field.GetValue(result), source));
        return result;
    }

    private static object RefillTuple(ITuple shape, IEnumerator<double> source)
    {
        object?[] items = [.. Enumerable.Range(0, shape.Length).Select(i => Refill(shape[i], source))];
        return Tuples.Create(Tuples.ItemTypes(shape.GetType()), items);
    }
}
