using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>Methods over tensors that are one operation. Weights have the shape [2, 2], biases [2].</summary>
internal static partial class TensorMethods
{
    private static readonly Variable<double> s_scale = new([1.5, -0.5], name: "scale");

    /// <summary>What <see cref="WithVariable"/> computes from besides its inputs.</summary>
    public static Variable<double> Scale => s_scale;

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Loss(Tensor<double> w, Tensor<double> b, [NonDifferentiable] Tensor<double> inputs, int times = 1)
    {
        Tensor<double> x = inputs;
        for (int i = 0; i < times; i++)
            x = Tensor.Tanh(Tensor.MatMul(x, w) + b);
        return Tensor.Sum(x * x);
    }

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Layer(Tensor<double> w, Tensor<double> b) => Tensor.Sigmoid((w * w) - b);

    [Differentiable(Derivatives.Operation)]
    public static (Tensor<double> Loss, Tensor<double> Norms) Two(Tensor<double> w, Tensor<double> b) => (Tensor.Sum(w * b), Tensor.Exp(w));

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> OfArray(Tensor<double>[] layers, Tensor<double> b)
    {
        Tensor<double> x = b;
        foreach (Tensor<double> layer in layers)
            x = Tensor.Tanh(Tensor.MatVec(layer, x));
        return Tensor.Sum(x);
    }

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> WithDefault(Tensor<double> w, Tensor<double>? b = null) => b is null ? w * w : w * b;

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> OfVariable(Variable<double> w, Tensor<double> b) => Tensor.Sum(w * w * b);

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> WithVariable(Tensor<double> w, Tensor<double> b) => Tensor.Sum(w * w * s_scale) + Tensor.Sum(b);

    [Differentiable(Derivatives.Operation)]
    public static Tensor<T> Generic<T>(Tensor<T> w, Tensor<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Sum(Tensor.Sigmoid(w * b));

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Itself(Tensor<double> w) => w;

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Extended(this Tensor<double> w, [NonDifferentiable] double by) => w * w * by;

    /// <summary>Its derivative passes through a number, in a method that it calls.</summary>
    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Normalized(Tensor<double> w) => Tensor.Sum(Tensor.Exp(DividedByNorm(w)));

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> NormalizedWithVariable(Tensor<double> b) => Tensor.Sum(Tensor.Exp(DividedByNorm(b * s_scale)));

    /// <summary>Two results, of which the number is none.</summary>
    [Differentiable(Derivatives.Operation)]
    public static (Tensor<double> Product, Tensor<double> Sum) PairWithVariable(Tensor<double> b) => (b * s_scale, b + s_scale);

    [Differentiable(Derivatives.Operation)]
    public static (Tensor<double> Quotient, Tensor<double> Sum) NormalizedPairWithVariable(Tensor<double> b) => (DividedByNorm(b * s_scale), b + s_scale);

    /// <summary>Only a number of the one input meets the other.</summary>
    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> ScaledByNorm(Tensor<double> x, Tensor<double> w)
    {
        double norm = Tensor.Norm(x).ToScalar();
        return Tensor.Sum(norm * Tensor.Sin(w));
    }

    /// <summary>A number decides, and nothing passes through it.</summary>
    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Decided(Tensor<double> w) => Tensor.Sum(w).ToScalar() > 0 ? w * w : w;

    [Differentiable]
    public static Tensor<double> DividedByNorm(Tensor<double> w)
    {
        double norm = Tensor.Norm(w).ToScalar();
        return w / norm;
    }

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> ByReference(in Tensor<double> w, in Tensor<double> b, in int times) => Tensor.Sum(Tensor.Cos(w * b)) * times;
}

/// <summary>A model whose parameters are its members.</summary>
internal sealed partial class Perceptron
{
    [Differentiable]
    private readonly Tensor<double> _bias = [0.1, 0.2];

    [Differentiable]
    public Variable<double> Kernel { get; } = new([[0.1, 0.2], [0.3, -0.4]]);

    public Tensor<double> Bias => _bias;

    [Differentiable(Derivatives.Operation)]
    public Tensor<double> Loss(Tensor<double> x) => Tensor.Average(Tensor.Square(Tensor.MatMul(x, Kernel) + _bias));
}
