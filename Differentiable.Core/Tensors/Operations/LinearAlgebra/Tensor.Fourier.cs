using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Fourier transforms. Complex numbers stand along the last axis, the real part before the imaginary one; any length is fast. All is computed in double precision.</content>
public static partial class Tensor
{
    /// <summary>The discrete Fourier transform of complex numbers, <c>y[k] = Σ x[j] exp(-2πi jk / n)</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, 2]: each number is its real part and its imaginary one.</param>
    /// <returns>In the same shape.</returns>
    /// <exception cref="ShapeMismatchException">The last axis has not the length 2.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> Fft<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => FourierSum(RequireComplex(x, nameof(Fft)), isInverse: false);

    /// <summary>The inverse of <see cref="Fft"/>, <c>y[k] = Σ x[j] exp(2πi jk / n) / n</c>.</summary>
    /// <inheritdoc cref="Fft"/>
    public static Tensor<T> InverseFft<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => FourierSum(RequireComplex(x, nameof(InverseFft)), isInverse: true) / T.CreateChecked(x.Shape[^2]);

    /// <summary>The first half of the discrete Fourier transform of real numbers, of which the other half is the mirror image, conjugated.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n].</param>
    /// <returns>In the shape [..., n / 2 + 1, 2]: each number is its real part and its imaginary one.</returns>
    /// <exception cref="ArgumentException">There is no axis, or it has no elements.</exception>
    public static Tensor<T> RealFft<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => x.Given().Rank > 0 && x.Shape[^1] > 0
            ? HalfFourierSum(x)
            : throw new ArgumentException($"{nameof(RealFft)}: shape {x.Shape} has no elements along a last axis.", nameof(x));

    /// <summary>The real numbers of which this is <see cref="RealFft"/>. The imaginary parts of the first number, and of an even length of the last one, do not count.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., length / 2 + 1, 2].</param>
    /// <param name="length">How many real numbers there are.</param>
    /// <returns>In the shape [..., length].</returns>
    /// <exception cref="ShapeMismatchException">The last axis has not the length 2, or the one before does not fit the length.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public static Tensor<T> InverseRealFft<T>(Tensor<T> x, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        return RequireComplex(x, nameof(InverseRealFft)).Shape[^2] == (length / 2) + 1
            ? RealFourierSum(x * MirrorWeights<T>(length), length) / T.CreateChecked(length)
            : throw new ShapeMismatchException($"{nameof(InverseRealFft)}: {length} real numbers have {(length / 2) + 1} complex ones, and the shape is {x.Shape}.");
    }

    /// <summary>What is transformed, without a factor: either sign's sum is the transpose of the other one's.</summary>
    internal static Tensor<T> FourierSum<T>(Tensor<T> x, bool isInverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return Recorder.Unary(nameof(Fft), FourierSums.Of(x, isInverse), x, isInverse, static (dy, isInverse) => FourierSum(dy, !isInverse));
    }

    /// <summary>From real numbers, the first half of the sums.</summary>
    internal static Tensor<T> HalfFourierSum<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return Recorder.Unary(nameof(RealFft), FourierSums.OfReals(x), x, x.Shape[^1], static (dy, length) => RealFourierSum(dy, length));
    }

    /// <summary>The transpose of that.</summary>
    internal static Tensor<T> RealFourierSum<T>(Tensor<T> x, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return Recorder.Unary(nameof(InverseRealFft), FourierSums.ToReals(x, length), x, 0, static (dy, _) => HalfFourierSum(dy));
    }

    /// <summary>How often each number of the first half stands in the whole: twice, unless it is its own mirror image.</summary>
    internal static Tensor<T> MirrorWeights<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T> => From([.. Enumerable.Range(0, (length / 2) + 1).Select(k => k == 0 || 2 * k == length ? T.One : T.One + T.One)], [(length / 2) + 1, 1]);

    private static Tensor<T> RequireComplex<T>(Tensor<T> x, string operation)
        where T : unmanaged
    {
        if (x.Given().Rank < 2)
            throw new ArgumentException($"{operation}: shape {x.Shape} has fewer than two axes; the last two are the numbers, and their real and imaginary parts.", nameof(x));
        return x.Shape[^1] == 2
            ? x
            : throw new ShapeMismatchException($"{operation}: the last axis of shape {x.Shape} has not the length 2, for the real part and the imaginary one. Join them with Tensor.Stack([real, imaginary], -1).");
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Fft"/>.</summary>
    [PullbackOf(nameof(Tensor.Fft), "x")]
    public static Tensor<T> Fft<T>(Tensor<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.FourierSum(dy, isInverse: true);

    /// <summary>The pullback of <see cref="Tensor.InverseFft"/>.</summary>
    [PullbackOf(nameof(Tensor.InverseFft), "x")]
    public static Tensor<T> InverseFft<T>(Tensor<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.FourierSum(dy / T.CreateChecked(dy.Shape[^2]), isInverse: false);

    /// <summary>The pullback of <see cref="Tensor.RealFft"/>.</summary>
    [PullbackOf(nameof(Tensor.RealFft), "x")]
    public static Tensor<T> RealFft<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.RealFourierSum(dy, xShape[^1]);

    /// <summary>The pullback of <see cref="Tensor.InverseRealFft"/>.</summary>
    [PullbackOf(nameof(Tensor.InverseRealFft), "x")]
    public static Tensor<T> InverseRealFft<T>(Tensor<T> dy, int length)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.HalfFourierSum(dy / T.CreateChecked(length)) * Tensor.MirrorWeights<T>(length);
}
