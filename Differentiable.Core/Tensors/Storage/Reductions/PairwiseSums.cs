using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// Sums of many numbers, which are halved until the parts are small: the error grows with the logarithm of how many there are, not with their number
/// (Higham, "The accuracy of floating point summation", 1993). One after the other, ten million times 0.1f would be off by half a percent.
/// </summary>
internal static class PairwiseSums
{
    private const int Small = 1024;

    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumberBase<T> =>
        x.Length <= Small ? TensorPrimitives.Sum(x) : Sum(x[..HalfOf(x.Length)]) + Sum(x[HalfOf(x.Length)..]);

    public static T Norm<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Sqrt(SumOfSquares(x));

    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, INumberBase<T> => x.Length <= Small
            ? TensorPrimitives.Dot(x, y)
            : Dot(x[..HalfOf(x.Length)], y[..HalfOf(x.Length)]) + Dot(x[HalfOf(x.Length)..], y[HalfOf(x.Length)..]);

    private static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Length <= Small ? TensorPrimitives.SumOfSquares(x) : SumOfSquares(x[..HalfOf(x.Length)]) + SumOfSquares(x[HalfOf(x.Length)..]);

    /// <summary>Whole vectors, so that none is taken apart.</summary>
    private static int HalfOf(int length) => length / 2 / Small * Small is > 0 and int half ? half : Small;
}
