using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Modified Bessel functions of the first kind, scaled so that they do not overflow.</content>
public static partial class Tensor
{
    /// <summary>The modified Bessel function of the order 0 times <c>Exp(-|x|)</c>; 0 at the infinities. The derivative at 0, where it has a kink, is 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> BesselI0e<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(BesselI0e), x, Kernel.Of<T, T>(BesselFunctions.I0e), TensorPullbacks.BesselI0e);

    /// <summary>The modified Bessel function of the order 1 times <c>Exp(-|x|)</c>; 0 at the infinities. The derivative at 0 is 1/2, the second one, where it has a kink, 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> BesselI1e<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfInput(nameof(BesselI1e), x, Kernel.Of<T, T>(BesselFunctions.I1e), TensorPullbacks.BesselI1e);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.BesselI0e"/>.</summary>
    [PullbackOf(nameof(Tensor.BesselI0e), "x")]
    public static Tensor<T> BesselI0e<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (Tensor.BesselI1e(x) - (Tensor.Sign(x) * Tensor.BesselI0e(x)));

    /// <summary>The pullback of <see cref="Tensor.BesselI1e"/>.</summary>
    [PullbackOf(nameof(Tensor.BesselI1e), "x")]
    public static Tensor<T> BesselI1e<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<bool> isZero = Tensor.Equal(x, T.Zero);
        Tensor<T> slope = Tensor.BesselI0e(x) - (Tensor.BesselI1e(x) * (Tensor.Sign(x) + (T.One / Tensor.Where(isZero, T.One, x))));
        return dy * Tensor.Where(isZero, T.CreateChecked(0.5), slope);
    }
}
