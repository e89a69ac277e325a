using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Sums of exponentials of all elements up to each.</content>
public static partial class Tensor
{
    /// <summary>
    /// <c>Log(Sum(Exp(x)))</c> of all elements along an axis up to each, without overflow. Elements that are minus infinity do not count; as long as there are no others the
    /// result is minus infinity, and the derivative 0. From an infinity on, the result is infinity and the derivative NaN.
    /// </summary>
    /// <inheritdoc cref="CumulativeSum"/>
    public static Tensor<T> CumulativeLogSumExp<T>(Tensor<T> x, int axis = 0, bool exclusive = false, bool reverse = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        if (IsOfHalves<T>())
            return Narrowed<T>(CumulativeLogSumExp(Widened(x), axis, exclusive, reverse));
        if (x.FlattenedLength == 0)
            return Identity(x);
        Tensor<T> sums = LogSumExpSoFar(reverse ? Reverse(x, axis) : x, axis);
        if (exclusive)
            sums = Concatenate([Fill(T.NegativeInfinity, Reduction.WithOnes(x.Shape, [axis])), Take(sums, axis, ..^1)], axis);
        return reverse ? Reverse(sums, axis) : sums;
    }

    internal static Tensor<T> LogSumExpSoFar<T>(Tensor<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        Tensor<T> y = Lines.Map<T, T>(x, axis, typeof(T) == typeof(float) ? AddUpExp<T, double> : AddUpExp<T, T>);
        return Recorder.Unary(nameof(CumulativeLogSumExp), y, x, (x, y, axis), static (dy, kept) => TensorPullbacks.LogSumExpSoFar(dy, kept.x, kept.y, kept.axis));
    }

    /// <summary>Carries along the greatest exponent, and the sum of the other exponentials, in its unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddUpExp<T, TSum>(ReadOnlySpan<T> x, Span<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TSum : INumberBase<TSum>
    {
        T greatest = T.NegativeInfinity;
        TSum others = TSum.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            T high = T.Max(greatest, x[i]);
            if (T.IsFinite(high))
            {
                TSum ratio = TSum.CreateTruncating(T.Exp(T.Min(greatest, x[i]) - high));
                others = x[i] > greatest ? ratio + (others * ratio) : others + ratio;
            }
            greatest = high;
            sums[i] = T.IsFinite(high) ? high + NearZero.LogP1(T.CreateTruncating(others)) : high;
        }
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.CumulativeLogSumExp"/>.</summary>
    [PullbackOf(nameof(Tensor.CumulativeLogSumExp), "x")]
    public static Tensor<T> CumulativeLogSumExp<T>(Tensor<T> dy, Tensor<T> x, int axis, bool exclusive, bool reverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        axis = x.Shape.AxisAt(axis);
        if (Tensor.IsOfHalves<T>())
            return Tensor.Narrowed<T>(CumulativeLogSumExp(Tensor.Widened(dy), Tensor.Widened(x), axis, exclusive, reverse));
        if (x.FlattenedLength == 0)
            return dy;
        if (reverse)
            return Tensor.Reverse(CumulativeLogSumExp(Tensor.Reverse(dy, axis), Tensor.Reverse(x, axis), axis, exclusive, reverse: false), axis);
        if (exclusive)
            dy = Tensor.Concatenate([Tensor.Take(dy, axis, 1..), Tensor.Zeros<T>(Reduction.WithOnes(x.Shape, [axis]))], axis);
        return LogSumExpSoFar(dy, x, Tensor.LogSumExpSoFar(x, axis), axis);
    }

    /// <summary>
    /// Each result depends on the one before by the factor <c>Exp(y[k - 1] - y[k])</c>, so that the cotangents follow a recurrence from the end whose factors are never above 1.
    /// </summary>
    internal static Tensor<T> LogSumExpSoFar<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> factors = ExpOfDifference(Tensor.Take(y, axis, ..^1), Tensor.Take(y, axis, 1..));
        return ExpOfDifference(x, y) * RecurrenceTerms(dy, factors, axis);
    }
}
