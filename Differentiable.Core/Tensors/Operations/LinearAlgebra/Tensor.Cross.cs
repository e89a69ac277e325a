using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Products of vectors in space.</content>
public static partial class Tensor
{
    /// <summary>The vectors at right angles to pairs of vectors in space, as long as the area between the two; they stand along the last axis. The axes before are broadcast.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">In the shape [..., 3].</param>
    /// <param name="right">In the shape [..., 3].</param>
    /// <returns>In the shape [..., 3].</returns>
    /// <exception cref="ShapeMismatchException">The last axis of one of them has not the length 3, or the other axes do not fit.</exception>
    public static Tensor<T> Cross<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        (left, right) = (left.Given(), right.Given());
        if (left.Shape is not [.., 3] || right.Shape is not [.., 3])
            throw new ShapeMismatchException($"{nameof(Cross)}: the shapes are {left.Shape} and {right.Shape}; the last axis of both has to have the length 3.");
        return (Roll(left, -1, axis: -1) * Roll(right, 1, axis: -1)) - (Roll(left, 1, axis: -1) * Roll(right, -1, axis: -1));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Cross"/> to the left vectors: as <c>dy · (v × right)</c> is <c>v · (right × dy)</c>.</summary>
    [PullbackOf(nameof(Tensor.Cross), "left", IsBroadcast = true)]
    public static Tensor<T> CrossLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Tensor.Cross(right, dy);

    /// <summary>The pullback of <see cref="Tensor.Cross"/> to the right vectors.</summary>
    [PullbackOf(nameof(Tensor.Cross), "right", IsBroadcast = true)]
    public static Tensor<T> CrossRight<T>(Tensor<T> dy, Tensor<T> left)
        where T : unmanaged, INumberBase<T> => Tensor.Cross(dy, left);
}
