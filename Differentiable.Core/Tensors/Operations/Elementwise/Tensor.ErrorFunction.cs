using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The error function.</content>
public static partial class Tensor
{
    /// <summary>
    /// The error function <c>2/√π ∫ Exp(-t²) dt</c> from 0 to x: the probability that a normal number of variance 1/2 is no farther from 0. Exact to a
    /// few units in the last place; -1 and 1 at the infinities.
    /// </summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Erf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erf), x, VectorMap.Apply<T, ErrorIntegral>, TensorPullbacks.Erf);

    /// <summary><c>1 - Erf(x)</c>, exact also where it is close to 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Erfc<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erfc), x, VectorMap.Apply<T, ErrorComplement>, TensorPullbacks.Erfc);

    /// <summary>The number whose error function it is; infinite at -1 and 1, NaN beyond. As exact as <see cref="double"/> allows.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> ErfInverse<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(ErfInverse), x, Elementary<T>.ErfInverse, TensorPullbacks.ErfInverse);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Erf"/>.</summary>
    [PullbackOf(nameof(Tensor.Erf), "x")]
    public static Tensor<T> Erf<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * SlopeOfErf(x);

    /// <summary>The pullback of <see cref="Tensor.Erfc"/>.</summary>
    [PullbackOf(nameof(Tensor.Erfc), "x")]
    public static Tensor<T> Erfc<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * SlopeOfErf(x);

    /// <summary>The pullback of <see cref="Tensor.ErfInverse"/>.</summary>
    [PullbackOf(nameof(Tensor.ErfInverse), "x")]
    public static Tensor<T> ErfInverse<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (T.CreateChecked(Math.Sqrt(Math.PI) / 2) * Tensor.Exp(Tensor.Square(y)));

    private static Tensor<T> SlopeOfErf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(2 / Math.Sqrt(Math.PI)) * Tensor.Exp(-Tensor.Square(InTails(x)));

    /// <summary>The numbers, but no further out than where <c>Exp(-x²/2)</c> is 0 in every precision: squares of others may overflow.</summary>
    internal static Tensor<T> InTails<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Clamp(x, T.CreateChecked(-64), T.CreateChecked(64));
}
