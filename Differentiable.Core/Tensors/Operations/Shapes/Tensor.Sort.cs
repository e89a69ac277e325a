using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elements in the order of their size. Equal ones stay in their order; NaN counts as greater than any number.</content>
public static partial class Tensor
{
    /// <summary>
    /// The elements in the order of their size along an axis. Equal ones stay in their order, each with its own derivative; NaN counts as greater than any number,
    /// so that it is at the end in ascending order.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis along which they are sorted; negative ones count from the end.</param>
    /// <param name="descending">The greatest first?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor<T> Sort<T>(Tensor<T> x, int axis = -1, bool descending = false)
        where T : unmanaged, INumber<T>
    {
        x = x.Now();
        return PickAlong(nameof(Sort), x, ArgSort(x, axis, descending), x.Shape.AxisAt(axis));
    }

    /// <summary>The indices along an axis that put the elements in the order of <see cref="Sort"/>: <c>GatherAlongAxis(x, ArgSort(x), -1)</c> is sorted.</summary>
    /// <inheritdoc cref="Sort"/>
    public static Tensor<int> ArgSort<T>(Tensor<T> x, int axis = -1, bool descending = false)
        where T : unmanaged, INumber<T> => Ordering.Of(x.Now(), x.Shape.AxisAt(axis), descending);

    /// <summary>
    /// The greatest elements along an axis, the greatest first, and where they are. Of equal ones, those that come first are taken; NaN counts as greater than any
    /// number. The values have derivatives.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="k">How many are taken.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <returns>The values and their indices along the axis, which has the length <paramref name="k"/> in both.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or it has fewer elements.</exception>
    public static (Tensor<T> Values, Tensor<int> Indices) TopK<T>(Tensor<T> x, int k, int axis = -1)
        where T : unmanaged, INumber<T>
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k > x.Shape[axis])
            throw new ArgumentOutOfRangeException(nameof(k), k, $"{nameof(TopK)}: axis {axis} of shape {x.Shape} has {x.Shape[axis]} elements.");
        Tensor<int> indices = Ordering.OfGreatest(x, axis, k);
        return (PickAlong(nameof(TopK), x, indices, axis), indices);
    }

    /// <summary>
    /// For each index the element that it names along an axis, all other indices being the same: <c>y[i, j] = x[i, indices[i, j]]</c> for the axis 1 of two. An index
    /// may repeat: the derivatives add up. NumPy's <c>take_along_axis</c>.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="indices">The indices from 0; with as many axes as the tensor, and the same lengths along all but this one.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <returns>In the shape of the indices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index leaves it.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ along another axis.</exception>
    public static Tensor<T> GatherAlongAxis<T>(Tensor<T> x, Tensor<int> indices, int axis)
        where T : unmanaged, INumberBase<T> => PickAlong(nameof(GatherAlongAxis), x, indices.Given(), x.Given().Shape.AxisAt(axis));

    private static Tensor<T> PickAlong<T>(string operation, Tensor<T> x, Tensor<int> indices, int axis)
        where T : unmanaged, INumberBase<T> => Pick(x, LinePlaces.Of(operation, x.Shape, indices, axis), indices.Shape, operation);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Sort"/>.</summary>
    [PullbackOf(nameof(Tensor.Sort), "x")]
    public static Tensor<T> Sort<T>(Tensor<T> dy, Tensor<T> x, int axis, bool descending)
        where T : unmanaged, INumber<T> => GatherAlongAxis(dy, x.Shape, Tensor.ArgSort(x, axis, descending), axis);

    /// <summary>The pullback of <see cref="Tensor.TopK"/>, a rule like those of users: the indices have no cotangent.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="k">How many were taken.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="dresult">The cotangents of the results.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.TopK))]
    public static Tensor<T> TopK<T>(Tensor<T> x, int k, int axis, (Tensor<T> Values, Tensor<int>? Indices) dresult)
        where T : unmanaged, INumber<T>
    {
        axis = x.Shape.AxisAt(axis);
        return GatherAlongAxis(dresult.Values, x.Shape, Ordering.OfGreatest(x.Now(), axis, k), axis);
    }

    /// <summary>The pullback of <see cref="Tensor.GatherAlongAxis"/>.</summary>
    [PullbackOf(nameof(Tensor.GatherAlongAxis), "x")]
    public static Tensor<T> GatherAlongAxis<T>(Tensor<T> dy, Shape xShape, Tensor<int> indices, int axis)
        where T : unmanaged, INumberBase<T> => Tensor.Unpick(dy, LinePlaces.Of(nameof(GatherAlongAxis), xShape, indices, xShape.AxisAt(axis)), xShape, nameof(GatherAlongAxis));
}
