using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>A layer's weights and biases.</summary>
internal record struct Layer(Tensor<double> Weights, Tensor<double> Biases);

/// <summary>What may come in, and go out.</summary>
internal static partial class Inputs
{
    [Differentiable]
    public static Tensor<double> Arrays(Tensor<double>[] weights, Tensor<double> b)
    {
        Tensor<double> h = b;
        for (int i = 0; i < weights.Length; i++)
            h = Tensor.Tanh(Tensor.MatVec(weights[i], h) + b);
        return Tensor.Sum(h * h);
    }

    [Differentiable]
    public static Tensor<double> First(ReadOnlySpan<Tensor<double>> weights) => Tensor.Sum(weights[0] * weights[0]);

    [Differentiable]
    public static Tensor<double> Layers(Layer[] layers, [NonDifferentiable] Tensor<double> x)
    {
        Tensor<double> h = x;
        foreach (Layer layer in layers)
            h = Tensor.Tanh(Tensor.MatMul(h, layer.Weights) + layer.Biases);
        return Tensor.Sum(h * h);
    }

    [Differentiable]
    public static Tensor<double> OfLayer(Layer layer, Tensor<double> x) => Tensor.Softplus(Tensor.MatMul(x, layer.Weights) + layer.Biases);

    [Differentiable]
    public static Tensor<double> TwoLayers(Layer first, Layer second, [NonDifferentiable] Tensor<double> x) => OfLayer(second, OfLayer(first, x));

    [Differentiable]
    public static Tensor<T> Generic<T>(Tensor<T> w, Tensor<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Sum(Tensor.Sigmoid(w * b));

    [Differentiable]
    public static Tensor<double> OfVariable(Variable<double> w, Tensor<double> b) => Tensor.Sum((w * b) - Tensor.Square(b));

    [Differentiable]
    public static Tensor<double> WithDefault(Tensor<double> w, Tensor<double>? b = null) => b is null ? w * w : w * b;

    [Differentiable]
    public static (Tensor<double> Loss, Tensor<double> Norm) Two(Tensor<double> w, Tensor<double> b) => (Tensor.Sum(w * b), Tensor.Norm(w));

    [Differentiable]
    public static void Changed(ref Tensor<double> w, Tensor<double> b, out Tensor<double> sum)
    {
        w = w * b;
        sum = Tensor.Sum(w);
    }

    [Differentiable]
    public static double Number(Tensor<double> w, Tensor<double> b)
    {
        double norm = (double)Tensor.Sum(w * w);
        return Math.Sqrt(norm) + (Tensor.Sum(b).ToScalar() * norm);
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfNumbers(double a, double b)
    {
        Tensor<double> x = Tensor.LinSpace(0.0, 1.0, 5);
        return Tensor.Sum(Tensor.Exp(x * a) + b).ToScalar() * a;
    }

    [Differentiable]
    public static Tensor<float> Narrowed(Tensor<double> w, Tensor<double> b) => Tensor.Cast<double, float>(w * b);
}

/// <summary>A model whose parameters are its members.</summary>
internal sealed partial class Dense
{
    [Differentiable]
    private readonly Tensor<double> _bias = [0.1, 0.2];

    [Differentiable]
    public Variable<double> Kernel { get; } = new([[0.1, 0.2], [0.3, -0.4]]);

    public Tensor<double> Bias => _bias;

    [Differentiable]
    public Tensor<double> Loss([NonDifferentiable] Tensor<double> x) => Tensor.Average(Tensor.Square(Tensor.MatMul(x, Kernel) + _bias));
}
