namespace Differentiable.Tensors;

/// <summary>How elements stand in storage.</summary>
internal static class Layout
{
    /// <summary>The same elements in the same order, with the last axes made one as far as their elements follow each other: longer rows.</summary>
    public static (Shape Shape, int[] Strides) WithLongRows(Shape shape, int[] strides)
    {
        int length = 1, axes = shape.Rank;
        while (axes > 0 && strides[axes - 1] == length)
            length *= shape[--axes];
        return axes >= shape.Rank - 1 ? (shape, strides) : ([.. shape.Take(axes), length], [.. strides[..axes], 1]);
    }
}
