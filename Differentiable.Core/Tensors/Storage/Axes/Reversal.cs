namespace Differentiable.Tensors;

/// <summary>Turns the order of elements round.</summary>
internal static class Reversal
{
    public static Tensor<T> Of<T>(Tensor<T> x, int[] axes)
        where T : unmanaged
    {
        if (x.Rank == 0 || x.FlattenedLength == 0)
            return x.View(x.Shape, 0, x.Strides);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] result = Arrays.Allocate<T>(elements.Length);
        int[] strides = [.. x.Shape.Strides];
        int first = 0, length = x.Shape[^1];
        bool turnsRows = axes.Contains(x.Rank - 1);
        foreach (int axis in axes.Where(axis => axis < x.Rank - 1))
        {
            first += (x.Shape[axis] - 1) * strides[axis];
            strides[axis] = -strides[axis];
        }
        Rows rows = new(x.Shape, strides);
        for (int to = 0; rows.Next(); to += length)
        {
            Span<T> row = result.AsSpan(to, length);
            elements.Slice(first + rows.Offset, length).CopyTo(row);
            if (turnsRows)
                row.Reverse();
        }
        return new(x.Shape, result);
    }
}
