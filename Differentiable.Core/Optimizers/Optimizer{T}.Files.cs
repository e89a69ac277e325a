using System.Globalization;
using System.Numerics;
using Differentiable.Layers;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <content>What is remembered, in files.</content>
public abstract partial class Optimizer<T>
{
    private const string StepsName = "steps";

    /// <summary>Writes what is remembered of variables, and how many steps were made, to a file in the safetensors format.</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="variables">The variables by their names, as a module's <see cref="Module{T}.NamedVariables"/>. Those that no step has changed are left out.</param>
    public void Save(string path, IReadOnlyList<KeyValuePair<string, Variable<T>>> variables)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(variables);
        if (IsOfHalves)
            Save<float>(path, variables);
        else
            Save<T>(path, variables);
    }

    /// <summary>Remembers of variables what a file says, and that so many steps were made, so that training goes on as if it had not been interrupted.</summary>
    /// <param name="path">The file, written by an optimizer of the same kind.</param>
    /// <param name="variables">The variables by their names, as a module's <see cref="Module{T}.NamedVariables"/>.</param>
    /// <exception cref="InvalidDataException">It is no such file; or it has other names or shapes than this kind of optimizer remembers of the variables. Then nothing is changed.</exception>
    public void Load(string path, IReadOnlyList<KeyValuePair<string, Variable<T>>> variables)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(variables);
        if (IsOfHalves)
            Load<float>(path, variables);
        else
            Load<T>(path, variables);
    }

    private void Save<TNumber>(string path, IReadOnlyList<KeyValuePair<string, Variable<T>>> variables)
        where TNumber : unmanaged
    {
        List<KeyValuePair<string, Tensor<TNumber>>> tensors = [];
        foreach ((string name, Variable<T> variable) in variables)
        {
            if (_states.TryGetValue(variable, out Array? states))
                tensors.AddRange(StateNames.Zip((TNumber[][])states, (state, elements) => KeyValuePair.Create($"{name}/{state}", Tensor.From(elements, variable.Shape))));
        }
        using FileStream file = File.Create(path);
        SafeTensors.Write(file, tensors, new Dictionary<string, string> { [StepsName] = Steps.ToString(CultureInfo.InvariantCulture) });
    }

    private void Load<TNumber>(string path, IReadOnlyList<KeyValuePair<string, Variable<T>>> variables)
        where TNumber : unmanaged
    {
        using FileStream file = File.OpenRead(path);
        Dictionary<string, string> texts = SafeTensors.ReadMetadata(file);
        file.Position = 0;
        Dictionary<string, Tensor<TNumber>> tensors = SafeTensors.Read<TNumber>(file);
        if (!texts.TryGetValue(StepsName, out string? text) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long steps))
            throw new InvalidDataException($"{path} does not say how many steps were made: no optimizer has written it.");
        List<(Variable<T> Variable, TNumber[][] States)> found = [];
        foreach ((string name, Variable<T> variable) in variables)
        {
            if (StateNames.Any(state => tensors.ContainsKey($"{name}/{state}")))
                found.Add((variable, Array.ConvertAll(StateNames, state => Taken(path, tensors, $"{name}/{state}", variable.Shape))));
        }
        if (tensors.Count > 0)
            throw new InvalidDataException($"{path} does not fit the optimizer and the variables. Only in the file: {string.Join(", ", tensors.Keys)}. A layer has its variables only when it has seen an input: apply the module to one first.");
        foreach ((_, Variable<T> variable) in variables)
            _states.Remove(variable);
        foreach ((Variable<T> variable, TNumber[][] states) in found)
            _states.AddOrUpdate(variable, states);
        Steps = steps;
    }

    /// <summary>Takes a tensor out of those that were read.</summary>
    private static TNumber[] Taken<TNumber>(string path, Dictionary<string, Tensor<TNumber>> tensors, string name, Shape shape)
        where TNumber : unmanaged
    {
        if (!tensors.Remove(name, out Tensor<TNumber>? tensor))
            throw new InvalidDataException($"{path} does not fit the optimizer: there is no \"{name}\".");
        return tensor.Shape.Equals(shape)
            ? tensor.ToArray()
            : throw new InvalidDataException($"{path} does not fit the variables: \"{name}\" has the shape {tensor.Shape} there and {shape} here.");
    }
}
