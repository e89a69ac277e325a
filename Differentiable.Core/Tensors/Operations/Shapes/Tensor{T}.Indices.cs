namespace Differentiable.Tensors;

/// <content>Elements that tensors of indices and of conditions select.</content>
public partial class Tensor<T>
{
    /// <summary>The parts with these indices along the first axis, in the shape of the indices followed by that of a part. A copy; differentiable.</summary>
    /// <param name="indices">The indices from 0; they may repeat.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index leaves the axis, or there is none.</exception>
    public Tensor<T> this[Tensor<int> indices] => Tensor.Gather(this, indices);

    /// <summary>The parts for which a condition holds, one behind the other along one axis. A copy; differentiable.</summary>
    /// <param name="mask">The conditions; its axes are the first ones of this tensor, which become one.</param>
    /// <exception cref="ShapeMismatchException">The mask has no axis, or its shape is not how this tensor's begins.</exception>
    public Tensor<T> this[Tensor<bool> mask] => Tensor.BooleanMask(this, mask);
}
