using System.Collections;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <content>A tensor as a collection: its parts along the first axis, and what indices select.</content>
[CollectionBuilder(typeof(Tensor), nameof(Tensor.Stack))]
public partial class Tensor<T> : IEnumerable<Tensor<T>>
{
    /// <summary>The elements that these indices and ranges select; axes behind them are taken whole. Shares the elements; differentiable.</summary>
    /// <param name="indices">One for each of the first axes.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them leaves its axis, or there are more of them than axes.</exception>
    [OverloadResolutionPriority(1)]
    public Tensor<T> this[params ReadOnlySpan<TensorIndex> indices] => Tensor.Slice(this, indices);

    /// <summary>The parts along the first axis.</summary>
    /// <exception cref="InvalidOperationException">A scalar has none.</exception>
    public IEnumerator<Tensor<T>> GetEnumerator()
    {
        if (Rank == 0)
            throw new InvalidOperationException("A scalar has no axis to go along.");
        for (int i = 0; i < Shape[0]; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
