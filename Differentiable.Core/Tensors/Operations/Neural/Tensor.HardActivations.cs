using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Activations that are bounded by straight lines. At their corners the derivative is that of the bound; at NaN it is 0, as that of <see cref="Relu"/>.</content>
public static partial class Tensor
{
    /// <summary>The element where it is between 0 and 6, and the bound that it is beyond elsewhere; the derivatives at 0 and 6 are 0.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> Relu6<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(Relu6), x, HardActivation<T>.Relu6, TensorPullbacks.Relu6);

    /// <summary>
    /// <c>Relu6(x + 3) / 6</c>, which is near to <see cref="Sigmoid"/> (Howard et al., "Searching for MobileNetV3", 2019); the derivatives at -3 and 3 are 0.
    /// </summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> HardSigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Unary.OfResult(nameof(HardSigmoid), x, HardActivation<T>.Sigmoid, TensorPullbacks.HardSigmoid);

    /// <summary><c>x HardSigmoid(x)</c>, which is near to <see cref="Silu"/>; the derivative at -3 is 0, that at 3 is 1. NaN at minus infinity.</summary>
    /// <inheritdoc cref="Exp"/>
    public static Tensor<T> HardSwish<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return x * HardSigmoid(x);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Relu6"/>.</summary>
    [PullbackOf(nameof(Tensor.Relu6), "x")]
    public static Tensor<T> Relu6<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Where((y > T.Zero) & (y < HardActivation<T>.Six), dy, T.Zero);

    /// <summary>The pullback of <see cref="Tensor.HardSigmoid"/>.</summary>
    [PullbackOf(nameof(Tensor.HardSigmoid), "x")]
    public static Tensor<T> HardSigmoid<T>(Tensor<T> dy, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Where((y > T.Zero) & (y < T.One), dy / HardActivation<T>.Six, T.Zero);

    /// <summary>The pullback of <see cref="Tensor.HardSwish"/>.</summary>
    [PullbackOf(nameof(Tensor.HardSwish), "x")]
    public static Tensor<T> HardSwish<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> part = Tensor.HardSigmoid(x);
        return MultiplyLeft(dy, part) + HardSigmoid(MultiplyRight(dy, x), part);
    }
}

/// <summary>The kernels of activations that are bounded by straight lines.</summary>
internal static class HardActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static readonly T Six = T.CreateChecked(6);

    private static readonly T s_three = T.CreateChecked(3);

    public static void Relu6(ReadOnlySpan<T> x, Span<T> y)
    {
        TensorPrimitives.Max(x, T.Zero, y);
        TensorPrimitives.Min(y, Six, y);
    }

    public static void Sigmoid(ReadOnlySpan<T> x, Span<T> y)
    {
        TensorPrimitives.Add(x, s_three, y);
        Relu6(y, y);
        TensorPrimitives.Divide(y, Six, y);
    }
}
