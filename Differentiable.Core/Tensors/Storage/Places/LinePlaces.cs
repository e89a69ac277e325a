namespace Differentiable.Tensors;

/// <summary>Where elements stand that are given by their indices along an axis, each in the line of its own place.</summary>
internal static class LinePlaces
{
    /// <summary>The places, counted in row-major order.</summary>
    /// <param name="operation">What asks.</param>
    /// <param name="shape">The shape of the elements.</param>
    /// <param name="indices">The indices; as many axes as the shape has, and but for this one of its lengths.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ShapeMismatchException">The indices have other axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index leaves the axis.</exception>
    public static int[] Of(string operation, Shape shape, Tensor<int> indices, int axis)
    {
        RequireFit(operation, shape, indices.Shape, axis);
        int[] places = indices.ToArray();
        AxisParts.RequireIndices(operation, places, shape, axis, nameof(indices));
        int inner = shape.Strides[axis], count = indices.Shape[axis];
        for (int i = 0; i < places.Length; i++)
            places[i] = (((i / inner / count * shape[axis]) + places[i]) * inner) + (i % inner);
        return places;
    }

    private static void RequireFit(string operation, Shape shape, Shape indices, int axis)
    {
        if (shape.Rank != indices.Rank)
            throw new ShapeMismatchException($"{operation}: shapes {shape} and {indices} do not fit: the indices have {indices.Rank} axes, and need {shape.Rank}.");
        for (int other = 0; other < shape.Rank; other++)
        {
            if (other != axis && shape[other] != indices[other])
                throw new ShapeMismatchException($"{operation}: shapes {shape} and {indices} do not fit along axis {other}, where the lengths are {shape[other]} and {indices[other]}. They may differ only along axis {axis}.");
        }
    }
}
