namespace Differentiable.Tensors;

/// <summary>A sum that is computed along with operations that run together.</summary>
/// <param name="result">Gets it.</param>
/// <param name="sum">What it is.</param>
internal sealed class FusedSum<T>(Tensor<T> result, DeferredSum<T> sum)
    where T : unmanaged
{
    private readonly T[] _blocks = Arrays.Allocate<T>(BlockSums.Count(sum.Operand.FlattenedLength));

    /// <summary>What is summed.</summary>
    public Tensor<T> Operand => sum.Operand;

    /// <summary>Sums up a block.</summary>
    /// <param name="at">Where it starts.</param>
    /// <param name="elements">What is in it.</param>
    public void Include(int at, ReadOnlySpan<T> elements) => _blocks[at / BlockSums.Block] = sum.Of(elements);

    /// <summary>All blocks are summed up.</summary>
    public void Finish() => result.Provide([sum.Of(_blocks)]);
}
