using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Losses of small networks, as users write them. Weights have the shape [2, 2], biases [2].</summary>
internal static partial class Networks
{
    private static readonly Tensor<double> s_inputs = [[0.1, 0.2], [0.4, 0.5], [0.7, -0.2]];

    private static readonly Tensor<double> s_targets = [[1, 0], [0, 1], [1, 1]];

    private static readonly Tensor<int> s_classes = [1, 0, 1];

    [Differentiable]
    public static Tensor<double> Regression(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> hidden = Tensor.Tanh(Tensor.MatMul(s_inputs, w) + b);
        Tensor<double> error = hidden - s_targets;
        return Tensor.Average(Tensor.Square(error) * 0.5);
    }

    [Differentiable]
    public static Tensor<double> Classification(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> hidden = Tensor.Relu(Tensor.MatMul(s_inputs, w) + b);
        Tensor<double> logits = Tensor.MatMul(hidden, Tensor.Transpose(w)) - b;
        return Tensor.Average(Tensor.SparseSoftMaxCrossEntropy(logits, s_classes)) + (0.01 * Tensor.Sum(w * w));
    }

    [Differentiable]
    public static Tensor<double> Recurrent(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> h = Tensor.Zeros<double>([2]);
        for (int i = 0; i < s_inputs.Shape[0]; i++)
            h = Tensor.Tanh(Tensor.MatMul(w, Tensor.Unsqueeze(h + s_inputs[i], 1))[.., 0] + b);
        return Tensor.Sum(h * h);
    }

    [Differentiable]
    public static Tensor<double> Gated(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> h, Tensor<double> c) = (b, b * 0.5);
        for (int i = 0; i < s_inputs.Shape[0]; i++)
        {
            Tensor<double> z = Tensor.MatVec(w, h) + s_inputs[i];
            Tensor<double> gate = Tensor.Sigmoid(z);
            c = (gate * c) + ((1.0 - gate) * Tensor.Tanh(z));
            h = gate * Tensor.Tanh(c);
        }
        return Tensor.Concatenate([h, c]);
    }

    [Differentiable]
    public static Tensor<double> Attention(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> queries = Tensor.MatMul(s_inputs, w) + b, keys = Tensor.MatMul(s_inputs, Tensor.Transpose(w));
        Tensor<double> scores = Tensor.MatMul(queries, Tensor.Transpose(keys)) / Math.Sqrt(2);
        return Tensor.MatMul(Tensor.SoftMax(scores), s_inputs * b);
    }

    [Differentiable]
    public static Tensor<double> Normalized(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = Tensor.MatMul(s_inputs, w);
        Tensor<double> mean = Tensor.Average(x, [-1], keepDimensions: true);
        Tensor<double> variance = Tensor.Variance(x, [-1], keepDimensions: true);
        return Tensor.Gelu((x - mean) / Tensor.Sqrt(variance + 1e-3) * b);
    }

    [Differentiable]
    public static Tensor<double> Convolution(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> image = Tensor.Reshape(Tensor.LinSpace(-1.0, 1.0, 16), 1, 4, 4, 1);
        Tensor<double> kernel = Tensor.Reshape(w, 2, 2, 1, 1);
        Tensor<double> features = Tensor.Conv2D(image, kernel);
        return Tensor.AveragePool2D(Tensor.Softplus(features), [2]) * b;
    }

    [Differentiable]
    public static Tensor<double> Embedded(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> rows = Tensor.Gather(w, s_classes);
        return Tensor.LogSumExp(rows + b, [0]);
    }

    [Differentiable]
    public static Tensor<double> Gaussian(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> covariance = Tensor.MatMul(w, Tensor.Transpose(w)) + Tensor.Eye<double>(2);
        Tensor<double> factor = Tensor.Cholesky(covariance);
        Tensor<double> white = Tensor.SolveTriangular(factor, Tensor.Unsqueeze(b, 1), isLower: true);
        return (0.5 * Tensor.Sum(white * white)) + Tensor.Sum(Tensor.Log(Tensor.Diagonal(factor)));
    }
}
