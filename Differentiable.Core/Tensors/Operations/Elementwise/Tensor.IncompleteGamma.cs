using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The gamma function's integral up to a place, and from there on.</content>
public static partial class Tensor
{
    /// <summary>
    /// The lower incomplete gamma function <c>P(a, x)</c>, regularized: the integral of <c>t^(a - 1) e^(-t)</c> from 0 to x, divided by the gamma function at <c>a</c>; the distribution function of
    /// the gamma distribution. It has derivatives with respect to both, of every order with respect to <c>x</c>; a third one with respect to <c>a</c> is a <see cref="GradientNotRegisteredException"/>.
    /// NaN where <c>a</c> is not positive or <c>x</c> is negative.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="a">The order.</param>
    /// <param name="x">The end of the integral.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> IncompleteGamma<T>(Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            a.Given(),
            x.Given(),
            Kernel.Of<T, T>(nameof(IncompleteGamma), IncompleteGammaFunction.Lower),
            TensorPullbacks.IncompleteGammaA,
            TensorPullbacks.IncompleteGammaX);

    /// <summary>The upper incomplete gamma function, regularized, which is <c>1 - P(a, x)</c>, and exact where it is small: the integral from x on.</summary>
    /// <inheritdoc cref="IncompleteGamma"/>
    public static Tensor<T> IncompleteGammaComplement<T>(Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            a.Given(),
            x.Given(),
            Kernel.Of<T, T>(nameof(IncompleteGammaComplement), IncompleteGammaFunction.Upper),
            TensorPullbacks.IncompleteGammaComplementA,
            TensorPullbacks.IncompleteGammaComplementX);

    /// <summary>The derivative of <see cref="IncompleteGamma"/> with respect to the order.</summary>
    internal static Tensor<T> IncompleteGammaSlope<T>(Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            a,
            x,
            Kernel.Of<T, T>(nameof(IncompleteGammaSlope), IncompleteGammaFunction.Slope),
            static (dy, a, x) => dy * IncompleteGammaCurvature(a, x),
            static (dy, a, x) => dy * MultiplyNoNaN(Log(x) - Digamma(a), GammaDensity(a, x)));

    /// <summary>The derivative of <see cref="IncompleteGamma"/> with respect to the end.</summary>
    internal static Tensor<T> GammaDensity<T>(Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Exp(XLogY(a - T.One, x) - x - LogGamma(a));

    private static Tensor<T> IncompleteGammaCurvature<T>(Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.Of(
            a,
            x,
            Kernel.Of<T, T>(nameof(IncompleteGammaCurvature), IncompleteGammaFunction.Curvature),
            static (_, _, _) => throw NoThird(nameof(IncompleteGamma), "a"),
            static (dy, a, x) => dy * MultiplyNoNaN(Square(Log(x) - Digamma(a)) - Polygamma(1, a), GammaDensity(a, x)));

    private static GradientNotRegisteredException NoThird(string operation, string parameters) => new(
        $"There is no third derivative of {operation} with respect to {parameters}. Cut off the second one with Tensor.StopGradient, or take differences of it.");
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.IncompleteGamma"/> to the order.</summary>
    [PullbackOf(nameof(Tensor.IncompleteGamma), "a", IsBroadcast = true)]
    public static Tensor<T> IncompleteGammaA<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.IncompleteGammaSlope(a, x);

    /// <summary>The pullback of <see cref="Tensor.IncompleteGamma"/> to the end.</summary>
    [PullbackOf(nameof(Tensor.IncompleteGamma), "x", IsBroadcast = true)]
    public static Tensor<T> IncompleteGammaX<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.GammaDensity(a, x);

    /// <summary>The pullback of <see cref="Tensor.IncompleteGammaComplement"/> to the order.</summary>
    [PullbackOf(nameof(Tensor.IncompleteGammaComplement), "a", IsBroadcast = true)]
    public static Tensor<T> IncompleteGammaComplementA<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * Tensor.IncompleteGammaSlope(a, x);

    /// <summary>The pullback of <see cref="Tensor.IncompleteGammaComplement"/> to the end.</summary>
    [PullbackOf(nameof(Tensor.IncompleteGammaComplement), "x", IsBroadcast = true)]
    public static Tensor<T> IncompleteGammaComplementX<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * Tensor.GammaDensity(a, x);
}
