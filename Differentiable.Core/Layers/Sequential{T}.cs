using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>Modules one behind the other.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Sequential<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Modules one behind the other.</summary>
    /// <param name="modules">The modules, from the input on.</param>
    public Sequential(params ReadOnlySpan<Module<T>> modules)
    {
        foreach (Module<T> module in modules)
            Add(module);
    }

    /// <inheritdoc/>
    public override Tensor<T> Apply(Tensor<T> x) => Modules.Aggregate(x.Given(), (value, module) => module.Apply(value));
}
