namespace Differentiable.Tensors;

/// <summary>Parts of tensors by their indices along the first axes, which stand in the last axis of a tensor of integers.</summary>
internal static class Coordinates
{
    /// <summary>The shape of all axes that the indices tell of as one, followed by the others.</summary>
    /// <exception cref="ShapeMismatchException">There are indices for more axes than there are.</exception>
    public static Shape Merged(string operation, Shape shape, Shape indices)
    {
        if (indices.Rank == 0 || indices[^1] > shape.Rank)
            throw new ShapeMismatchException($"{operation}: indices of shape {indices} do not fit shape {shape}: the last axis has to have as many indices as there are axes that they are for, at most {shape.Rank}.");
        return [Reduction.Count(shape, [.. Enumerable.Range(0, indices[^1])]), .. shape.Skip(indices[^1])];
    }

    /// <summary>The shape of what the indices tell of.</summary>
    public static Shape PartsOf(Shape shape, Shape indices) => [.. indices.SkipLast(1), .. shape.Skip(indices[^1])];

    /// <summary>Which of the merged axis' parts each row of indices tells of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index leaves its axis.</exception>
    public static int[] PlacesOf(string operation, Shape shape, Tensor<int> indices)
    {
        int[] list = indices.ToArray(), places = new int[Reduction.Count(indices.Shape, [.. Enumerable.Range(0, indices.Rank - 1)])];
        for (int i = 0, from = 0; i < places.Length; i++)
        {
            for (int axis = 0; axis < indices.Shape[^1]; axis++, from++)
            {
                AxisParts.RequireIndices(operation, [list[from]], shape, axis, nameof(indices));
                places[i] = (places[i] * shape[axis]) + list[from];
            }
        }
        return places;
    }

    /// <summary>The indices of the elements for which a condition holds, in row-major order, a row for each.</summary>
    public static Tensor<int> Where(Tensor<bool> condition)
    {
        int[] places = Places(condition);
        int rank = condition.Rank;
        int[] indices = new int[places.Length * rank];
        for (int i = 0; i < indices.Length; i++)
            indices[i] = places[i / rank] / condition.Shape.Strides[i % rank] % condition.Shape[i % rank];
        return new([places.Length, rank], indices);
    }

    /// <summary>The places, counted in row-major order, where a condition holds.</summary>
    public static int[] Places(Tensor<bool> condition)
    {
        bool[] elements = condition.ToArray();
        return [.. Enumerable.Range(0, elements.Length).Where(i => elements[i])];
    }
}
