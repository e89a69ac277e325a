using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Gradients for sources that go by names.</content>
public sealed partial class GradientTape
{
    /// <summary>The gradients with respect to sources that go by names.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each source, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> Gradient<TKey, T>(
        Tensor<T> target, IReadOnlyDictionary<TKey, Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(target, sources, unconnectedGradients);

    /// <summary>The gradients with respect to variables that go by names.</summary>
    /// <inheritdoc cref="Gradient{TKey, T}(Tensor{T}, IReadOnlyDictionary{TKey, Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each variable, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> Gradient<TKey, T>(
        Tensor<T> target, IReadOnlyDictionary<TKey, Variable<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(target, sources, unconnectedGradients);

    private Dictionary<TKey, Tensor<T>?> ByName<TKey, TSource, T>(Tensor<T> target, IReadOnlyDictionary<TKey, TSource> sources, UnconnectedGradients unconnectedGradients)
        where TKey : notnull
        where TSource : Tensor<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(sources);
        TKey[] keys = [.. sources.Keys];
        Tensor<T>?[] gradients = Gradient(target, keys.Select(key => (Tensor<T>)sources[key]).ToArray(), unconnectedGradients);
        return keys.Zip(gradients).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
