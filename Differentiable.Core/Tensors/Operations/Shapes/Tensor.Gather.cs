using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Parts of tensors by their indices along an axis.</content>
public static partial class Tensor
{
    /// <summary>The parts with these indices along an axis. An index may repeat: the derivatives of its copies add up.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="indices">The indices from 0, in any shape.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <returns>In the shape of the tensor, with that of the indices in the place of the axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index leaves it.</exception>
    public static Tensor<T> Gather<T>(Tensor<T> x, Tensor<int> indices, int axis = 0)
        where T : unmanaged
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        int[] list = IndicesOf(nameof(Gather), indices.Given(), x.Shape, axis);
        return TakeParts(x, list, AxisParts.ShapeOf(x.Shape, indices.Shape, axis), axis);
    }

    /// <summary>The tensor with updates added to the parts with these indices along an axis; an index may repeat.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="indices">The indices from 0, in any shape.</param>
    /// <param name="updates">What is added, in the shape that <see cref="Gather"/> gives.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index leaves it.</exception>
    /// <exception cref="ShapeMismatchException">The updates have another shape.</exception>
    public static Tensor<T> ScatterAdd<T>(Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis = 0)
        where T : unmanaged, INumberBase<T>
    {
        axis = x.Given().Shape.AxisAt(axis);
        RequireUpdates(nameof(ScatterAdd), x.Shape, indices.Given().Shape, updates.Given().Shape, axis);
        return x + AddParts(updates, IndicesOf(nameof(ScatterAdd), indices, x.Shape, axis), x.Shape, axis);
    }

    /// <summary>
    /// The tensor with updates in the place of the parts with these indices along an axis. If an index repeats, the last update counts, and the others have no
    /// derivative; nor has what was replaced.
    /// </summary>
    /// <inheritdoc cref="ScatterAdd"/>
    public static Tensor<T> Scatter<T>(Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis = 0)
        where T : unmanaged, INumberBase<T>
    {
        axis = x.Given().Shape.AxisAt(axis);
        RequireUpdates(nameof(Scatter), x.Shape, indices.Given().Shape, updates.Given().Shape, axis);
        int[] list = IndicesOf(nameof(Scatter), indices, x.Shape, axis);
        (Tensor<bool> isReplaced, Tensor<bool> counts) = LastUpdates(list, indices.Shape, x.Shape, axis);
        return Where(isReplaced, AddParts(Where(counts, updates, T.Zero), list, x.Shape, axis), x);
    }

    /// <summary>The parts with these indices along an axis.</summary>
    internal static Tensor<T> TakeParts<T>(Tensor<T> x, int[] indices, Shape shape, int axis)
        where T : unmanaged
    {
        x = x.Now();
        return Recorder.Unary(
            nameof(Gather), AxisParts.Take(x, indices, shape, axis), x, (indices, x.Shape, axis), static (dy, kept) => PartSums.AddParts(dy, kept.indices, kept.Shape, kept.axis));
    }

    /// <summary>Zeros, to which parts are added at these indices: the transpose of gathering them.</summary>
    internal static Tensor<T> AddParts<T>(Tensor<T> parts, int[] indices, Shape shape, int axis)
        where T : unmanaged, INumberBase<T>
    {
        parts = parts.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(AddParts(Widened(parts), indices, shape, axis));
        Tensor<T> sums = RowSums.Pay(parts, shape, axis) ? new RowSums<T>(shape, [(indices, parts)]) : AxisParts.Add(parts, indices, shape, axis);
        return Recorder.Unary(
            nameof(AddParts), sums, parts, (indices, parts.Shape, axis), static (dy, kept) => TakeParts(dy, kept.indices, kept.Shape, kept.axis));
    }

    internal static int[] IndicesOf(string operation, Tensor<int> indices, Shape shape, int axis)
    {
        int[] list = indices.ToArray();
        AxisParts.RequireIndices(operation, list, shape, axis, nameof(indices));
        return list;
    }

    private static void RequireUpdates(string operation, Shape shape, Shape indices, Shape updates, int axis)
    {
        Shape needed = AxisParts.ShapeOf(shape, indices, axis);
        if (!needed.Equals(updates))
            throw new ShapeMismatchException($"{operation}: indices of shape {indices} along axis {axis} of shape {shape} need updates of shape {needed}, not {updates}.");
    }

    /// <summary>Which parts are updated, and which updates are the last ones of their part, in shapes that repeat to those of the tensor and the updates.</summary>
    internal static (Tensor<bool> IsReplaced, Tensor<bool> Counts) LastUpdates(int[] indices, Shape ofIndices, Shape shape, int axis)
    {
        bool[] isReplaced = new bool[shape[axis]], counts = new bool[indices.Length];
        for (int i = indices.Length - 1; i >= 0; i--)
        {
            counts[i] = !isReplaced[indices[i]];
            isReplaced[indices[i]] = true;
        }
        int[] behind = [.. Enumerable.Repeat(1, shape.Rank - axis - 1)];
        return (From(isReplaced, [shape[axis], .. behind]), From(counts, [.. ofIndices, .. behind]));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Gather"/>.</summary>
    [PullbackOf(nameof(Tensor.Gather), "x")]
    public static Tensor<T> Gather<T>(Tensor<T> dy, Shape xShape, Tensor<int> indices, int axis)
        where T : unmanaged
    {
        axis = xShape.AxisAt(axis);
        return PartSums.AddParts(dy, Tensor.IndicesOf(nameof(Gather), indices, xShape, axis), xShape, axis);
    }

    /// <summary>The pullback of <see cref="Tensor.ScatterAdd"/> to what is added to.</summary>
    [PullbackOf(nameof(Tensor.ScatterAdd), "x", IsIdentity = true)]
    public static Tensor<T> ScatterAddX<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => dy;

    /// <summary>The pullback of <see cref="Tensor.ScatterAdd"/> to the updates.</summary>
    [PullbackOf(nameof(Tensor.ScatterAdd), "updates")]
    public static Tensor<T> ScatterAddUpdates<T>(Tensor<T> dy, Tensor<int> indices, int axis)
        where T : unmanaged, INumberBase<T> => Tensor.Gather(dy, indices, axis);

    /// <summary>The pullback of <see cref="Tensor.Scatter"/> to that of which parts are replaced.</summary>
    [PullbackOf(nameof(Tensor.Scatter), "x")]
    public static Tensor<T> ScatterX<T>(Tensor<T> dy, Tensor<int> indices, int axis)
        where T : unmanaged, INumberBase<T>
    {
        axis = dy.Shape.AxisAt(axis);
        int[] list = Tensor.IndicesOf(nameof(Tensor.Scatter), indices, dy.Shape, axis);
        return WhereWhenFalse(dy, Tensor.LastUpdates(list, indices.Shape, dy.Shape, axis).IsReplaced);
    }

    /// <summary>The pullback of <see cref="Tensor.Scatter"/> to the updates.</summary>
    [PullbackOf(nameof(Tensor.Scatter), "updates")]
    public static Tensor<T> ScatterUpdates<T>(Tensor<T> dy, Tensor<int> indices, int axis)
        where T : unmanaged, INumberBase<T>
    {
        axis = dy.Shape.AxisAt(axis);
        int[] list = Tensor.IndicesOf(nameof(Tensor.Scatter), indices, dy.Shape, axis);
        return WhereWhenTrue(Tensor.Gather(dy, indices, axis), Tensor.LastUpdates(list, indices.Shape, dy.Shape, axis).Counts);
    }
}
