namespace Differentiable.Tensors;

/// <summary>An elementwise operation that runs when its result is looked at, together with those that it needs.</summary>
/// <param name="First">The first operand, in the shape of the result.</param>
/// <param name="Second">The second operand, if it has elements as well.</param>
/// <param name="Run">Computes some of the elements.</param>
internal sealed record Deferred<T>(Tensor<T> First, Tensor<T>? Second, PairKernel<T, T> Run) : IWaiting<T>
    where T : unmanaged
{
    public IEnumerable<Tensor<T>> Operands => Second is null ? [First] : [First, Second];

    T[] IWaiting<T>.Compute(int length) => Fusion.Run(this, length);
}
