using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Several tensors of real numbers of any types as one of <see cref="double"/> with a single axis, so that an operation with one result can have many. Tensors of integers and Booleans are left out.</summary>
internal static class JoinedReals
{
    public static Tensor<double> Join(TensorBase[] tensors) => Tensor.Concatenate<double>([Tensor.Zeros<double>([0]), .. tensors.Where(tensor => tensor.IsReal).Select(tensor => Tensor.Reshape(tensor.Widened(), -1))]);

    /// <summary>Tensors in the shapes and of the types of those that one like this was joined of; null for those that were left out.</summary>
    public static TensorBase?[] Apart(Tensor<double> joined, TensorBase[] like)
    {
        int start = 0;
        return Array.ConvertAll(like, tensor => tensor.IsReal ? tensor.Narrowed(Tensor.Reshape(joined[start..(start += tensor.FlattenedLength)], tensor.Shape)) : null);
    }
}
