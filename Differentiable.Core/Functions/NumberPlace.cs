using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Differentiable;

/// <summary>Where one real number is in a value.</summary>
/// <param name="Path">The way there: an index (<c>int[]</c>) for each array, a <see cref="FieldInfo"/> for each struct.</param>
/// <param name="Name">What users call it: <c>w[3].Position.X</c>.</param>
[RequiresUnreferencedCode("Looks into the fields of structs.")]
internal sealed record NumberPlace(object[] Path, string Name)
{
    /// <summary>The places of all numbers in a value, in the order of fields and elements.</summary>
    public static IEnumerable<NumberPlace> In(object? value, NumberLayout layout, string name) => In(value, layout, name, []);

    /// <summary>All numbers in a value.</summary>
    public static IEnumerable<double> NumbersIn(object? value) =>
        value is null ? [] : In(value, NumberLayout.Of(value.GetType()), "").Select(place => ToDouble(place.Read(value)!));

    public object? Read(object? value) => Path.Aggregate(value, Part);

    /// <summary>The value with another number in this place; boxes and arrays in it are changed.</summary>
    public object Write(object value, double number) => Written(value, Path, number);

    /// <summary>A copy that shares nothing that can be changed.</summary>
    public static object? Copy(object? value) => Like(value, RuntimeHelpers.GetObjectValue, array => (Array)array.Clone());

    /// <summary>A value of the same shape without anything in it.</summary>
    public static object? Zeros(object? value) =>
        Like(value, given => given is ValueType ? RuntimeHelpers.GetUninitializedObject(given.GetType()) : given, Cleared);

    public static double ToDouble(object number) => number switch
    {
        Half half => (double)half,
        _ => ((IConvertible)number).ToDouble(null),
    };

    /// <summary>The nearest number of this type.</summary>
    public static object ToReal(double number, Type type)
    {
        if (type == typeof(Half))
            return (Half)number;
        return type == typeof(float) ? (object)(float)number : number;
    }

    private static IEnumerable<NumberPlace> In(object? value, NumberLayout layout, string name, object[] path)
    {
        if (value is null)
            return [];
        if (value is Array array)
            return Indices(array).SelectMany(index => In(array.GetValue(index), layout.Element!, $"{name}[{string.Join(", ", index)}]", [.. path, index]));
        return NumberLayout.IsReal(value.GetType())
            ? [new(path, name)]
            : layout.Fields.SelectMany(field => In(field.Field.GetValue(value), field.Layout, Joined(name, field.Name), [.. path, field.Field]));
    }

    private static string Joined(string name, string field) => field.Length == 0 ? name : $"{name}.{field}";

    private static IEnumerable<int[]> Indices(Array array)
    {
        for (int i = 0; i < array.Length; i++)
        {
            int[] index = new int[array.Rank];
            for (int dimension = array.Rank - 1, rest = i; dimension >= 0; rest /= array.GetLength(dimension--))
                index[dimension] = rest % array.GetLength(dimension);
            yield return index;
        }
    }

    private static object? Part(object? whole, object step) => step is int[] index ? ((Array)whole!).GetValue(index) : ((FieldInfo)step).GetValue(whole);

    private static object Written(object value, ReadOnlySpan<object> path, double number)
    {
        if (path.IsEmpty)
            return ToReal(number, value.GetType());
        object part = Written(Part(value, path[0])!, path[1..], number);
        if (path[0] is int[] index)
            ((Array)value).SetValue(part, index);
        else
            ((FieldInfo)path[0]).SetValue(value, part);
        return value;
    }

    private static object? Like(object? value, Func<object?, object?> ofScalar, Func<Array, Array> ofArray) => value switch
    {
        Array array => LikeArray(array, ofScalar, ofArray),
        ValueType => LikeStruct(value, ofScalar, ofArray),
        _ => ofScalar(value),
    };

    /// <summary>A struct may have arrays in it; a number is one without fields.</summary>
    private static object LikeStruct(object value, Func<object?, object?> ofScalar, Func<Array, Array> ofArray)
    {
        object like = ofScalar(value)!;
        foreach ((FieldInfo field, _, _) in NumberLayout.Of(value.GetType()).Fields)
            field.SetValue(like, Like(field.GetValue(value), ofScalar, ofArray));
        return like;
    }

    private static Array LikeArray(Array array, Func<object?, object?> ofScalar, Func<Array, Array> ofArray)
    {
        if (!NumberLayout.Of(array.GetType().GetElementType()!).HoldsArrays)
            return ofArray(array);
        var copy = (Array)array.Clone();
        foreach (int[] index in Indices(copy))
            copy.SetValue(Like(array.GetValue(index), ofScalar, ofArray), index);
        return copy;
    }

    private static Array Cleared(Array array)
    {
        Array zeros = (Array)array.Clone();
        Array.Clear(zeros);
        return zeros;
    }
}
