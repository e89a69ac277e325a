using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Gradients for more sources in a tuple.</content>
public sealed partial class GradientTape
{
    /// <summary>The gradients with respect to five sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        Tensor<T> target,
        (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>) sources,
        UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Gradient(target, new[] { sources.Item1, sources.Item2, sources.Item3, sources.Item4, sources.Item5 }, unconnectedGradients) is var g
            ? (g[0], g[1], g[2], g[3], g[4])
            : default;

    /// <summary>The gradients with respect to six sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        Tensor<T> target,
        (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>) sources,
        UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Gradient(target, new[] { sources.Item1, sources.Item2, sources.Item3, sources.Item4, sources.Item5, sources.Item6 }, unconnectedGradients) is var g
            ? (g[0], g[1], g[2], g[3], g[4], g[5])
            : default;

    /// <summary>The gradients with respect to seven sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        Tensor<T> target,
        (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>) sources,
        UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Gradient(target, new[] { sources.Item1, sources.Item2, sources.Item3, sources.Item4, sources.Item5, sources.Item6, sources.Item7 }, unconnectedGradients) is var g
            ? (g[0], g[1], g[2], g[3], g[4], g[5], g[6])
            : default;
}
