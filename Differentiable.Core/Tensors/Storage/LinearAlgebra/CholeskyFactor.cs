using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Factors of positive definite matrices, row by row (Cholesky and Banachiewicz).</summary>
internal static class CholeskyFactor
{
    private const string Operation = "Cholesky";

    /// <summary>The lower triangles whose product with their transpose is the matrix.</summary>
    public static Tensor<T> Of<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = Matrices.RequireSquare(x, Operation).Shape[^1];
        Shape batch = Matrices.Batch(x.Shape);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] result = new T[elements.Length];
        for (int i = 0; i < batch.FlattenedLength; i++)
        {
            if (!TryFactorize(elements.Slice(i * size * size, size * size), result.AsSpan(i * size * size, size * size), size))
                throw new NotPositiveDefiniteException($"{Operation}: {Matrices.Name(batch, i)} is not positive definite.");
        }
        return new(x.Shape, result);
    }

    private static bool TryFactorize<T>(ReadOnlySpan<T> x, Span<T> factor, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < size; row++)
        {
            Span<T> current = factor.Slice(row * size, size);
            for (int column = 0; column < row; column++)
            {
                ReadOnlySpan<T> other = factor.Slice(column * size, size);
                current[column] = (x[(row * size) + column] - TensorPrimitives.Dot<T>(current[..column], other[..column])) / other[column];
            }
            T square = x[(row * size) + row] - TensorPrimitives.SumOfSquares<T>(current[..row]);
            if (square <= T.Zero)
                return false;
            current[row] = T.Sqrt(square);
        }
        return true;
    }
}
