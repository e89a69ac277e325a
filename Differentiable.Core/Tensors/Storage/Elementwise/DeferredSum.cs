namespace Differentiable.Tensors;

/// <summary>
/// The sum of all elements of a tensor that waits, such as a loss. The way back from it needs most of what it is made of, and computes it along with that (<see cref="Fusion"/>);
/// looked at before, it is computed alone. A thread has one such sum at a time, so that sums that no one looks at hold on to little.
/// </summary>
internal sealed class DeferredSum<T> : IWaiting<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static WeakReference<Tensor<T>>? s_last;

    private readonly Func<ReadOnlySpan<T>, T> _whole;

    private DeferredSum(Tensor<T> operand, Func<ReadOnlySpan<T>, T> whole) => (Operand, _whole) = (operand, whole);

    /// <summary>What is summed.</summary>
    public Tensor<T> Operand { get; }

    /// <summary>A sum, known to the operations that it waits for.</summary>
    /// <param name="operand">What is summed.</param>
    /// <param name="operation">What it waits for itself.</param>
    /// <param name="shape">The shape of the sum.</param>
    /// <param name="whole">The sum of elements that stand together.</param>
    public static Tensor<T> Over(Tensor<T> operand, Deferred<T> operation, Shape shape, Func<ReadOnlySpan<T>, T> whole)
    {
        if (s_last is { } last && last.TryGetTarget(out Tensor<T>? previous))
            previous.Evaluate();
        Tensor<T> result = new(shape, new DeferredSum<T>(operand, whole));
        operation.Sum = s_last = new(result);
        foreach ((_, Deferred<T> inner) in Fusion.Waiting(operation))
            inner.Sum = s_last;
        return result;
    }

    /// <summary>The sum of some elements, or of sums of blocks.</summary>
    public T Of(ReadOnlySpan<T> elements) => _whole(elements);

    T[] IWaiting<T>.Compute(Tensor<T> result) => [Of(Operand.DenseElements)];
}
