using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>Activation functions by their names.</summary>
internal static class Activations
{
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Func<Tensor<T>, Tensor<T>> Find<T>(string activation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(activation);
        return Named<T>.Functions.TryGetValue(activation, out Func<Tensor<T>, Tensor<T>>? function)
            ? function
            : throw new ArgumentException($"There is no activation named \"{activation}\". There are {string.Join(", ", Named<T>.Functions.Keys)}; or pass a function.", nameof(activation));
    }

    private static class Named<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static readonly Dictionary<string, Func<Tensor<T>, Tensor<T>>> Functions = new()
        {
            ["linear"] = x => x,
            ["relu"] = Tensor.Relu,
            ["relu6"] = Tensor.Relu6,
            ["leakyRelu"] = x => Tensor.LeakyRelu(x),
            ["elu"] = x => Tensor.Elu(x),
            ["selu"] = Tensor.Selu,
            ["gelu"] = x => Tensor.Gelu(x),
            ["silu"] = Tensor.Silu,
            ["hardSwish"] = Tensor.HardSwish,
            ["mish"] = Tensor.Mish,
            ["sigmoid"] = Tensor.Sigmoid,
            ["hardSigmoid"] = Tensor.HardSigmoid,
            ["tanh"] = Tensor.Tanh,
            ["softplus"] = Tensor.Softplus,
            ["softsign"] = Tensor.SoftSign,
            ["softmax"] = x => Tensor.SoftMax(x),
        };
    }
}
