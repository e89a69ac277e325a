using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Gradients of functions of several tensors.</content>
public static partial class Gradient
{
    /// <summary>The gradient of a function of three tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>, Tensor<T>)> Of<T>(
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x1, x2, x3) =>
            Differentiated(inputs => function(inputs[0], inputs[1], inputs[2]), [x1, x2, x3]) is var (_, g) ? (g[0], g[1], g[2]) : default;
    }

    /// <summary>The gradient of a function of four tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>)> Of<T>(
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x1, x2, x3, x4) =>
            Differentiated(inputs => function(inputs[0], inputs[1], inputs[2], inputs[3]), [x1, x2, x3, x4]) is var (_, g) ? (g[0], g[1], g[2], g[3]) : default;
    }

    /// <summary>The gradient of a function of five tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>)> Of<T>(
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x1, x2, x3, x4, x5) =>
            Differentiated(inputs => function(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]), [x1, x2, x3, x4, x5]) is var (_, g) ? (g[0], g[1], g[2], g[3], g[4]) : default;
    }

    /// <summary>The gradient of a function of six tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>)> Of<T>(
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x1, x2, x3, x4, x5, x6) =>
            Differentiated(inputs => function(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5]), [x1, x2, x3, x4, x5, x6]) is var (_, g) ? (g[0], g[1], g[2], g[3], g[4], g[5]) : default;
    }

    /// <summary>The gradient of a function of seven tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>)> Of<T>(
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x1, x2, x3, x4, x5, x6, x7) =>
            Differentiated(inputs => function(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5], inputs[6]), [x1, x2, x3, x4, x5, x6, x7]) is var (_, g) ? (g[0], g[1], g[2], g[3], g[4], g[5], g[6]) : default;
    }
}
