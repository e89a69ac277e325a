using System.Diagnostics.CodeAnalysis;

namespace Differentiable;

/// <summary>The numbers among the arguments of a method that its gradient has derivatives for, each with its name.</summary>
[RequiresUnreferencedCode("Looks into the fields of structs.")]
internal sealed class CheckedInputs
{
    private readonly object?[] _arguments;
    private readonly List<(int Parameter, NumberPlace Place)> _numbers = [];

    public CheckedInputs(IReadOnlyList<CheckedParameter> parameters, object?[] arguments)
    {
        _arguments = arguments;
        Active = [.. Enumerable.Range(0, parameters.Count).Where(i => parameters[i].IsActive)];
        foreach (int i in Active)
            _numbers.AddRange(NumberPlace.In(arguments[i], parameters[i].Layout, parameters[i].Name).Select(place => (i, place)));
    }

    /// <summary>Which parameters have derivatives.</summary>
    public IReadOnlyList<int> Active { get; }

    public int Count => _numbers.Count;

    public string NameOf(int index) => _numbers[index].Place.Name;

    public double this[int index] => NumberPlace.ToDouble(Number(index));

    /// <summary>The nearest number that can stand in the place.</summary>
    public double Nearest(int index, double value) => NumberPlace.ToDouble(NumberPlace.ToReal(value, Number(index).GetType()));

    /// <summary>Copies of all arguments, with another number in one place.</summary>
    public object?[] With(int index, double value)
    {
        object?[] copies = [.. _arguments.Select(NumberPlace.Copy)];
        (int parameter, NumberPlace place) = _numbers[index];
        copies[parameter] = place.Write(copies[parameter]!, value);
        return copies;
    }

    /// <summary>A unit tangent of one parameter, zeros for the others: in the shape of its argument.</summary>
    public object? Tangent(int parameter, int index)
    {
        object? zeros = NumberPlace.Zeros(_arguments[parameter]);
        return _numbers[index].Parameter == parameter ? _numbers[index].Place.Write(zeros!, 1) : zeros;
    }

    private object Number(int index) => _numbers[index].Place.Read(_arguments[_numbers[index].Parameter])!;
}
