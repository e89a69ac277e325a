using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The greatest and the smallest of a tensor's elements and of updates to them.</content>
public static partial class Tensor
{
    /// <summary>
    /// The tensor with the greatest of each element and of the updates to the parts with these indices along an axis; an index may repeat. What shares the greatest value shares the derivative evenly. NaN if
    /// one of them is, and then the derivative is NaN.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="indices">The indices from 0, in any shape.</param>
    /// <param name="updates">What is compared with, in the shape that <see cref="Gather"/> gives.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or an index leaves it.</exception>
    /// <exception cref="ShapeMismatchException">The updates have another shape.</exception>
    public static Tensor<T> ScatterMax<T>(Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis = 0)
        where T : unmanaged, INumber<T> => ScatterExtreme(nameof(ScatterMax), x, indices, updates, axis, Extremes<T>.Max);

    /// <summary>
    /// The tensor with the smallest of each element and of the updates to the parts with these indices along an axis; an index may repeat. What shares the smallest value shares the derivative evenly. NaN if
    /// one of them is, and then the derivative is NaN.
    /// </summary>
    /// <inheritdoc cref="ScatterMax"/>
    public static Tensor<T> ScatterMin<T>(Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis = 0)
        where T : unmanaged, INumber<T> => ScatterExtreme(nameof(ScatterMin), x, indices, updates, axis, Extremes<T>.Min);

    private static Tensor<T> ScatterExtreme<T>(string operation, Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis, Accumulator<T> accumulator)
        where T : unmanaged, INumber<T>
    {
        axis = x.Given().Shape.AxisAt(axis);
        RequireUpdates(operation, x.Shape, indices.Given().Shape, updates.Given().Shape, axis);
        (x, indices, updates) = (x.Now(), indices.Now(), updates.Now());
        Tensor<T> y = AxisParts.JoinTo(x, updates, IndicesOf(operation, indices, x.Shape, axis), axis, accumulator);
        return Recorder.Binary(
            operation,
            y,
            x,
            updates,
            (x, indices, updates, axis, y),
            static (dy, kept) => TensorPullbacks.ScatterExtremeX(dy, kept.x, kept.indices, kept.updates, kept.axis, kept.y),
            static (dy, kept) => TensorPullbacks.ScatterExtremeUpdates(dy, kept.x, kept.indices, kept.updates, kept.axis, kept.y));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.ScatterMax"/> and <see cref="Tensor.ScatterMin"/> to the tensor.</summary>
    [PullbackOf(nameof(Tensor.ScatterMax), "x")]
    [PullbackOf(nameof(Tensor.ScatterMin), "x")]
    public static Tensor<T> ScatterExtremeX<T>(Tensor<T> dy, Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis, Tensor<T> y)
        where T : unmanaged, INumber<T> => dy * (OneWhereEqual(x, y) / Sharing(x, indices, updates, axis, y));

    /// <summary>The pullback of <see cref="Tensor.ScatterMax"/> and <see cref="Tensor.ScatterMin"/> to the updates.</summary>
    [PullbackOf(nameof(Tensor.ScatterMax), "updates")]
    [PullbackOf(nameof(Tensor.ScatterMin), "updates")]
    public static Tensor<T> ScatterExtremeUpdates<T>(Tensor<T> dy, Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis, Tensor<T> y)
        where T : unmanaged, INumber<T> =>
        Tensor.Gather(dy / Sharing(x, indices, updates, axis, y), indices, axis) * OneWhereEqual(updates, Tensor.Gather(y, indices, axis));

    /// <summary>How many elements and updates share each value of the result. Does not change with them.</summary>
    private static Tensor<T> Sharing<T>(Tensor<T> x, Tensor<int> indices, Tensor<T> updates, int axis, Tensor<T> y)
        where T : unmanaged, INumber<T> => Tensor.ScatterAdd(OneWhereEqual(x, y), indices, OneWhereEqual(updates, Tensor.Gather(y, indices, axis)), axis);

    private static Tensor<T> OneWhereEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Tensor.Where<T>(Tensor.Equal(left, right), T.One, T.Zero);
}
