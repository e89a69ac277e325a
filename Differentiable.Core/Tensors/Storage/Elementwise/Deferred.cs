namespace Differentiable.Tensors;

/// <summary>An elementwise operation that runs when its result is looked at, together with those that it needs.</summary>
/// <param name="First">The first operand, in the shape of the result.</param>
/// <param name="Second">The second operand, if it has elements as well.</param>
/// <param name="Run">Computes some of the elements.</param>
internal sealed record Deferred<T>(Tensor<T> First, Tensor<T>? Second, PairKernel<T, T> Run) : IWaiting<T>
    where T : unmanaged
{
    private WeakReference<Tensor<T>>? _sum;

    public IEnumerable<Tensor<T>> Operands => Second is null ? [First] : [First, Second];

    /// <summary>A sum that waits for this operation, if someone may still look at it.</summary>
    public WeakReference<Tensor<T>>? Sum
    {
        get => Volatile.Read(ref _sum);
        set => Volatile.Write(ref _sum, value);
    }

    T[] IWaiting<T>.Compute(Tensor<T> result) => Fusion.Run(result, this);
}
