namespace Differentiable.Tensors;

/// <summary>Puts tensors into parts of larger ones.</summary>
internal static class Parts
{
    /// <summary>Copies a part to its place along an axis.</summary>
    /// <param name="part">The part.</param>
    /// <param name="destination">The elements of the larger tensor.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="axis">Along which axis.</param>
    /// <param name="index">From where.</param>
    /// <param name="length">How much of the axis the part takes.</param>
    public static void Copy<T>(Tensor<T> part, Span<T> destination, Shape shape, int axis, int index, int length)
        where T : unmanaged
    {
        ReadOnlySpan<T> elements = part.Dense().DenseElements;
        int inner = shape.Strides[axis], row = length * inner, outer = shape[axis] * inner;
        for (int from = 0, to = index * inner; from < elements.Length; from += row, to += outer)
            elements.Slice(from, row).CopyTo(destination[to..]);
    }

    /// <summary>Copies a part to where a slice takes it from.</summary>
    public static void Place<T>(Tensor<T> part, Span<T> destination, Shape shape, TensorIndex[] indices)
        where T : unmanaged => Put(part, destination, shape, indices, static (from, to) => from.CopyTo(to));

    /// <summary>Adds a part to where a slice takes it from.</summary>
    public static void AddInPlace<T>(Tensor<T> part, Span<T> destination, Shape shape, TensorIndex[] indices)
        where T : unmanaged => Put(part, destination, shape, indices, Additions.AddTo);

    private static void Put<T>(Tensor<T> part, Span<T> destination, Shape shape, TensorIndex[] indices, UnaryKernel<T, T> put)
        where T : unmanaged
    {
        ReadOnlySpan<T> elements = part.Dense().DenseElements;
        int[] lengths = new int[shape.Rank];
        int start = 0;
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            (int from, lengths[axis]) = axis < indices.Length ? indices[axis].On(shape, axis) : (0, shape[axis]);
            start += from * shape.Strides[axis];
        }
        if (lengths.Length == 0)
        {
            put(elements, destination);
            return;
        }
        int length = lengths[^1];
        Rows rows = new(Shape.Create(lengths), shape.Strides);
        for (int from = 0; rows.Next(); from += length)
            put(elements.Slice(from, length), destination.Slice(start + rows.Offset, length));
    }
}
