using Differentiable.Tensors;

namespace Differentiable.Tests.Documentation;

/// <summary>The method that the guide to tensors at compile time is about.</summary>
internal static partial class Model
{
    [Differentiable]
    public static Tensor<float> Loss(Tensor<float> kernel, Tensor<float> bias, [NonDifferentiable] Tensor<float> inputs, [NonDifferentiable] Tensor<float> targets)
    {
        Tensor<float> outputs = Tensor.Tanh(Tensor.MatMul(inputs, kernel) + bias);
        return Tensor.Average(Tensor.Square(outputs - targets));
    }
}
