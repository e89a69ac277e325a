using System.Globalization;
using System.Reflection;

namespace Differentiable;

/// <summary>The numbers among the arguments of a method that its gradient has derivatives for, each with its name.</summary>
internal sealed class CheckedInputs
{
    private readonly object?[] _arguments;
    private readonly List<(int Parameter, int[] Row, string Name)> _places = [];

    public CheckedInputs(ParameterInfo[] parameters, object?[] arguments)
    {
        _arguments = arguments;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (IsReal(Leaf(parameters[i].ParameterType)) && !parameters[i].IsDefined(typeof(NonDifferentiableAttribute)))
                AddPlaces(i, parameters[i].Name!, arguments[i], []);
        }
    }

    public int Count => _places.Count;

    public string NameOf(int index) => _places[index].Name;

    public int ParameterOf(int index) => _places[index].Parameter;

    public double this[int index] => Convert.ToDouble(Read(_arguments[_places[index].Parameter], _places[index].Row), CultureInfo.InvariantCulture);

    /// <summary>Copies of all arguments, with another number in one place.</summary>
    public object?[] With(int index, double value)
    {
        object?[] copies = [.. _arguments.Select(Copy)];
        (int parameter, int[] row, _) = _places[index];
        copies[parameter] = Written(copies[parameter], row, value);
        return copies;
    }

    /// <summary>A unit tangent of one parameter, zeros for the others: in the shape of its argument.</summary>
    public object? Tangent(int parameter, int index)
    {
        object? zeros = Zeros(_arguments[parameter]);
        return _places[index].Parameter == parameter ? Written(zeros, _places[index].Row, 1) : zeros;
    }

    /// <summary>All numbers in a value, in the order in which they are counted here.</summary>
    public static IEnumerable<double> NumbersIn(object? value) => value switch
    {
        Array array => array.Cast<object?>().SelectMany(NumbersIn),
        null => [],
        _ => [Convert.ToDouble(value, CultureInfo.InvariantCulture)],
    };

    public static object? Copy(object? value) => value switch
    {
        Array { Rank: 1 } rows when rows.GetType().GetElementType()!.IsArray => CopyRows(rows),
        Array array => array.Clone(),
        _ => value,
    };

    public static bool IsReal(Type type) => type == typeof(double) || type == typeof(float);

    /// <summary>The scalar at the bottom of arrays and spans.</summary>
    public static Type Leaf(Type type) => type switch
    {
        { IsArray: true } => Leaf(type.GetElementType()!),
        { IsGenericType: true } when IsSpan(type) => Leaf(type.GetGenericArguments()[0]),
        _ => type,
    };

    public static bool IsSpan(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(Span<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>));

    private void AddPlaces(int parameter, string name, object? value, int[] row)
    {
        switch (value)
        {
            case null:
                break;
            case Array { Rank: 2 } matrix:
                for (int i = 0; i < matrix.Length; i++)
                    _places.Add((parameter, [i / matrix.GetLength(1), i % matrix.GetLength(1)], $"{name}[{i / matrix.GetLength(1)}, {i % matrix.GetLength(1)}]"));
                break;
            case Array array:
                for (int i = 0; i < array.Length; i++)
                    AddPlaces(parameter, $"{name}[{i}]", array.GetValue(i), [.. row, i]);
                break;
            default:
                _places.Add((parameter, row, name));
                break;
        }
    }

    private static Array CopyRows(Array rows)
    {
        Array copy = (Array)rows.Clone();
        for (int i = 0; i < copy.Length; i++)
            copy.SetValue(Copy(copy.GetValue(i)), i);
        return copy;
    }

    private static object? Zeros(object? value) => value switch
    {
        Array { Rank: 1 } rows when rows.GetType().GetElementType()!.IsArray => ZeroRows(rows),
        Array array => Cleared((Array)array.Clone()),
        float => 0f,
        double => 0.0,
        _ => value,
    };

    private static Array Cleared(Array array)
    {
        Array.Clear(array);
        return array;
    }

    private static Array ZeroRows(Array rows)
    {
        Array zeros = (Array)rows.Clone();
        for (int i = 0; i < zeros.Length; i++)
            zeros.SetValue(Zeros(rows.GetValue(i)), i);
        return zeros;
    }

    private static object? Read(object? value, ReadOnlySpan<int> row) => value switch
    {
        Array { Rank: 2 } matrix => matrix.GetValue(row[0], row[1]),
        Array array => Read(array.GetValue(row[0]), row[1..]),
        _ => value,
    };

    private static object? Written(object? value, ReadOnlySpan<int> row, double number)
    {
        switch (value)
        {
            case Array { Rank: 2 } matrix:
                matrix.SetValue(AsElement(matrix, number), row[0], row[1]);
                return matrix;
            case Array array when row.Length == 1:
                array.SetValue(AsElement(array, number), row[0]);
                return array;
            case Array rows:
                Written(rows.GetValue(row[0]), row[1..], number);
                return rows;
            default:
                return value is float ? (object)(float)number : number;
        }
    }

    private static object AsElement(Array array, double number) => array.GetType().GetElementType() == typeof(float) ? (object)(float)number : number;
}
