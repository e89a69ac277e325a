namespace Differentiable.Tensors;

/// <summary>Computes one element from one.</summary>
/// <param name="x">The elements.</param>
/// <param name="destination">Gets the results; as long.</param>
internal delegate void UnaryKernel<TIn, TOut>(ReadOnlySpan<TIn> x, Span<TOut> destination);

internal delegate void PairKernel<TIn, TOut>(ReadOnlySpan<TIn> left, ReadOnlySpan<TIn> right, Span<TOut> destination);

internal delegate void RightKernel<TIn, TOut>(ReadOnlySpan<TIn> left, TIn right, Span<TOut> destination);

internal delegate void LeftKernel<TIn, TOut>(TIn left, ReadOnlySpan<TIn> right, Span<TOut> destination);

/// <summary>Computes one element from two.</summary>
/// <param name="Name">What the operation is called.</param>
/// <param name="Each">Elements and elements.</param>
/// <param name="WithRight">Elements and one number.</param>
/// <param name="WithLeft">One number and elements.</param>
internal sealed record BinaryKernel<TIn, TOut>(string Name, PairKernel<TIn, TOut> Each, RightKernel<TIn, TOut> WithRight, LeftKernel<TIn, TOut> WithLeft)
{
    /// <summary>Of an operation that may swap its operands.</summary>
    public BinaryKernel(string name, PairKernel<TIn, TOut> each, RightKernel<TIn, TOut> withRight)
        : this(name, each, withRight, (left, right, destination) => withRight(right, left, destination))
    {
    }
}
