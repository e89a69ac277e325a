using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Activations that let positive numbers through and dampen negative ones.</content>
public static partial class Tensor
{
    /// <summary>The element where it is positive, and a multiple of it elsewhere, also at 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    /// <param name="slope">What negative elements are multiplied with; by default 0.2.</param>
    public static Tensor<T> LeakyRelu<T>(Tensor<T> x, T? slope = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        T below = Below(slope);
        Tensor<T> y = Elementwise.Map(x, Kernel.Of<T, T>(x => x > T.Zero ? x : below * x));
        return Recorder.Unary(nameof(LeakyRelu), y, x, (x, slope), static (dy, kept) => TensorPullbacks.LeakyRelu(dy, kept.x, kept.slope));
    }

    /// <summary>
    /// The element where it is positive, and <c>alpha (Exp(x) - 1)</c> elsewhere; the derivative at 0 is 1 (Clevert, Unterthiner and Hochreiter, "Fast and accurate
    /// deep network learning by exponential linear units", 2015).
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    /// <param name="alpha">How far below 0 it goes; by default 1.</param>
    public static Tensor<T> Elu<T>(Tensor<T> x, T? alpha = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        T depth = Depth(alpha);
        Tensor<T> y = Elementwise.Map<T, T>(x, (x, y) => VectorPairs<T, ExponentialUnit>.Kernel.WithRight(x, depth, y));
        return Recorder.Unary(nameof(Elu), y, x, (x, alpha), static (dy, kept) => TensorPullbacks.Elu(dy, kept.x, kept.alpha));
    }

    /// <summary><c>x Sigmoid(x)</c>, also called swish. NaN at minus infinity.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Silu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return x * Sigmoid(x);
    }

    /// <summary>
    /// <c>x Φ(x)</c> with the probability Φ that a standard normal number is below x (Hendrycks and Gimpel, "Gaussian error linear units", 2016). NaN at minus
    /// infinity.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    /// <param name="approximate">With <c>(1 + Tanh(√(2/π) (x + 0.044715 x³))) / 2</c> for Φ?</param>
    public static Tensor<T> Gelu<T>(Tensor<T> x, bool approximate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return approximate
            ? Unary.OfInput(nameof(Gelu), x, VectorMap.Apply<T, GaussianUnitByTanh>, TensorPullbacks.GeluByTanh)
            : Unary.OfInput(nameof(Gelu), x, VectorMap.Apply<T, GaussianUnit>, TensorPullbacks.GeluOfErf);
    }

    /// <summary>What negative elements are multiplied with by <see cref="LeakyRelu"/>.</summary>
    internal static T Below<T>(T? slope)
        where T : unmanaged, IFloatingPointIeee754<T> => slope ?? T.CreateChecked(0.2);

    /// <summary>How far below 0 <see cref="Elu"/> goes.</summary>
    internal static T Depth<T>(T? alpha)
        where T : unmanaged, IFloatingPointIeee754<T> => alpha ?? T.One;
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.LeakyRelu"/>.</summary>
    [PullbackOf(nameof(Tensor.LeakyRelu), "x")]
    public static Tensor<T> LeakyRelu<T>(Tensor<T> dy, Tensor<T> x, T? slope)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Where(x > T.Zero, dy, dy * Tensor.Below(slope));

    /// <summary>The pullback of <see cref="Tensor.Elu"/>, from the operand: the result has lost what is left of <c>Exp(x)</c> where that is small.</summary>
    [PullbackOf(nameof(Tensor.Elu), "x")]
    public static Tensor<T> Elu<T>(Tensor<T> dy, Tensor<T> x, T? alpha)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Where(x < T.Zero, dy * (Tensor.Exp(Tensor.Min(x, T.Zero)) * Tensor.Depth(alpha)), dy);

    /// <summary>The pullback of <see cref="Tensor.Silu"/>.</summary>
    [PullbackOf(nameof(Tensor.Silu), "x")]
    public static Tensor<T> Silu<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> part = Tensor.Sigmoid(x);
        return MultiplyLeft(dy, part) + Sigmoid(MultiplyRight(dy, x), part);
    }

    /// <summary>The pullback of <see cref="Tensor.Gelu"/>.</summary>
    [PullbackOf(nameof(Tensor.Gelu), "x")]
    public static Tensor<T> Gelu<T>(Tensor<T> dy, Tensor<T> x, bool approximate)
        where T : unmanaged, IFloatingPointIeee754<T> => approximate ? GeluByTanh(dy, x) : GeluOfErf(dy, x);

    /// <summary>The pullback of the exact <see cref="Tensor.Gelu"/>, in one pass over the elements; an operation too, whose derivative is <c>(2 - x²) Exp(-x²/2) / √(2π)</c>.</summary>
    internal static Tensor<T> GeluOfErf<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, x, VectorPairs<T, GaussianUnitSlope>.Kernel, static (d, _, x) => GeluOfErf(d, x), static (d, dy, x) => d * dy * CurvatureOfGelu(Tensor.Square(InTails(x))));

    /// <summary>The pullback of the approximate <see cref="Tensor.Gelu"/>, in one pass over the elements; an operation too, so that it can be differentiated.</summary>
    internal static Tensor<T> GeluByTanh<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            dy, x, VectorPairs<T, GaussianUnitByTanhSlope>.Kernel, static (d, _, x) => GeluByTanh(d, x), static (d, dy, x) => d * dy * CurvatureOfGeluByTanh(x));

    private static Tensor<T> CurvatureOfGelu<T>(Tensor<T> square)
        where T : unmanaged, IFloatingPointIeee754<T> => (GeluNumbers<T>.Curvature - (square * GeluNumbers<T>.Density)) * Tensor.Exp(square * GeluNumbers<T>.MinusHalf);

    /// <summary>With <c>p = Sigmoid(u)</c> the derivative of <c>p + x p (1 - p) u'</c>: <c>p (1 - p) (u' (2 + x u' (1 - 2 p)) + x u'')</c>.</summary>
    private static Tensor<T> CurvatureOfGeluByTanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> bounded = Tensor.Clamp(x, -GeluNumbers<T>.Bound, GeluNumbers<T>.Bound), square = Tensor.Square(bounded), slope = GeluNumbers<T>.Scale + (square * GeluNumbers<T>.SquareScale);
        Tensor<T> probability = Tensor.Sigmoid(bounded * (GeluNumbers<T>.Scale + (square * GeluNumbers<T>.CubeScale))), spread = probability * (T.One - probability);
        Tensor<T> turn = (T.One + T.One) + (bounded * slope * (T.One - (probability + probability)));
        return (spread * slope * turn) + (spread * (square * (GeluNumbers<T>.SquareScale + GeluNumbers<T>.SquareScale)));
    }
}

/// <summary>The numbers of <see cref="Tensor.Gelu"/>.</summary>
internal static class GeluNumbers<T>
    where T : IFloatingPointIeee754<T>
{
    public static readonly T MinusHalf = T.CreateChecked(-0.5);

    public static readonly T Density = T.CreateChecked(1 / Math.Sqrt(2 * Math.PI));

    public static readonly T Curvature = T.CreateChecked(2 / Math.Sqrt(2 * Math.PI));

    public static readonly T Bound = T.CreateChecked(GaussianUnitByTanh.Bound);

    public static readonly T Scale = T.CreateChecked(GaussianUnitByTanh.Scale);

    public static readonly T CubeScale = T.CreateChecked(GaussianUnitByTanh.Scale * GaussianUnitByTanh.Cubic);

    public static readonly T SquareScale = T.CreateChecked(GaussianUnitByTanhSlope.SquareScale);
}
