using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The error function.</content>
public static partial class Tensor
{
    /// <summary>
    /// The error function <c>2/√π ∫ Exp(-t²) dt</c> from 0 to x: the probability that a normal number of variance 1/2 is no farther from 0. As exact as
    /// <see cref="double"/> allows; -1 and 1 at the infinities.
    /// </summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Erf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erf), x, Elementary<T>.Erf, TensorPullbacks.Erf);

    /// <summary><c>1 - Erf(x)</c>, exact also where it is close to 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Erfc<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erfc), x, Elementary<T>.Erfc, TensorPullbacks.Erfc);
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

    private static Tensor<T> SlopeOfErf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(2 / Math.Sqrt(Math.PI)) * Tensor.Exp(-Tensor.Square(x));
}
