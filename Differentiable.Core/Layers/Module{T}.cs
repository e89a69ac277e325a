using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A function with parameters that are trained: a layer, or a network of layers. A module of one's own derives from this, keeps its layers in fields, tells of them by
/// <see cref="Add{TModule}"/>, and says in <see cref="Apply"/> what it computes.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public abstract partial class Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<KeyValuePair<string, Variable<T>>> _variables = [];
    private readonly List<KeyValuePair<string, Module<T>>> _modules = [];

    /// <summary>The variables of this module and of those in it, by their names: <c>kernel</c>, <c>0/kernel</c>. Layers that learn the size of their input from the first one have none before.</summary>
    public IReadOnlyList<KeyValuePair<string, Variable<T>>> NamedVariables =>
    [
        .. _variables,
        .. _modules.SelectMany(module => module.Value.NamedVariables.Select(variable => KeyValuePair.Create($"{module.Key}/{variable.Key}", variable.Value))),
    ];

    /// <summary>Those of the variables that are trained, each once.</summary>
    public IReadOnlyList<Variable<T>> TrainableVariables => [.. NamedVariables.Select(variable => variable.Value).Where(variable => variable.IsTrainable).Distinct()];

    /// <summary>The modules that are parts of this one, in the order in which they were added.</summary>
    private protected IEnumerable<Module<T>> Modules => _modules.Select(module => module.Value);

    /// <summary>Is the module being trained? Some layers, like <see cref="Dropout{T}"/>, do something else then.</summary>
    public bool IsTraining { get; private set; }

    /// <summary>What the module computes.</summary>
    /// <param name="x">The input; its first axis is that of the batch.</param>
    public abstract Tensor<T> Apply(Tensor<T> x);

    /// <summary>Says to this module and all in it whether they are being trained.</summary>
    /// <param name="isTraining">Are they?</param>
    public void Train(bool isTraining = true)
    {
        IsTraining = isTraining;
        foreach (Module<T> module in Modules)
            module.Train(isTraining);
    }

    /// <summary>Makes a variable one of this module's.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="initialValue">Its first value.</param>
    /// <param name="isTrainable">Is it trained?</param>
    /// <exception cref="ArgumentException">The module has something of this name, or the name has a slash.</exception>
    protected Variable<T> Add(string name, Tensor<T> initialValue, bool isTrainable = true)
    {
        RequireNew(name);
        Variable<T> variable = new(initialValue, isTrainable, name);
        _variables.Add(new(name, variable));
        return variable;
    }

    /// <summary>Makes a module a part of this one.</summary>
    /// <typeparam name="TModule">Its type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="name">What it is called; by default it is numbered.</param>
    /// <exception cref="ArgumentException">The module has something of this name, or the name has a slash.</exception>
    protected TModule Add<TModule>(TModule module, string? name = null)
        where TModule : Module<T>
    {
        name ??= $"{_modules.Count}";
        RequireNew(name);
        _modules.Add(new(name, module));
        return module;
    }

    /// <summary>Slashes stand between the names of modules and variables, so that no two variables have the same path.</summary>
    private void RequireNew(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Contains('/'))
            throw new ArgumentException($"\"{name}\" has a slash, which stands between the names of a module and of what is in it. Add a module of that name, or write the name with another sign.", nameof(name));
        if (_variables.Any(variable => variable.Key == name) || _modules.Any(module => module.Key == name))
            throw new ArgumentException($"The module has something named \"{name}\" already.", nameof(name));
    }
}
