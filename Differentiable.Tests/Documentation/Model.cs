using Differentiable.Tensors;

namespace Differentiable.Tests.Documentation;

/// <summary>The methods that the guide to tensors at compile time is about.</summary>
internal static partial class Model
{
    [Differentiable]
    public static Tensor<float> Loss(Tensor<float> kernel, Tensor<float> bias, [NonDifferentiable] Tensor<float> inputs, [NonDifferentiable] Tensor<float> targets)
    {
        Tensor<float> outputs = Tensor.Tanh(Tensor.MatMul(inputs, kernel) + bias);
        return Tensor.Average(Tensor.Square(outputs - targets));
    }

    [Differentiable]
    public static Tensor<float> Unrolled(Tensor<float> kernel, Tensor<float> start, [NonDifferentiable] Tensor<float> targets)
    {
        Tensor<float>[] states = new Tensor<float>[targets.Shape[0]];
        Tensor<float> state = start;
        for (int t = 0; t < states.Length; t++)
        {
            state = Tensor.Tanh(Tensor.MatVec(kernel, state));
            states[t] = state;
        }
        return Tensor.Average(Tensor.Square(Tensor.Stack<float>(states) - targets));
    }
}
