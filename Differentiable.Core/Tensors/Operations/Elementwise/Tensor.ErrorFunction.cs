using System.Numerics;

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
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erf), x, Elementary<T>.Erf, static (dy, x) => dy * SlopeOfErf(x));

    /// <summary><c>1 - Erf(x)</c>, exact also where it is close to 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Erfc<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erfc), x, Elementary<T>.Erfc, static (dy, x) => -dy * SlopeOfErf(x));

    private static Tensor<T> SlopeOfErf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(2 / Math.Sqrt(Math.PI)) * Exp(-Square(x));
}
