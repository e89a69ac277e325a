using System.Reflection;

namespace Differentiable.Tests.Testing.Sampling;

/// <summary>Makes the arguments of one sample of a function, the same ones on every run.</summary>
internal sealed class Sampler(CorpusFunction function, int sample)
{
    private readonly int _bits = function.Precision.SampleBits();

    private readonly Random _random = new(Seed(function.Name, sample));
    private readonly object?[] _arguments = new object?[function.Parameters.Count];
    private int _nullables;

    public object?[] Arguments()
    {
        foreach (CorpusParameter parameter in function.Parameters)
            Argument(parameter);
        return _arguments;
    }

    private object? Argument(CorpusParameter parameter) => _arguments[parameter.Position] ??= Make(parameter);

    private object? Make(CorpusParameter parameter)
    {
        Type type = parameter.Type;
        if (parameter.IsOut)
            return null;
        if (!RealTypes.IsStorage(type))
            return Scalar(parameter, type);
        Array storage = Storage(parameter, type);
        if (parameter.Sampling.IsDiagonallyDominant)
            Diagonal.Strengthen(storage);
        return storage;
    }

    private object? Scalar(CorpusParameter parameter, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } present)
            return IsMissing() ? null : Scalar(parameter, present);
        if (RealTypes.IsReal(type))
            return RealTypes.Convert(Real(parameter), type);
        if (RealTypes.IsStruct(type))
            return Struct(parameter, type);
        int value = parameter.Sampling.Value(sample);
        return type.IsEnum ? Enum.ToObject(type, value) : Convert.ChangeType(value, type);
    }

    private object Struct(CorpusParameter parameter, Type type)
    {
        object made = Activator.CreateInstance(type)!;
        if (InlineElements.Are(type))
            return InlineElements.Make(type, Vector(parameter, InlineElements.TypeIn(type), InlineElements.Of(made).Length));
        foreach (FieldInfo field in RealTypes.Fields(type))
            field.SetValue(made, field.FieldType.IsArray ? Storage(parameter, field.FieldType) : Scalar(parameter, field.FieldType));
        return made;
    }

    /// <summary>Of the values that may be missing, the first is in every second sample, the next in every second pair of samples, and so on.</summary>
    private bool IsMissing() => ((sample >> _nullables++) & 1) != 0;

    private double Real(CorpusParameter parameter)
    {
        RangeAttribute range = parameter.Sampling.Range;
        double quantum = Math.ScaleB(1, Math.ILogB(Math.Max(Math.Abs(range.Low), Math.Abs(range.High))) - _bits);
        double value = range.Low + ((range.High - range.Low) * _random.NextDouble());
        return Math.Round(value / quantum) * quantum;
    }

    private Array Storage(CorpusParameter parameter, Type type)
    {
        if (RealTypes.IsOneDimensional(type))
            return Vector(parameter, RealTypes.Element(type), Length(parameter));
        int rows = parameter.Sampling.RowLengths?.Length ?? parameter.Sampling.Rows(sample);
        int columns = parameter.Sampling.Columns(sample);
        return type.GetArrayRank() switch
        {
            1 => Jagged(parameter, type, rows, columns),
            2 => Filled(parameter, type.GetElementType()!, rows, columns),
            _ => Filled(parameter, type.GetElementType()!, rows, columns, 2),
        };
    }

    private int Length(CorpusParameter parameter)
    {
        if (parameter.Sampling.Elements is { } elements)
            return elements.Length;
        return parameter.Sampling.LengthFrom is { } from
            ? from.Parameters.Select(Size).Aggregate(1, (product, size) => product * size) + from.Plus
            : parameter.Sampling.Length(sample);
    }

    private int Size(string name) => Argument(function.Parameters.Single(p => p.Name == name)) switch
    {
        Array array => array.Length,
        object value => Convert.ToInt32(value),
        null => throw new InvalidOperationException($"{name} of {function.Name} has no size."),
    };

    private Array Vector(CorpusParameter parameter, Type element, int length)
    {
        Array vector = Array.CreateInstance(element, length);
        for (int i = 0; i < length; i++)
            vector.SetValue(parameter.Sampling.Elements is { } given ? RealTypes.Convert(given[i], element) : Scalar(parameter, element), i);
        return vector;
    }

    private Array Filled(CorpusParameter parameter, Type element, params int[] lengths)
    {
        Array array = Array.CreateInstance(element, lengths);
        foreach (int[] index in Reals.Indices(array))
            array.SetValue(Scalar(parameter, element), index);
        return array;
    }

    private Array Jagged(CorpusParameter parameter, Type type, int rows, int columns)
    {
        Array jagged = Array.CreateInstance(RealTypes.Element(type), rows);
        for (int i = 0; i < rows; i++)
            jagged.SetValue(Vector(parameter, RealTypes.Leaf(type), parameter.Sampling.RowLengths?[i] ?? columns), i);
        return jagged;
    }

    /// <summary>FNV-1a: the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int Seed(string name, int sample) =>
        name.Aggregate(unchecked((int)2166136261) + sample, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
