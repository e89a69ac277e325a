using System.Numerics;

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
        T below = slope ?? T.CreateChecked(0.2);
        Tensor<T> y = Elementwise.Map(x, Kernel.Of<T, T>(x => x > T.Zero ? x : below * x));
        return Recorder.Unary(nameof(LeakyRelu), y, x, (x, below), static (dy, kept) => Where(kept.x > T.Zero, dy, dy * kept.below));
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
        T depth = alpha ?? T.One;
        Tensor<T> y = Elementwise.Map(x, Kernel.Of<T, T>(x => x > T.Zero ? x : depth * NearZero.ExpM1(x)));
        return Recorder.Unary(nameof(Elu), y, x, (x, y, depth), static (dy, kept) => Where(kept.x < T.Zero, dy * (kept.y + kept.depth), dy));
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
        return x * (approximate ? ProbabilityBelowByTanh(x) : ProbabilityBelow(x));
    }

    private static Tensor<T> ProbabilityBelow<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(0.5) * Erfc(x * T.CreateChecked(-Math.Sqrt(0.5)));

    /// <summary><c>(1 + Tanh(z)) / 2</c> is <c>Sigmoid(2 z)</c>, which is exact where it is small.</summary>
    private static Tensor<T> ProbabilityBelowByTanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Sigmoid(T.CreateChecked(Math.Sqrt(8 / Math.PI)) * (x + (T.CreateChecked(0.044715) * (x * Square(x)))));
}
