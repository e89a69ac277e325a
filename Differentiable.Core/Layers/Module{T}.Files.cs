using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <content>Parameters in files.</content>
public abstract partial class Module<T>
{
    /// <summary>Writes all variables to a file in the safetensors format.</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <exception cref="InvalidOperationException">There are no variables; a layer has them only when it has seen an input.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (NamedVariables.Count == 0)
            throw new InvalidOperationException("There is nothing to save: the module has no variables. A layer has its variables only when it has seen an input: apply the module to one first.");
        using FileStream file = File.Create(path);
        SafeTensors.Write(file, NamedVariables.Select(variable => KeyValuePair.Create(variable.Key, (Tensor<T>)variable.Value)));
    }

    /// <summary>Assigns variables from a file in the safetensors format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isStrict">Has the file to have all variables, and nothing else? If not, those are assigned that it has, and what else it has is left out, also tensors of other types.</param>
    /// <returns>The names of the variables that were assigned.</returns>
    /// <exception cref="InvalidDataException">It is no such file; or it has other shapes than the variables, or, if it must not, other names. Then none is assigned.</exception>
    public IReadOnlyList<string> Load(string path, bool isStrict = true)
    {
        using FileStream file = File.OpenRead(path);
        Dictionary<string, Tensor<T>> tensors = SafeTensors.Read<T>(file, skipOthers: !isStrict);
        KeyValuePair<string, Variable<T>>[] variables = [.. NamedVariables.Where(variable => isStrict || tensors.ContainsKey(variable.Key))];
        if (isStrict)
            RequireSameNames(path, tensors, variables);
        foreach ((string name, Variable<T> variable) in variables)
        {
            if (!tensors[name].Shape.Equals(variable.Shape))
                throw new InvalidDataException($"{path} does not fit the module: \"{name}\" has the shape {tensors[name].Shape} there and {variable.Shape} here.");
        }
        foreach ((string name, Variable<T> variable) in variables)
            variable.Assign(tensors[name]);
        return [.. variables.Select(variable => variable.Key)];
    }

    private static void RequireSameNames(string path, Dictionary<string, Tensor<T>> tensors, KeyValuePair<string, Variable<T>>[] variables)
    {
        string[] unknown = [.. tensors.Keys.Except(variables.Select(variable => variable.Key))], missing = [.. variables.Select(variable => variable.Key).Except(tensors.Keys)];
        if (unknown.Length + missing.Length > 0)
            throw new InvalidDataException($"{path} does not fit the module. Only in the file: {Listed(unknown)}; only in the module: {Listed(missing)}. A layer has its variables only when it has seen an input: apply the module to one first.");
    }

    private static string Listed(string[] names) => names.Length == 0 ? "nothing" : string.Join(", ", names);
}
