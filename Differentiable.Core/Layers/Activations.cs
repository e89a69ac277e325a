using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>Activation functions by their names.</summary>
internal static class Activations
{
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Func<Tensor<T>, Tensor<T>> Find<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "linear" => x => x,
            "relu" => Tensor.Relu,
            "sigmoid" => Tensor.Sigmoid,
            "tanh" => Tensor.Tanh,
            "softplus" => Tensor.Softplus,
            "elu" => x => Tensor.Elu(x),
            "gelu" => x => Tensor.Gelu(x),
            "leakyRelu" => x => Tensor.LeakyRelu(x),
            "silu" => Tensor.Silu,
            "softmax" => x => Tensor.SoftMax(x),
            _ => throw new ArgumentException($"There is no activation named \"{name}\". There are linear, relu, leakyRelu, elu, gelu, silu, sigmoid, tanh, softplus, softmax; or pass a function.", nameof(name)),
        };
}
