using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Modified Bessel functions of the first kind, scaled so that they do not overflow.</content>
public static partial class Tensor
{
    /// <summary>The modified Bessel function of the order 0 times <c>Exp(-|x|)</c>; 0 at the infinities. The derivative at 0, where it has a kink, is 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> BesselI0e<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(
            nameof(BesselI0e), x, Kernel.Of<T, T>(BesselFunctions.I0e), static (dy, x) => dy * (BesselI1e(x) - (Sign(x) * BesselI0e(x))));

    /// <summary>The modified Bessel function of the order 1 times <c>Exp(-|x|)</c>; 0 at the infinities. The derivative at 0 is 1/2, the second one, where it has a kink, 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> BesselI1e<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(BesselI1e), x, Kernel.Of<T, T>(BesselFunctions.I1e), static (dy, x) =>
        {
            Tensor<bool> isZero = Equal(x, T.Zero);
            Tensor<T> slope = BesselI0e(x) - (BesselI1e(x) * (Sign(x) + (T.One / Where(isZero, T.One, x))));
            return dy * Where(isZero, T.CreateChecked(0.5), slope);
        });
}
