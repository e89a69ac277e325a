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
    private static Tensor<T> Recurrence<T>(Tensor<T> factors, Tensor<T> terms, int axis)
        where T : unmanaged, INumberBase<T>
    {
        (factors, terms) = (factors.Now(), terms.Now());
        Tensor<T> y = Lines.Combine<T>(factors, terms, axis, Recur);
        return Recorder.Many(nameof(Recurrence), y, [factors, terms], (factors, y, axis), static (dy, kept, inputs) =>
        {
            Tensor<T> dterms = Reverse(Recurrence(Reverse(kept.factors, kept.axis), Reverse(dy, kept.axis), kept.axis), kept.axis);
            return [inputs.Needs(0) ? Take(dterms, kept.axis, 1..) * Take(kept.y, kept.axis, ..^1) : null, dterms];
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
