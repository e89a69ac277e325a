using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Coordinates of the points of grids.</content>
public static partial class Tensor
{
    /// <summary>
    /// For each axis of a grid, the coordinates of all points along it: vector i is repeated along all axes but axis i, which is TensorFlow's <c>indexing="ij"</c>. The results share its elements. For
    /// functions of each point, <c>Unsqueeze</c> alone is enough, since shapes are broadcast.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="vectors">The coordinates along each axis.</param>
    /// <returns>As many tensors, in the shape of the grid.</returns>
    /// <exception cref="ShapeMismatchException">One has not exactly one axis.</exception>
    public static Tensor<T>[] MeshGrid<T>(params ReadOnlySpan<Tensor<T>> vectors)
        where T : unmanaged, INumberBase<T>
    {
        int[] lengths = new int[vectors.Length];
        for (int axis = 0; axis < lengths.Length; axis++)
            lengths[axis] = LengthOf(vectors[axis], axis);
        Shape grid = Shape.Create(lengths);
        Tensor<T>[] coordinates = new Tensor<T>[vectors.Length];
        for (int axis = 0; axis < coordinates.Length; axis++)
            coordinates[axis] = BroadcastTo(Reshape(vectors[axis], [lengths[axis], .. Enumerable.Repeat(1, lengths.Length - axis - 1)]), grid);
        return coordinates;
    }

    private static int LengthOf<T>(Tensor<T> vector, int axis)
        where T : unmanaged => vector.Given("vectors").Rank == 1
            ? vector.Shape[0]
            : throw new ShapeMismatchException($"{nameof(MeshGrid)}: number {axis} of the vectors has the shape {vector.Shape}, which is not that of a vector.");
}
