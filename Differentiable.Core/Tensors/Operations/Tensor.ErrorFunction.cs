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
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erf), x, Kernel.Of<T, T>(ErrorFunction.Erf), static (dy, x) => dy * SlopeOfErf(x));

    /// <summary><c>1 - Erf(x)</c>, exact also where it is close to 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Erfc<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(Erfc), x, Kernel.Of<T, T>(ErrorFunction.Erfc), static (dy, x) => -dy * SlopeOfErf(x));

    /// <summary>The number whose error function it is; infinite at -1 and 1, NaN beyond. As exact as <see cref="double"/> allows.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> ErfInverse<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(
            nameof(ErfInverse), x, Kernel.Of<T, T>(InverseErrorFunction.Of), static (dy, y) => dy * (T.CreateChecked(Math.Sqrt(Math.PI) / 2) * Exp(Square(y))));

    private static Tensor<T> SlopeOfErf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(2 / Math.Sqrt(Math.PI)) * Exp(-Square(x));
}
