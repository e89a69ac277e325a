using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>A reduction that may go through the elements in any order and in parts, such as a sum.</summary>
/// <param name="OfNone">The result of no elements.</param>
/// <param name="Whole">The result of elements that stand together.</param>
/// <param name="Join">From the results of two parts the result of both, element by element.</param>
internal sealed record Accumulator<T>(T OfNone, Func<ReadOnlySpan<T>, T> Whole, PairKernel<T, T> Join)
    where T : unmanaged
{
    private const int RowsInBlock = 256;

    /// <summary>
    /// Along these axes, each of which stays with the length 1. Rows of what is kept are joined as they stand, so that no elements have to be moved.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="axes">The axes; empty for none of them.</param>
    public Tensor<T> Along(Tensor<T> x, int[] axes)
    {
        Shape kept = Reduction.WithOnes(x.Shape, axes);
        (Shape merged, int[] strides) = Merged(x.Shape, axes, kept);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        Rows places = new(merged, strides);
        int length = merged[^1], width = strides[^1] == 0 ? 1 : length;
        RowBlocks<T> result = new(this, kept.FlattenedLength, Math.Max(RowsInBlock, kept.FlattenedLength / Math.Max(width, 1)));
        for (int from = 0; places.Next(); from += length)
        {
            Include(elements.Slice(from, length), result.Open.AsSpan(places.Offset, width));
            result.Next();
        }
        return new(kept, result.Close());
    }

    private void Include(ReadOnlySpan<T> row, Span<T> result)
    {
        if (result.Length == row.Length)
            Join(result, row, result);
        else
            Join(result, [Whole(row)], result);
    }

    /// <summary>Neighbouring axes that share their fate are as good as one; those of length 1 do not count.</summary>
    /// <returns>The lengths, and how far apart neighbours are in the result: 0 along what is reduced.</returns>
    private static (Shape Shape, int[] Strides) Merged(Shape shape, int[] axes, Shape kept)
    {
        List<int> lengths = [], strides = [];
        bool wasReduced = false;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (shape[axis] == 1)
                continue;
            bool isReduced = Array.IndexOf(axes, axis) >= 0;
            if (lengths.Count == 0 || isReduced != wasReduced)
            {
                lengths.Add(1);
                strides.Add(0);
            }
            lengths[^1] *= shape[axis];
            strides[^1] = isReduced ? 0 : kept.Strides[axis];
            wasReduced = isReduced;
        }
        return lengths.Count == 0 ? ([1], [0]) : ([.. lengths], [.. strides]);
    }
}

/// <summary>The accumulators of numbers.</summary>
internal static class Sums<T>
    where T : unmanaged, INumberBase<T>
{
    public static readonly Accumulator<T> Sum = new(T.Zero, BlockSums.Sum, TensorPrimitives.Add);
}

/// <summary>The accumulators of what needs an order.</summary>
internal static class Extremes<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Of none, minus infinity, or the lowest number where there is no infinity.</summary>
    public static readonly Accumulator<T> Max = new(T.CreateSaturating(double.NegativeInfinity), TensorPrimitives.Max, TensorPrimitives.Max);

    /// <summary>Of none, infinity, or the highest number where there is no infinity.</summary>
    public static readonly Accumulator<T> Min = new(T.CreateSaturating(double.PositiveInfinity), TensorPrimitives.Min, TensorPrimitives.Min);
}
