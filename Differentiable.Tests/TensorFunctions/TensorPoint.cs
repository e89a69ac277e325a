using System.Reflection;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>Arguments for a function, away from its kinks and steps, and what its rules make of them. Destinations have one element more than they need.</summary>
internal sealed class TensorPoint
{
    private readonly TensorFunction _function;
    private readonly int _length;
    private readonly Random _random = new(17);
    private readonly Dictionary<string, object> _inputs = [];

    public TensorPoint(TensorFunction function, int length)
    {
        _function = function;
        _length = length;
        for (int i = 0; i < function.Parameters.Length; i++)
        {
            ParameterInfo parameter = function.Parameters[i];
            if (!TensorFunction.IsOutput(parameter))
                _inputs[parameter.Name!] = Sample(parameter, i);
        }
    }

    private TensorPoint(TensorFunction function, int length, Dictionary<string, object> inputs)
    {
        _function = function;
        _length = length;
        _inputs = inputs;
    }

    public IReadOnlyDictionary<string, object> Inputs => _inputs;

    /// <summary>The inputs moved along a direction.</summary>
    public TensorPoint MovedBy(double step, IReadOnlyDictionary<string, double[]> direction) => new(_function, _length, _inputs.ToDictionary(
        pair => pair.Key,
        pair => direction.TryGetValue(pair.Key, out double[]? tangents) ? Moved(pair.Value, tangents, step) : pair.Value));

    /// <summary>What the function gives for inputs moved along a direction.</summary>
    public double[] ValueAt(double step, IReadOnlyDictionary<string, double[]> direction)
    {
        TensorPoint moved = MovedBy(step, direction);
        return moved.Run(moved._inputs, out _);
    }

    /// <summary>Random numbers, as many as the input has.</summary>
    public double[] RandomLike(ParameterInfo input) => Numbers(TensorFunction.IsSpan(input) ? _length : 1);

    public double[] RandomOutputs() => Numbers(_function.HasRealResult ? 1 : _length * _function.Outputs.Count());

    /// <summary>The values and their tangents, as the tangent rule gives them.</summary>
    /// <param name="direction">The tangents of the inputs.</param>
    /// <param name="inPlace">Shall the first output be the storage of this input, tangents alike?</param>
    public (double[] Values, double[] Tangents) Push(IReadOnlyDictionary<string, double[]> direction, string? inPlace = null)
    {
        MethodInfo rule = _function.Tangent!;
        Dictionary<string, object> given = _inputs.ToDictionary(pair => pair.Key, pair => Copy(pair.Value));
        foreach ((string name, double[] tangents) in direction)
            given[name + "Dot"] = given[name] is double[]? tangents.ToArray() : tangents[0];
        foreach (ParameterInfo output in _function.Parameters.Where(TensorFunction.IsOutput))
        {
            given[output.Name!] = inPlace is null ? NewOutput(output) : given[inPlace];
            given[output.Name + "Dot"] = inPlace is null ? NewOutput(output) : given[inPlace + "Dot"];
        }
        object? result = Invoker.Invoke(rule, [.. rule.GetParameters().Select(parameter => given[parameter.Name!])]);
        if (result is (double value, double dot))
            return ([value], [dot]);
        return ([.. Concatenated(given, "")], [.. Concatenated(given, "Dot")]);
    }

    /// <summary>The adjoints of the inputs, as the pullback gives them for cotangents of the outputs; those that are not wanted get an empty span.</summary>
    public Dictionary<string, double[]> Pull(double[] cotangents, params IReadOnlyCollection<string> unwanted)
    {
        MethodInfo rule = _function.Pullback!;
        double[] values = Run(_inputs, out Dictionary<string, object> outputs);
        Dictionary<string, object> given = new(_inputs) { ["result"] = values.Length > 0 ? values[0] : 0.0, ["dresult"] = cotangents.Length > 0 ? cotangents[0] : 0.0 };
        foreach ((string name, object output) in outputs)
            given[name] = output;
        foreach (ParameterInfo input in _function.ActiveInputs.Where(TensorFunction.IsSpan))
            given["d" + input.Name] = unwanted.Contains(input.Name!) ? Array.Empty<double>() : Enumerable.Repeat(1.0, _length).ToArray();
        foreach ((ParameterInfo output, int i) in _function.Outputs.Select((output, i) => (output, i)))
            given["d" + output.Name] = cotangents.AsSpan(i * _length, _length).ToArray().Append(5.0).ToArray();
        object? returned = Invoker.Invoke(rule, [.. rule.GetParameters().Select(parameter => Argument(parameter.Name!, given))]);
        foreach (ParameterInfo output in _function.Outputs)
            Assert.Equal([.. new double[_length], 5.0], (double[])given["d" + output.Name]);
        return Adjoints(given, returned, unwanted);
    }

    private Dictionary<string, double[]> Adjoints(Dictionary<string, object> given, object? returned, IReadOnlyCollection<string> unwanted)
    {
        Dictionary<string, double[]> adjoints = [];
        int count = _function.ActiveInputs.Count(input => !TensorFunction.IsSpan(input));
        var scalars = new Queue<double>(Tuples.Parts(returned, count).Cast<double>());
        foreach (ParameterInfo input in _function.ActiveInputs)
        {
            if (!TensorFunction.IsSpan(input))
                adjoints[input.Name!] = [scalars.Dequeue()];
            else if (!unwanted.Contains(input.Name!))
                adjoints[input.Name!] = [.. ((double[])given["d" + input.Name]).Select(adjoint => adjoint - 1)];
        }
        return adjoints;
    }

    private object Argument(string name, Dictionary<string, object> given) =>
        given.TryGetValue(name, out object? known) ? known : ((Array)given[name[..^"Length".Length]]).Length;

    private double[] Run(Dictionary<string, object> inputs, out Dictionary<string, object> outputs)
    {
        Dictionary<string, object> made = _function.Parameters.Where(TensorFunction.IsOutput).ToDictionary(output => output.Name!, NewOutput);
        outputs = made;
        object? result = Invoker.Invoke(_function.Method, [.. _function.Parameters.Select(parameter => made.TryGetValue(parameter.Name!, out object? output) ? output : inputs[parameter.Name!])]);
        return result is double value ? [value] : [.. Concatenated(made, "")];
    }

    private IEnumerable<double> Concatenated(Dictionary<string, object> outputs, string suffix) =>
        _function.Outputs.SelectMany(output => ((double[])outputs[output.Name + suffix]).Take(_length));

    public object NewOutput(ParameterInfo output) => Array.CreateInstance(RealTypes.Leaf(output.ParameterType), _length + 1);

    private object Sample(ParameterInfo parameter, int position)
    {
        if (parameter.ParameterType == typeof(int))
            return parameter.Name == "n" ? 3 : 1;
        if (parameter.ParameterType == typeof(MidpointRounding))
            return MidpointRounding.ToEven;
        double[] numbers = [.. Enumerable.Range(0, TensorFunction.IsSpan(parameter) ? _length : 1).Select(i => SampleOne(parameter, position, i))];
        return TensorFunction.IsSpan(parameter) ? numbers : numbers[0];
    }

    /// <summary>Operands keep away from each other, from poles, and from multiples of a half of a tenth; five in a row are five numbers.</summary>
    private double SampleOne(ParameterInfo parameter, int position, int index)
    {
        string name = _function.Method.Name;
        int step = 3 * index % 5;
        if (name.EndsWith("Remainder", StringComparison.Ordinal))
            return position == 1 ? 0.23 : 0.41 + 0.2 * (step % 2);
        double number = (position switch { 0 => 0.41, 1 => 0.38, _ => 0.44 }) + 0.1 * step + (parameter.Name is "max" ? 0.5 : 0);
        if (name == "TanPi")
            return number / 2;
        if (name is "Acosh" || name is "Log" && position == 1)
            return number + 1;
        bool isPositive = new[] { "Log", "Sqrt", "Pow", "Root" }.Any(part => name.Contains(part, StringComparison.Ordinal)) || parameter.Name is "min" or "max";
        return isPositive || _random.Next(2) == 0 ? number : -number;
    }

    private double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextDouble() - 0.5)];

    private static object Moved(object input, double[] tangents, double step) => input is double[] numbers
        ? numbers.Zip(tangents, (number, tangent) => number + step * tangent).ToArray()
        : (double)input + step * tangents[0];

    private static object Copy(object input) => input is double[] numbers ? numbers.ToArray() : input;
}
