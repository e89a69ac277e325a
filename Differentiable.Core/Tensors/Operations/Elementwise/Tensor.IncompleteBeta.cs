using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The beta function's integral up to a place.</content>
public static partial class Tensor
{
    /// <summary>
    /// The incomplete beta function, regularized: the integral of <c>t^(a - 1) (1 - t)^(b - 1)</c> from 0 to x, divided by that from 0 to 1; the distribution function of the beta distribution, and what
    /// those of Student, Fisher and the binomial one are made of. It has derivatives with respect to all three, of every order with respect to <c>x</c>; a third one with respect to <c>a</c> and <c>b</c>
    /// is a <see cref="GradientNotRegisteredException"/>. NaN where <c>a</c> or <c>b</c> is infinite or not positive, or <c>x</c> is not from 0 to 1.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="a">The one parameter.</param>
    /// <param name="b">The other one.</param>
    /// <param name="x">The end of the integral.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> IncompleteBeta<T>(Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (a, b, x) = (a.Now(), b.Now(), x.Now());
        return OfThree(
            nameof(IncompleteBeta), a, b, x, IncompleteBetaFunction.Of, TensorPullbacks.IncompleteBetaA, TensorPullbacks.IncompleteBetaB, TensorPullbacks.IncompleteBetaX);
    }

    /// <summary>The derivative of <see cref="IncompleteBeta"/> with respect to the one parameter.</summary>
    internal static Tensor<T> IncompleteBetaSlope<T>(Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => OfThree(
            nameof(IncompleteBetaSlope),
            a,
            b,
            x,
            IncompleteBetaFunction.Slope,
            static (dy, a, b, x) => dy * IncompleteBetaCurvature(a, b, x),
            static (dy, a, b, x) => dy * IncompleteBetaMixedCurvature(a, b, x),
            static (dy, a, b, x) => dy * MultiplyNoNaN(LogSlope(a, b, x), BetaDensity(a, b, x)));

    /// <summary>The derivative of <see cref="IncompleteBeta"/> with respect to the end.</summary>
    internal static Tensor<T> BetaDensity<T>(Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Exp(XLogY(a - T.One, x) + XLogY(b - T.One, T.One - x) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));

    private static Tensor<T> IncompleteBetaCurvature<T>(Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => OfThree(
            nameof(IncompleteBetaCurvature),
            a,
            b,
            x,
            IncompleteBetaFunction.Curvature,
            static (_, _, _, _) => throw NoThird(nameof(IncompleteBeta), "a and b"),
            static (_, _, _, _) => throw NoThird(nameof(IncompleteBeta), "a and b"),
            static (dy, a, b, x) => dy * MultiplyNoNaN(Square(LogSlope(a, b, x)) - Polygamma(1, a) + Polygamma(1, a + b), BetaDensity(a, b, x)));

    private static Tensor<T> IncompleteBetaMixedCurvature<T>(Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => OfThree(
            nameof(IncompleteBetaMixedCurvature),
            a,
            b,
            x,
            IncompleteBetaFunction.MixedCurvature,
            static (_, _, _, _) => throw NoThird(nameof(IncompleteBeta), "a and b"),
            static (_, _, _, _) => throw NoThird(nameof(IncompleteBeta), "a and b"),
            static (dy, a, b, x) => dy * MultiplyNoNaN((LogSlope(a, b, x) * LogSlope(b, a, T.One - x)) + Polygamma(1, a + b), BetaDensity(a, b, x)));

    /// <summary>The derivative of the density's logarithm with respect to the one parameter.</summary>
    private static Tensor<T> LogSlope<T>(Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Log(x) - Digamma(a) + Digamma(a + b);

    private static Tensor<T> OfThree<T>(
        string name,
        Tensor<T> a,
        Tensor<T> b,
        Tensor<T> x,
        Func<T, T, T, T> each,
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> pullbackA,
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> pullbackB,
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> pullbackX)
        where T : unmanaged, IFloatingPointIeee754<T> => Recorder.Many(
            name,
            Elementwise.Combine(a, b, x, name, each),
            [a, b, x],
            (a, b, x, pullbackA, pullbackB, pullbackX),
            static (dy, kept, inputs) =>
            [
                inputs.Needs(0) ? SumTo(kept.pullbackA(dy, kept.a, kept.b, kept.x), kept.a.Shape) : null,
                inputs.Needs(1) ? SumTo(kept.pullbackB(dy, kept.a, kept.b, kept.x), kept.b.Shape) : null,
                inputs.Needs(2) ? SumTo(kept.pullbackX(dy, kept.a, kept.b, kept.x), kept.x.Shape) : null,
            ]);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.IncompleteBeta"/> to the one parameter.</summary>
    [PullbackOf(nameof(Tensor.IncompleteBeta), "a", IsBroadcast = true)]
    public static Tensor<T> IncompleteBetaA<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.IncompleteBetaSlope(a, b, x);

    /// <summary>The pullback of <see cref="Tensor.IncompleteBeta"/> to the other parameter: of the part to the right, it is the one.</summary>
    [PullbackOf(nameof(Tensor.IncompleteBeta), "b", IsBroadcast = true)]
    public static Tensor<T> IncompleteBetaB<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * Tensor.IncompleteBetaSlope(b, a, T.One - x);

    /// <summary>The pullback of <see cref="Tensor.IncompleteBeta"/> to the end.</summary>
    [PullbackOf(nameof(Tensor.IncompleteBeta), "x", IsBroadcast = true)]
    public static Tensor<T> IncompleteBetaX<T>(Tensor<T> dy, Tensor<T> a, Tensor<T> b, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * Tensor.BetaDensity(a, b, x);
}
