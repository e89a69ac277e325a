using Differentiable;
using Differentiable.Tensors;

namespace IrisClassifier;

/// <summary>The same network and loss as one method over tensors, of which the compiler writes the gradient.</summary>
internal static partial class TensorNetwork
{
    [Differentiable]
    public static Tensor<double> Loss(
        Tensor<double> kernel1, Tensor<double> bias1, Tensor<double> kernel2, Tensor<double> bias2, [NonDifferentiable] Tensor<double> inputs, Tensor<int> species)
    {
        Tensor<double> hidden = Tensor.Tanh(Tensor.MatMul(inputs, kernel1) + bias1);
        Tensor<double> logits = Tensor.MatMul(hidden, kernel2) + bias2;
        return Tensor.Average(Tensor.SparseSoftMaxCrossEntropy(logits, species));
    }
}
