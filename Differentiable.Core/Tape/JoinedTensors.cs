using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Several tensors as one with a single axis, so that an operation with one result can have many.</summary>
internal static class JoinedTensors
{
    /// <summary>The results of something that has many, recorded as one.</summary>
    /// <param name="record">Records what is joined; it is given what joins the results, and what takes apart a tensor like them.</param>
    public static Tensor<T>[] Record<T>(Func<Func<Tensor<T>[], Tensor<T>>, Func<Tensor<T>, Tensor<T>[]>, Tensor<T>> record)
        where T : unmanaged
    {
        Shape[] shapes = [];
        return LikeResults(record(JoinResults, LikeResults));

        Tensor<T> JoinResults(Tensor<T>[] results)
        {
            shapes = Array.ConvertAll(results, result => result.Shape);
            return Join(results);
        }

        Tensor<T>[] LikeResults(Tensor<T> joined) => Apart(joined, shapes);
    }

    private static Tensor<T> Join<T>(Tensor<T>[] tensors)
        where T : unmanaged => tensors.Length == 0 ? Tensor.Zeros<T>([0]) : Tensor.Concatenate<T>(Array.ConvertAll(tensors, tensor => Tensor.Reshape(tensor, -1)));

    /// <summary>The tensors of which one was joined; they share its elements.</summary>
    private static Tensor<T>[] Apart<T>(Tensor<T> joined, Shape[] shapes)
        where T : unmanaged => [.. Tensor.Split(joined, Array.ConvertAll(shapes, shape => shape.FlattenedLength)).Zip(shapes, Tensor.Reshape)];
}
