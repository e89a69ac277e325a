using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Sums of exponentials, taken without overflow: the greatest exponent is subtracted first and added in the end.</content>
public static partial class Tensor
{
    /// <summary><c>Log(Sum(Exp(x)))</c> of all elements, without overflow.</summary>
    /// <inheritdoc cref="LogSumExp{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> LogSumExp<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => LogSumExp(x, []);

    /// <summary>
    /// <c>Log(Sum(Exp(x)))</c> along some axes, without overflow; of no elements, minus infinity. Elements that are minus infinity do not count; if all are, so is
    /// the result, and the derivative is 0. If one is infinity, so is the result, and the derivative with respect to it is NaN.
    /// </summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> LogSumExp<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(LogSumExp(Widened(x), axes, keepDimensions));
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        Tensor<T> y = reduced.Of(x, LogSumExpOf);
        return Recorder.Unary(nameof(LogSumExp), y, x, (x, y, reduced), static (dy, kept) => TensorPullbacks.LogSumExp(dy, kept.x, kept.y, kept.reduced));
    }

    /// <summary>The parts <c>Exp(x) / Sum(Exp(x))</c> along an axis, without overflow; they add up to 1. NaN if an element is infinity, or all are minus infinity.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis along which they add up; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor<T> SoftMax<T>(Tensor<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        if (IsOfHalves<T>())
            return Narrowed<T>(SoftMax(Widened(x), axis));
        Tensor<T> y = Lines.Map<T, T>(x, axis, SoftMaxOf);
        return Recorder.Unary(nameof(SoftMax), y, x, (y, axis), static (dy, kept) => TensorPullbacks.SoftMax(dy, kept.y, kept.axis));
    }

    /// <summary>The logarithms of <see cref="SoftMax"/>, <c>x - LogSumExp(x)</c>, also where the parts are too small for a number.</summary>
    /// <inheritdoc cref="SoftMax"/>
    public static Tensor<T> LogSoftMax<T>(Tensor<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        if (IsOfHalves<T>())
            return Narrowed<T>(LogSoftMax(Widened(x), axis));
        Tensor<T> y = Lines.Map<T, T>(x, axis, LogSoftMaxOf);
        return Recorder.Unary(nameof(LogSoftMax), y, x, (y, axis), static (dy, kept) => TensorPullbacks.LogSoftMax(dy, kept.y, kept.axis));
    }

    private static T LogSumExpOf<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T max = x.IsEmpty ? T.NegativeInfinity : TensorPrimitives.Max(x);
        return T.IsFinite(max) ? max + T.Log(SumOfExp(x, max)) : max;
    }

    private static void SoftMaxOf<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), y);
        TensorPrimitives.Exp(y, y);
        TensorPrimitives.Divide(y, TensorPrimitives.Sum<T>(y), y);
    }

    private static void LogSoftMaxOf<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T max = TensorPrimitives.Max(x);
        TensorPrimitives.Subtract(x, max, y);
        TensorPrimitives.Subtract(y, T.Log(SumOfExp(x, max)), y);
    }

    private static T SumOfExp<T>(ReadOnlySpan<T> x, T subtracted)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> part = stackalloc T[Math.Min(x.Length, 256)];
        T sum = T.Zero;
        for (; !x.IsEmpty; x = x[part.Length..])
        {
            part = part[..Math.Min(part.Length, x.Length)];
            TensorPrimitives.Subtract(x[..part.Length], subtracted, part);
            TensorPrimitives.Exp(part, part);
            sum += TensorPrimitives.Sum<T>(part);
        }
        return sum;
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <c>Log(Sum(Exp(x)))</c> of all elements.</summary>
    [PullbackOf(nameof(Tensor.LogSumExp), "x")]
    public static Tensor<T> LogSumExp<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => LogSumExp(dy, x, y, [], keepDimensions: false);

    /// <summary>The pullback of <c>Log(Sum(Exp(x)))</c> along some axes.</summary>
    [PullbackOf(nameof(Tensor.LogSumExp), "x")]
    public static Tensor<T> LogSumExp<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(LogSumExp(Tensor.Widened(dy), Tensor.Widened(x), Tensor.Widened(y), axes, keepDimensions))
            : LogSumExp(dy, x, y, Reduced.From(x.Shape, axes, keepDimensions));

    internal static Tensor<T> LogSumExp<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, Reduced reduced)
        where T : unmanaged, IFloatingPointIeee754<T> => reduced.Spread(dy) * ExpOfDifference(x, reduced.Spread(y));

    /// <summary>The pullback of <see cref="Tensor.SoftMax"/>.</summary>
    [PullbackOf(nameof(Tensor.SoftMax), "x")]
    public static Tensor<T> SoftMax<T>(Tensor<T> dy, Tensor<T> y, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(SoftMax(Tensor.Widened(dy), Tensor.Widened(y), axis))
            : y * (dy - Tensor.Sum(dy * y, [axis], keepDimensions: true));

    /// <summary>The pullback of <see cref="Tensor.LogSoftMax"/>.</summary>
    [PullbackOf(nameof(Tensor.LogSoftMax), "x")]
    public static Tensor<T> LogSoftMax<T>(Tensor<T> dy, Tensor<T> y, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(LogSoftMax(Tensor.Widened(dy), Tensor.Widened(y), axis))
            : dy - (Tensor.Exp(y) * Tensor.Sum(dy, [axis], keepDimensions: true));

    /// <summary><c>Exp(left - right)</c>, which is 0 where both are minus infinity.</summary>
    internal static Tensor<T> ExpOfDifference<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Exp(left - Tensor.Where(Tensor.Equal(right, T.NegativeInfinity), T.Zero, right));
}
