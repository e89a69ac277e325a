using Differentiable.Tensors;

namespace Differentiable.Tests.Documentation;

/// <summary>The methods that the guide to methods as operations is about.</summary>
internal static partial class Chain
{
    [Differentiable(Derivatives.Operation)]
    public static double Energy(ReadOnlySpan<double> positions, double stiffness, int power)
    {
        double sum = 0;
        for (int i = 1; i < positions.Length; i++)
            sum += Math.Pow(positions[i] - positions[i - 1], power);
        return stiffness * sum;
    }

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Loss(Tensor<double> kernel, Tensor<double> bias, [NonDifferentiable] Tensor<double> inputs)
    {
        Tensor<double> outputs = Tensor.Tanh(Tensor.MatMul(inputs, kernel) + bias);
        return Tensor.Sum(Tensor.Square(outputs));
    }
}
