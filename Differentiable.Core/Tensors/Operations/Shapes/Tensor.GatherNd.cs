using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Parts of tensors by their indices along several axes, and by conditions.</content>
public static partial class Tensor
{
    /// <summary>
    /// The elements or parts that rows of indices name, one index for each of the first axes: <c>y[i] = x[indices[i, 0], indices[i, 1]]</c>. What is named twice
    /// has both derivatives, added up.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="indices">The indices from 0, in the shape [..., n] for the first n axes; n may be 0, which names the whole.</param>
    /// <returns>In the shape [...] followed by that of a part.</returns>
    /// <exception cref="ShapeMismatchException">There are more indices in a row than axes, or the indices have no axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index leaves its axis.</exception>
    public static Tensor<T> GatherNd<T>(Tensor<T> x, Tensor<int> indices)
        where T : unmanaged
    {
        x = x.Now();
        Tensor<T> merged = Reshape(x, Coordinates.Merged(nameof(GatherNd), x.Shape, indices.Given().Shape));
        return TakeParts(merged, Coordinates.PlacesOf(nameof(GatherNd), x.Shape, indices), Coordinates.PartsOf(x.Shape, indices.Shape), 0);
    }

    /// <summary>Zeros, to which updates are added where rows of indices say; what is named twice has the sum. The transpose of <see cref="GatherNd"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="indices">The indices from 0, in the shape [..., n] for the first n axes.</param>
    /// <param name="updates">What is added, in the shape [...] followed by that of a part.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <exception cref="ShapeMismatchException">There are more indices in a row than axes, or the updates have another shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index leaves its axis.</exception>
    public static Tensor<T> ScatterNd<T>(Tensor<int> indices, Tensor<T> updates, Shape shape)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape merged = Coordinates.Merged(nameof(ScatterNd), shape, indices.Given().Shape), needed = Coordinates.PartsOf(shape, indices.Shape);
        if (!needed.Equals(updates.Given().Shape))
            throw new ShapeMismatchException($"{nameof(ScatterNd)}: indices of shape {indices.Shape} for shape {shape} need updates of shape {needed}, not {updates.Shape}.");
        return Reshape(AddParts(updates, Coordinates.PlacesOf(nameof(ScatterNd), shape, indices), merged, 0), shape);
    }

    /// <summary>The elements or parts for which a condition holds, one behind the other in row-major order. <c>x[mask]</c> does this from the first axis on.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="mask">The conditions, for as many neighbouring axes as it has, which become one.</param>
    /// <param name="axis">The first of these axes; negative ones count from the end.</param>
    /// <exception cref="ShapeMismatchException">The mask has no axis, or other lengths than the tensor there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor<T> BooleanMask<T>(Tensor<T> x, Tensor<bool> mask, int axis = 0)
        where T : unmanaged
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        int last = axis + mask.Given().Rank - 1;
        if (mask.Rank == 0 || last >= x.Rank || !x.Shape.Skip(axis).Take(mask.Rank).SequenceEqual(mask.Shape))
            throw new ShapeMismatchException($"{nameof(BooleanMask)}: a mask of shape {mask.Shape} does not fit shape {x.Shape} from axis {axis} on. It needs at least one axis, and the same lengths.");
        int[] places = Coordinates.Places(mask);
        return TakeParts(Flatten(x, axis, last), places, [.. x.Shape.Take(axis), places.Length, .. x.Shape.Skip(last + 1)], axis);
    }

    /// <summary>The indices of the elements for which a condition holds, in row-major order: what <see cref="GatherNd"/> and <see cref="ScatterNd"/> take.</summary>
    /// <param name="condition">The conditions.</param>
    /// <returns>A row for each of them, with an index for each axis.</returns>
    public static Tensor<int> Where(Tensor<bool> condition) => Coordinates.Where(condition.Given());
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.GatherNd"/>.</summary>
    [PullbackOf(nameof(Tensor.GatherNd), "x")]
    public static Tensor<T> GatherNd<T>(Tensor<T> dy, Shape xShape, Tensor<int> indices)
        where T : unmanaged
    {
        Shape merged = Coordinates.Merged(nameof(GatherNd), xShape, indices.Shape);
        return Tensor.Reshape(PartSums.AddParts(dy, Coordinates.PlacesOf(nameof(GatherNd), xShape, indices), merged, 0), xShape);
    }

    /// <summary>The pullback of <see cref="Tensor.ScatterNd"/>.</summary>
    [PullbackOf(nameof(Tensor.ScatterNd), "updates")]
    public static Tensor<T> ScatterNd<T>(Tensor<T> dy, Tensor<int> indices)
        where T : unmanaged, INumberBase<T> => Tensor.GatherNd(dy, indices);

    /// <summary>The pullback of <see cref="Tensor.BooleanMask"/>.</summary>
    [PullbackOf(nameof(Tensor.BooleanMask), "x")]
    public static Tensor<T> BooleanMask<T>(Tensor<T> dy, Shape xShape, Tensor<bool> mask, int axis)
        where T : unmanaged
    {
        axis = xShape.AxisAt(axis);
        Shape merged = [.. xShape.Take(axis), mask.FlattenedLength, .. xShape.Skip(axis + mask.Rank)];
        return Tensor.Reshape(PartSums.AddParts(dy, Coordinates.Places(mask), merged, axis), xShape);
    }
}
