using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The eigenvalues and eigenvectors of symmetric matrices, by rotations that make one pair of elements beside the diagonal zero after the other (Jacobi 1846).</summary>
internal static class SymmetricEigen
{
    private const string Operation = "EigH";

    /// <summary>Far more than are ever needed: in the end, each one squares how far the matrix is from a diagonal one.</summary>
    private const int MostSweeps = 60;

    /// <summary>The values in ascending order, and the vectors as columns. Those of a matrix with an element in the lower triangle that is not finite are NaN.</summary>
    public static (Tensor<T> Values, Tensor<T> Vectors) Of<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = Matrices.RequireSquare(x, Operation).Shape[^1];
        Shape batch = Matrices.Batch(x.Shape);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] values = new T[batch.FlattenedLength * size], vectors = new T[batch.FlattenedLength * size * size];
        for (int i = 0; i < batch.FlattenedLength; i++)
        {
            T[] matrix = Mirrored(elements.Slice(i * size * size, size * size), size);
            Span<T> ofValues = values.AsSpan(i * size, size), ofVectors = vectors.AsSpan(i * size * size, size * size);
            if (TensorPrimitives.IsFiniteAll<T>(matrix))
                Decompose(matrix, ofValues, ofVectors);
            else
            {
                ofValues.Fill(T.NaN);
                ofVectors.Fill(T.NaN);
            }
        }
        return (new([.. batch, size], values), new(x.Shape, vectors));
    }

    /// <summary>The symmetric matrix with this lower triangle.</summary>
    private static T[] Mirrored<T>(ReadOnlySpan<T> x, int size)
    {
        T[] mirrored = x.ToArray();
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < row; column++)
                mirrored[(column * size) + row] = x[(row * size) + column];
        }
        return mirrored;
    }

    private static void Decompose<T>(T[] matrix, Span<T> values, Span<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = values.Length, exponent = Rotated.Normalize<T>(matrix);
        T[] rows = Rotated.Identity<T>(size), diagonal = new T[size];
        int sweeps = 0;
        while (Sweep(matrix, rows, size) && sweeps < MostSweeps)
            sweeps++;
        for (int i = 0; i < size; i++)
            diagonal[i] = matrix[i * (size + 1)];
        int[] order = [.. Enumerable.Range(0, size)];
        Array.Sort(diagonal, order);
        for (int i = 0; i < size; i++)
        {
            values[i] = T.ScaleB(diagonal[i], exponent);
            Span<T> vector = rows.AsSpan(order[i] * size, size);
            if (Rotated.PointsBack<T>(vector))
                TensorPrimitives.Negate(vector, vector);
            Matrices.PutColumn(vector, vectors, i, size);
        }
    }

    /// <summary>Makes each pair beside the diagonal zero once, which may undo others in part.</summary>
    /// <returns>Was there anything to do?</returns>
    private static bool Sweep<T>(Span<T> matrix, Span<T> vectors, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool rotated = false;
        for (int p = 0; p < size; p++)
        {
            for (int q = p + 1; q < size; q++)
            {
                T first = matrix[p * (size + 1)], between = matrix[(p * size) + q], last = matrix[q * (size + 1)];
                if (IsNothingBeside(between, first) && IsNothingBeside(between, last))
                    continue;
                PlaneRotation<T> rotation = PlaneRotation<T>.Diagonalizing(first, between, last);
                rotation.Apply(matrix.Slice(p * size, size), matrix.Slice(q * size, size));
                rotation.Apply(vectors.Slice(p * size, size), vectors.Slice(q * size, size));
                (matrix[p * (size + 1)], matrix[q * (size + 1)]) = (first - (rotation.Tangent * between), last + (rotation.Tangent * between));
                matrix[(p * size) + q] = matrix[(q * size) + p] = T.Zero;
                Mirror(matrix, p, q, size);
                rotated = true;
            }
        }
        return rotated;
    }

    private static bool IsNothingBeside<T>(T x, T other)
        where T : IFloatingPointIeee754<T> => T.Abs(other) + T.Abs(x) == T.Abs(other);

    /// <summary>Writes two rows of a symmetric matrix into its columns.</summary>
    private static void Mirror<T>(Span<T> matrix, int p, int q, int size)
    {
        for (int i = 0; i < size; i++)
        {
            if (i != p && i != q)
                (matrix[(i * size) + p], matrix[(i * size) + q]) = (matrix[(p * size) + i], matrix[(q * size) + i]);
        }
    }
}
