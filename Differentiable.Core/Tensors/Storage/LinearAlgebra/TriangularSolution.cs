using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Solves linear equations whose matrices are triangles.</summary>
internal static class TriangularSolution
{
    public static Tensor<T> Of<T>(Tensor<T> matrix, Tensor<T> right, bool isLower, string operation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape batch = Matrices.RequireEquations(matrix, right, operation);
        (int size, int columns) = (right.Shape[^2], right.Shape[^1]);
        Shape own = Matrices.Batch(matrix.Shape);
        int[] which = Matrices.Which(own, batch);
        ReadOnlySpan<T> elements = matrix.Dense().DenseElements;
        T[] solutions = Matrices.Spread(right, batch);
        for (int i = 0; i < which.Length; i++)
        {
            Triangle<T> triangle = new(elements.Slice(which[i] * size * size, size * size), size, isLower);
            if (triangle.IsSingular)
                throw new SingularMatrixException($"{operation}: {Matrices.Name(own, which[i])} is singular: its triangle has a zero on the diagonal.");
            triangle.Solve(solutions.AsSpan(i * size * columns, size * columns), columns);
        }
        return new([.. batch, size, columns], solutions);
    }
}
