using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>Activation functions by their names.</summary>
internal static class Activations
{
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Func<Tensor<T>, Tensor<T>> Find<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => Named<T>.Functions.TryGetValue(name, out Func<Tensor<T>, Tensor<T>>? function)
            ? function
            : throw new ArgumentException($"There is no activation named \"{name}\". There are {string.Join(", ", Named<T>.Functions.Keys)}; or pass a function.", nameof(name));

    private static class Named<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static readonly Dictionary<string, Func<Tensor<T>, Tensor<T>>> Functions = new()
        {
            ["linear"] = x => x,
            ["relu"] = Tensor.Relu,
            ["leakyRelu"] = x => Tensor.LeakyRelu(x),
            ["elu"] = x => Tensor.Elu(x),
            ["gelu"] = x => Tensor.Gelu(x),
            ["silu"] = Tensor.Silu,
            ["sigmoid"] = Tensor.Sigmoid,
            ["tanh"] = Tensor.Tanh,
            ["softplus"] = Tensor.Softplus,
            ["softmax"] = x => Tensor.SoftMax(x),
        };
    }
}
