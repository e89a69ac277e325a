using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Several tensors as one with a single axis, so that an operation with one result can have many.</summary>
internal static class JoinedTensors
{
    public static Tensor<T> Join<T>(Tensor<T>[] tensors)
        where T : unmanaged => tensors.Length == 0 ? Tensor.Zeros<T>([0]) : Tensor.Concatenate<T>(Array.ConvertAll(tensors, tensor => Tensor.Reshape(tensor, -1)));

    /// <summary>The tensors of which one was joined; they share its elements.</summary>
    public static Tensor<T>[] Apart<T>(Tensor<T> joined, Shape[] shapes)
        where T : unmanaged => [.. Tensor.Split(joined, Array.ConvertAll(shapes, shape => shape.FlattenedLength)).Zip(shapes, Tensor.Reshape)];
}
