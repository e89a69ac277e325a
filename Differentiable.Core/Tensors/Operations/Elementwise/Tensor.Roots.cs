using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <content>Roots other than the square root.</content>
public static partial class Tensor
{
    /// <summary>The cube root; its derivative at 0 is infinite.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Cbrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Cbrt), x, Elementary<T>.Cbrt, static (dy, y) => dy / (T.CreateChecked(3) * Square(y)));

    /// <summary><c>1 / Sqrt(x)</c>; infinite at 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> ReciprocalSqrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(
            nameof(ReciprocalSqrt), x, TensorPrimitives.ReciprocalSqrt, static (dy, y) => dy * (T.CreateChecked(-0.5) * (y * Square(y))));
}
