using Differentiable;

namespace IrisClassifier;

/// <summary>The same network and loss as loops over spans, of which the compiler writes the adjoint. Matrices are row-major, as tensors are.</summary>
internal static partial class SpanNetwork
{
    [Differentiable]
    public static double Loss(
        ReadOnlySpan<double> kernel1, ReadOnlySpan<double> bias1, ReadOnlySpan<double> kernel2, ReadOnlySpan<double> bias2,
        [NonDifferentiable] ReadOnlySpan<double> inputs, ReadOnlySpan<int> species)
    {
        int sizes = inputs.Length / species.Length;
        double sum = 0;
        for (int i = 0; i < species.Length; i++)
            sum += FlowerLoss(kernel1, bias1, kernel2, bias2, inputs.Slice(i * sizes, sizes), species[i]) / species.Length;
        return sum;
    }

    /// <summary>The loss of one flower. In a method of its own, it is reversed as soon as it was computed, and nothing is kept for all flowers.</summary>
    [Differentiable]
    public static double FlowerLoss(
        ReadOnlySpan<double> kernel1, ReadOnlySpan<double> bias1, ReadOnlySpan<double> kernel2, ReadOnlySpan<double> bias2,
        [NonDifferentiable] ReadOnlySpan<double> inputs, int species)
    {
        Span<double> hidden = stackalloc double[bias1.Length], outputs = stackalloc double[bias2.Length];
        Apply(kernel1, bias1, inputs, hidden);
        for (int j = 0; j < hidden.Length; j++)
            hidden[j] = Math.Tanh(hidden[j]);
        Apply(kernel2, bias2, hidden, outputs);
        return LogSumExp(outputs) - outputs[species];
    }

    /// <summary>outputs = inputs · kernel + bias.</summary>
    [Differentiable]
    public static void Apply(ReadOnlySpan<double> kernel, ReadOnlySpan<double> bias, ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        for (int j = 0; j < outputs.Length; j++)
            outputs[j] = bias[j];
        for (int k = 0; k < inputs.Length; k++)
            for (int j = 0; j < outputs.Length; j++)
                outputs[j] += inputs[k] * kernel[k * outputs.Length + j];
    }

    /// <summary>The logarithm of the sum of exponentials, of which the largest is taken out before it can overflow.</summary>
    [Differentiable]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
            largest = Math.Max(largest, x[i]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Exp(x[i] - largest);
        return largest + Math.Log(sum);
    }
}
