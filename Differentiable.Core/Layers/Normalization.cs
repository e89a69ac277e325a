using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// What layers that normalize compute: of halves in single precision, rounded at the end. The square of a half overflows from 256 on, and a mean of squares has lost most of its digits.
/// </summary>
internal static class Normalization
{
    /// <summary><c>gamma · (x - mean) / √(variance + epsilon) + beta</c> with mean and variance of the last axis.</summary>
    public static Tensor<T> OfLastAxis<T>(Tensor<T> x, Tensor<T> gamma, Tensor<T> beta, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsOfHalves<T>())
            return Narrow<T>(OfLastAxis(Widen(x), Widen(gamma), Widen(beta), epsilon));
        Tensor<T> centred = x - Tensor.Average(x, [-1], keepDimensions: true);
        return Scaled(centred, Tensor.Average(Tensor.Square(centred), [-1], keepDimensions: true), gamma, beta, epsilon);
    }

    /// <summary>The same with mean and variance of each group of features, and of all axes but the first.</summary>
    public static Tensor<T> OfGroups<T>(Tensor<T> x, int groups, Tensor<T> gamma, Tensor<T> beta, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsOfHalves<T>())
            return Narrow<T>(OfGroups(Widen(x), groups, Widen(gamma), Widen(beta), epsilon));
        int features = x.Shape[^1], places = x.Shape.Skip(1).SkipLast(1).Aggregate(1, (product, length) => product * length);
        Tensor<T> parts = Tensor.Reshape(x, x.Shape[0], places, groups, features / groups), centred = parts - Tensor.Average(parts, [1, 3], keepDimensions: true);
        Tensor<T> variance = Tensor.Average(Tensor.Square(centred), [1, 3], keepDimensions: true);
        return Tensor.Reshape(Scaled(centred, variance, Tensor.Reshape(gamma, groups, -1), Tensor.Reshape(beta, groups, -1), epsilon), x.Shape);
    }

    /// <summary>The same with mean and variance of all axes but the last, which are handed on.</summary>
    public static Tensor<T> OfBatch<T>(Tensor<T> x, Tensor<T> gamma, Tensor<T> beta, double epsilon, out Tensor<T> mean, out Tensor<T> variance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsOfHalves<T>())
        {
            Tensor<T> y = Narrow<T>(OfBatch(Widen(x), Widen(gamma), Widen(beta), epsilon, out Tensor<float> wideMean, out Tensor<float> wideVariance));
            (mean, variance) = (Narrow<T>(wideMean), Narrow<T>(wideVariance));
            return y;
        }
        int[] others = [.. Enumerable.Range(0, x.Rank - 1)];
        (mean, variance) = (Tensor.Average(x, others), Tensor.Variance(x, others));
        return Scaled(x - mean, variance, gamma, beta, epsilon);
    }

    /// <summary>The same with mean and variance that are given.</summary>
    public static Tensor<T> With<T>(Tensor<T> mean, Tensor<T> variance, Tensor<T> x, Tensor<T> gamma, Tensor<T> beta, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T> => IsOfHalves<T>()
            ? Narrow<T>(With(Widen(mean), Widen(variance), Widen(x), Widen(gamma), Widen(beta), epsilon))
            : Scaled(x - mean, variance, gamma, beta, epsilon);

    private static Tensor<T> Scaled<T>(Tensor<T> centred, Tensor<T> variance, Tensor<T> gamma, Tensor<T> beta, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T> => (gamma * (centred / Tensor.Sqrt(variance + T.CreateChecked(epsilon)))) + beta;

    private static bool IsOfHalves<T>() => typeof(T) == typeof(Half);

    private static Tensor<float> Widen<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Cast<T, float>(x);

    private static Tensor<T> Narrow<T>(Tensor<float> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Cast<float, T>(x);
}
