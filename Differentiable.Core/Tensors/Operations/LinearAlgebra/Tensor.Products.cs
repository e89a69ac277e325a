using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Products of vectors.</content>
public static partial class Tensor
{
    /// <summary>The sum of the products of two vectors' elements; of no elements, 0.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">In the shape [n].</param>
    /// <param name="right">In the shape [n].</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ArgumentException">One of them has not exactly one axis.</exception>
    /// <exception cref="ShapeMismatchException">They are not equally long.</exception>
    public static Tensor<T> Dot<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        RequireVectors(left, right, nameof(Dot));
        if (left.Shape[0] != right.Shape[0])
            throw new ShapeMismatchException($"{nameof(Dot)}: shapes {left.Shape} and {right.Shape} do not fit along axis 0. They have to be the same.");
        (left, right) = (left.Now(), right.Now());
        if (IsOfHalves<T>())
            return Narrowed<T>(Dot(Widened(left), Widened(right)));
        return Recorder.Binary(
            nameof(Dot),
            BlockSums.Dot<T>(left.Dense().DenseElements, right.Dense().DenseElements),
            left,
            right,
            right,
            TensorPullbacks.DotLeft,
            left,
            TensorPullbacks.DotRight);
    }

    /// <summary>The products of each element of a vector with each one of another.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">In the shape [m].</param>
    /// <param name="right">In the shape [n].</param>
    /// <returns>In the shape [m, n].</returns>
    /// <exception cref="ArgumentException">One of them has not exactly one axis.</exception>
    public static Tensor<T> Outer<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        RequireVectors(left, right, nameof(Outer));
        return Reshape(left, left.Shape[0], 1) * right;
    }

    /// <summary>The product of a matrix and a vector, or of equally many of them: the axes before are broadcast.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="matrix">In the shape [..., m, n].</param>
    /// <param name="vector">In the shape [..., n].</param>
    /// <returns>In the shape [..., m].</returns>
    /// <exception cref="ArgumentException">The matrix has fewer than two axes, or the vector none.</exception>
    /// <exception cref="ShapeMismatchException">The matrix has not as many columns as the vector has elements, or the other axes do not fit.</exception>
    public static Tensor<T> MatVec<T>(Tensor<T> matrix, Tensor<T> vector)
        where T : unmanaged, INumberBase<T>
    {
        (matrix, vector) = (matrix.Given(), vector.Given());
        if (matrix.Rank < 2 || vector.Rank < 1)
            throw new ArgumentException($"{nameof(MatVec)}: the shapes are {matrix.Shape} and {vector.Shape}; the matrix needs at least two axes, the vector one.");
        if (matrix.Shape[^1] != vector.Shape[^1])
            throw new ShapeMismatchException($"{nameof(MatVec)}: shapes {matrix.Shape} and {vector.Shape} do not fit along axis -1. The lengths have to be equal.");
        Tensor<T> columns = MatMul(matrix, Reshape(vector, [.. vector.Shape, 1]));
        return Reshape(columns, [.. columns.Shape.SkipLast(1)]);
    }

    private static void RequireVectors<T>(Tensor<T> left, Tensor<T> right, string operation)
        where T : unmanaged
    {
        if ((left.Given().Rank, right.Given().Rank) != (1, 1))
            throw new ArgumentException($"{operation}: the shapes are {left.Shape} and {right.Shape}; both have to be vectors, with one axis. For others there are MatMul, MatVec and Einsum.");
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Dot"/> to the left vector.</summary>
    [PullbackOf(nameof(Tensor.Dot), "left")]
    public static Tensor<T> DotLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => dy * right;

    /// <summary>The pullback of <see cref="Tensor.Dot"/> to the right vector.</summary>
    [PullbackOf(nameof(Tensor.Dot), "right")]
    public static Tensor<T> DotRight<T>(Tensor<T> dy, Tensor<T> left)
        where T : unmanaged, INumberBase<T> => dy * left;

    /// <summary>The pullback of <see cref="Tensor.Outer"/> to the left vector.</summary>
    [PullbackOf(nameof(Tensor.Outer), "left")]
    public static Tensor<T> OuterLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Tensor.Sum(MultiplyLeft(dy, right), [1]);

    /// <summary>The pullback of <see cref="Tensor.Outer"/> to the right vector.</summary>
    [PullbackOf(nameof(Tensor.Outer), "right")]
    public static Tensor<T> OuterRight<T>(Tensor<T> dy, Tensor<T> left)
        where T : unmanaged, INumberBase<T> => Tensor.Sum(MultiplyRight(dy, Tensor.Unsqueeze(left, 1)), [0]);

    /// <summary>The pullback of <see cref="Tensor.MatVec"/> to the matrices.</summary>
    [PullbackOf(nameof(Tensor.MatVec), "matrix", IsBroadcast = true)]
    public static Tensor<T> MatVecMatrix<T>(Tensor<T> dy, Tensor<T> vector)
        where T : unmanaged, INumberBase<T> => MatMulLeft(Tensor.Unsqueeze(dy, -1), Tensor.Unsqueeze(vector, -1));

    /// <summary>The pullback of <see cref="Tensor.MatVec"/> to the vectors.</summary>
    [PullbackOf(nameof(Tensor.MatVec), "vector", IsBroadcast = true)]
    public static Tensor<T> MatVecVector<T>(Tensor<T> dy, Tensor<T> matrix)
        where T : unmanaged, INumberBase<T> => Tensor.Squeeze(MatMulRight(Tensor.Unsqueeze(dy, -1), matrix), -1);
}
