using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The way back of a strided view: elements are added to where the view takes them from.</summary>
internal static class Scattering
{
    /// <summary>Adds a tensor to the places that strides lead to; where several elements have the same place, their sum.</summary>
    /// <param name="source">What is added.</param>
    /// <param name="destination">Gets it, from its first element on.</param>
    /// <param name="strides">How far apart neighbours are there, along each axis.</param>
    public static void Add<T>(Tensor<T> source, Span<T> destination, int[] strides)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> elements = source.Dense().DenseElements;
        if (source.Rank == 0)
        {
            destination[0] += elements[0];
            return;
        }
        (Shape shape, strides) = Layout.WithLongRows(source.Shape, strides);
        int length = shape[^1];
        Rows rows = new(shape, strides);
        for (int from = 0; rows.Next(); from += length)
            AddRow(elements.Slice(from, length), destination[rows.Offset..], strides[^1]);
    }

    private static void AddRow<T>(ReadOnlySpan<T> row, Span<T> destination, int stride)
        where T : unmanaged, INumberBase<T>
    {
        if (stride == 1)
        {
            TensorPrimitives.Add(row, destination[..row.Length], destination[..row.Length]);
            return;
        }
        for (int i = 0, to = 0; i < row.Length; i++, to += stride)
            destination[to] += row[i];
    }
}
