namespace Differentiable.Tensors;

/// <content>A tensor as a cotangent, to those who do not know the type of its elements.</content>
public partial class Tensor<T>
{
    internal sealed override TensorBase ZerosLike() => Tensor.Zeros<T>(Shape);

    internal sealed override TensorBase OnesLike() => Reals.OnesLike(this);

    internal override TensorBase Plus(TensorBase other) => Reals.Add(this, (Tensor<T>)other);

    internal sealed override TensorBase SumTo(Shape shape) => Reals.SumTo(this, shape);

    internal sealed override TensorBase Stacked(TensorBase[] parts, Shape shape) => parts.Length == 0
        ? Tensor.Zeros<T>(shape)
        : Tensor.Reshape(Tensor.Stack<T>(Array.ConvertAll(parts, part => (Tensor<T>)part)), shape);

    internal sealed override Tensor<double> Widened() => Reals.Widen(this);

    internal sealed override TensorBase Narrowed(Tensor<double> wide) => Reals.Narrow(this, wide);
}
