using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Numbers each of which is made of the one before.</content>
public static partial class Tensor
{
    /// <summary>
    /// <c>y[0] = terms[0]</c> and <c>y[k] = terms[k] + factors[k - 1] * y[k - 1]</c>. The cotangents of the terms are the same recurrence from the end, so that it
    /// can be differentiated again and again without a division.
    /// </summary>
    /// <param name="factors">One fewer than terms along the axis.</param>
    /// <param name="terms">The terms; at least one along the axis.</param>
    /// <param name="axis">The axis along which the numbers follow each other.</param>
    internal static Tensor<T> Recurrence<T>(Tensor<T> factors, Tensor<T> terms, int axis)
        where T : unmanaged, INumberBase<T>
    {
        (factors, terms) = (factors.Now(), terms.Now());
        Tensor<T> y = Lines.Combine<T>(factors, terms, axis, Recur);
        return Recorder.Many(nameof(Recurrence), y, [factors, terms], (factors, y, axis), static (dy, kept, inputs) =>
        {
            Tensor<T> dTerms = TensorPullbacks.RecurrenceTerms(dy, kept.factors, kept.axis);
            return [inputs.Needs(0) ? TensorPullbacks.RecurrenceFactors(dTerms, kept.y, kept.axis) : null, dTerms];
        });
    }

    private static void Recur<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> terms, Span<T> y)
        where T : INumberBase<T>
    {
        y[0] = terms[0];
        for (int k = 1; k < y.Length; k++)
            y[k] = terms[k] + (factors[k - 1] * y[k - 1]);
    }
}

public static partial class TensorPullbacks
{
    internal static Tensor<T> RecurrenceTerms<T>(Tensor<T> dy, Tensor<T> factors, int axis)
        where T : unmanaged, INumberBase<T> => Tensor.Reverse(Tensor.Recurrence(Tensor.Reverse(factors, axis), Tensor.Reverse(dy, axis), axis), axis);

    internal static Tensor<T> RecurrenceFactors<T>(Tensor<T> dTerms, Tensor<T> y, int axis)
        where T : unmanaged, INumberBase<T> => Tensor.Take(dTerms, axis, 1..) * Tensor.Take(y, axis, ..^1);
}
