using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>A function without parameters as a layer: pooling, reshaping, an activation.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="function">The function.</param>
public sealed class Lambda<T>(Func<Tensor<T>, Tensor<T>> function) : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Func<Tensor<T>, Tensor<T>> _function = function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    public override Tensor<T> Apply(Tensor<T> x) => _function(x.Given());
}
