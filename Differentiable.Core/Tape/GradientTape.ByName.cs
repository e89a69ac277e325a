using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Derivatives for sources that go by names.</content>
public sealed partial class GradientTape
{
    /// <summary>The gradients with respect to sources that go by names.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each source, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> Gradient<TKey, T>(
        Tensor<T> target, IReadOnlyDictionary<TKey, Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => Gradient(target, all, unconnectedGradients));

    /// <summary>The gradients with respect to variables that go by names.</summary>
    /// <inheritdoc cref="Gradient{TKey, T}(Tensor{T}, IReadOnlyDictionary{TKey, Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each variable, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> Gradient<TKey, T>(
        Tensor<T> target, IReadOnlyDictionary<TKey, Variable<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => Gradient(target, all, unconnectedGradients));

    /// <summary>The gradients of all elements of all targets, summed, with respect to sources that go by names.</summary>
    /// <inheritdoc cref="Gradient{T}(IReadOnlyList{Tensor{T}}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each source, by the same key.</returns>
    [OverloadResolutionPriority(1)]
    public Dictionary<TKey, Tensor<T>?> Gradient<TKey, T>(
        IReadOnlyList<Tensor<T>> targets, IReadOnlyDictionary<TKey, Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => Gradient(targets, all, unconnectedGradients));

    /// <summary>The gradients of all elements of all targets, summed, with respect to variables that go by names.</summary>
    /// <inheritdoc cref="Gradient{TKey, T}(IReadOnlyList{Tensor{T}}, IReadOnlyDictionary{TKey, Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each variable, by the same key.</returns>
    [OverloadResolutionPriority(1)]
    public Dictionary<TKey, Tensor<T>?> Gradient<TKey, T>(
        IReadOnlyList<Tensor<T>> targets, IReadOnlyDictionary<TKey, Variable<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => Gradient(targets, all, unconnectedGradients));

    /// <summary>The gradients with respect to sources that go by names, from the cotangents of the target's elements.</summary>
    /// <inheritdoc cref="GradientWith{T}(Tensor{T}, Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each source, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> GradientWith<TKey, T>(
        Tensor<T> target, Tensor<T>? outputGradient, IReadOnlyDictionary<TKey, Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => GradientWith(target, outputGradient, all, unconnectedGradients));

    /// <summary>The derivatives of each element of the target with respect to each element of sources that go by names.</summary>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each source, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> Jacobian<TKey, T>(
        Tensor<T> target, IReadOnlyDictionary<TKey, Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => Jacobian(target, all, unconnectedGradients));

    /// <summary>The derivatives of each element of the target with respect to each element of variables that go by names.</summary>
    /// <inheritdoc cref="Jacobian{TKey, T}(Tensor{T}, IReadOnlyDictionary{TKey, Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each variable, by the same key.</returns>
    public Dictionary<TKey, Tensor<T>?> Jacobian<TKey, T>(
        Tensor<T> target, IReadOnlyDictionary<TKey, Variable<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TKey : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => ByName(sources, (IReadOnlyList<Tensor<T>> all) => Jacobian(target, all, unconnectedGradients));

    private static Dictionary<TKey, Tensor<T>?> ByName<TKey, TSource, T>(IReadOnlyDictionary<TKey, TSource> sources, Func<IReadOnlyList<Tensor<T>>, Tensor<T>?[]> derivatives)
        where TKey : notnull
        where TSource : Tensor<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(sources);
        TKey[] keys = [.. sources.Keys];
        return keys.Zip(derivatives([.. keys.Select(key => (Tensor<T>)sources[key])])).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
