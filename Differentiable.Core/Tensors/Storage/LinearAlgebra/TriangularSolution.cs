using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Solves linear equations whose matrices are triangles.</summary>
internal static class TriangularSolution
{
    private const string Operation = "SolveTriangular";

    public static Tensor<T> Of<T>(Tensor<T> matrix, Tensor<T> right, bool isLower)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape batch = Matrices.RequireEquations(matrix, right, Operation);
        (int size, int columns) = (right.Shape[^2], right.Shape[^1]);
        Shape own = Matrices.Batch(matrix.Shape);
        int[] which = Matrices.Which(own, batch);
        ReadOnlySpan<T> elements = matrix.Dense().DenseElements;
        T[] solutions = Matrices.Spread(right, batch);
        for (int i = 0; i < which.Length; i++)
        {
            Triangle<T> triangle = new(elements.Slice(which[i] * size * size, size * size), size, isLower);
            if (triangle.IsSingular)
                throw new SingularMatrixException($"{Operation}: {Matrices.Name(own, which[i])} is singular: it has a zero on its diagonal.");
            triangle.Solve(solutions.AsSpan(i * size * columns, size * columns), columns);
        }
        return new([.. batch, size, columns], solutions);
    }
}
