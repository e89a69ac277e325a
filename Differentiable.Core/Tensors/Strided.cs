namespace Differentiable.Tensors;

/// <summary>Elements that do not stand one behind the other: slices, transposes, broadcasts.</summary>
internal static class Strided
{
    /// <summary>Do strides follow each other as in row-major order? Along an axis of one element any stride will do.</summary>
    public static bool IsDense(Shape shape, ReadOnlySpan<int> strides)
    {
        for (int axis = 0; axis < strides.Length; axis++)
        {
            if (shape[axis] != 1 && strides[axis] != shape.Strides[axis])
                return shape.FlattenedLength == 0;
        }
        return true;
    }

    /// <summary>Copies elements into row-major order.</summary>
    /// <param name="source">The elements, from the first one on.</param>
    /// <param name="strides">How far apart neighbours are, along each axis.</param>
    /// <param name="shape">How many there are, along each axis.</param>
    /// <param name="destination">Gets them.</param>
    public static void Copy<T>(ReadOnlySpan<T> source, int[] strides, Shape shape, Span<T> destination)
    {
        if (IsDense(shape, strides))
        {
            source[..shape.FlattenedLength].CopyTo(destination);
            return;
        }
        int length = shape[shape.Rank - 1], stride = strides[^1];
        Rows rows = new(shape, strides);
        for (int to = 0; rows.Next(); to += length)
            CopyRow(source[rows.Offset..], stride, destination.Slice(to, length));
    }

    private static void CopyRow<T>(ReadOnlySpan<T> source, int stride, Span<T> destination)
    {
        if (stride == 1)
            source[..destination.Length].CopyTo(destination);
        else if (stride == 0)
            destination.Fill(source[0]);
        else
        {
            for (int i = 0, from = 0; i < destination.Length; i++, from += stride)
                destination[i] = source[from];
        }
    }
}
