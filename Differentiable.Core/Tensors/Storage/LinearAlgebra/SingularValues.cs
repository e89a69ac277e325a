using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// Singular values and vectors, by rotations that put one pair of columns at right angles after the other (Hestenes, "Inversion of matrices by biorthogonalization and related results", 1958):
/// small values are as exact as large ones.
/// </summary>
internal static class SingularValues
{
    private const string Operation = "Svd";

    /// <summary>Far more than are ever needed: in the end, each one squares how far the vectors are from right angles.</summary>
    private const int MostSweeps = 60;

    /// <summary>
    /// The left vectors as columns, the values in descending order, and the right vectors as columns; as many as there are rows or columns, whichever are fewer. Those of a matrix with an element
    /// that is not finite are NaN.
    /// </summary>
    public static (Tensor<T> U, Tensor<T> S, Tensor<T> V) Of<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Matrices.Require(x, Operation).Shape[^2], columns = x.Shape[^1], count = Math.Min(rows, columns);
        Shape batch = Matrices.Batch(x.Shape);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] u = new T[batch.FlattenedLength * rows * count], s = new T[batch.FlattenedLength * count], v = new T[batch.FlattenedLength * columns * count];
        for (int i = 0; i < batch.FlattenedLength; i++)
        {
            T[] matrix = elements.Slice(i * rows * columns, rows * columns).ToArray();
            Span<T> ofU = u.AsSpan(i * rows * count, rows * count), ofS = s.AsSpan(i * count, count), ofV = v.AsSpan(i * columns * count, columns * count);
            if (TensorPrimitives.IsFiniteAll<T>(matrix))
                Decompose(matrix, columns, ofU, ofS, ofV);
            else
            {
                ofU.Fill(T.NaN);
                ofS.Fill(T.NaN);
                ofV.Fill(T.NaN);
            }
        }
        return (new([.. batch, rows, count], u), new([.. batch, count], s), new([.. batch, columns, count], v));
    }

    /// <summary>Of a tall matrix the columns are rotated, of a wide one those of its transpose; either way, they become multiples of the longer vectors, and the rotations together the shorter ones.</summary>
    private static void Decompose<T>(T[] matrix, int columns, Span<T> u, Span<T> s, Span<T> v)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = s.Length, exponent = Rotated.Normalize<T>(matrix);
        bool isTall = columns == count;
        T[] multiples = isTall ? new T[matrix.Length] : matrix, shorter = Rotated.Identity<T>(count);
        if (isTall)
            Matrices.Transpose(matrix, multiples, columns);
        int sweeps = 0;
        while (Sweep(multiples, shorter, count) && sweeps < MostSweeps)
            sweeps++;
        int length = count == 0 ? 0 : multiples.Length / count;
        (T[] lengths, int[] order) = Directions.Lengths<T>(multiples, count, length);
        T[] longer = Directions.Of<T>(multiples, lengths, order, length);
        for (int i = 0; i < count; i++)
        {
            s[i] = T.ScaleB(-lengths[i], exponent);
            Span<T> ofLonger = longer.AsSpan(i * length, length), ofShorter = shorter.AsSpan(order[i] * count, count);
            if (Rotated.PointsBack<T>(isTall ? ofLonger : ofShorter))
            {
                TensorPrimitives.Negate(ofLonger, ofLonger);
                TensorPrimitives.Negate(ofShorter, ofShorter);
            }
            Matrices.PutColumn(isTall ? ofLonger : ofShorter, u, i, count);
            Matrices.PutColumn(isTall ? ofShorter : ofLonger, v, i, count);
        }
    }

    /// <summary>Puts each pair of vectors at right angles once, which may undo others in part.</summary>
    /// <returns>Was there anything to do?</returns>
    private static bool Sweep<T>(Span<T> vectors, Span<T> rotations, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool rotated = false;
        int length = count == 0 ? 0 : vectors.Length / count;
        T precision = T.Sqrt(T.CreateChecked(length)) * (T.BitIncrement(T.One) - T.One);
        for (int p = 0; p < count; p++)
        {
            for (int q = p + 1; q < count; q++)
            {
                Span<T> first = vectors.Slice(p * length, length), last = vectors.Slice(q * length, length);
                T ofFirst = TensorPrimitives.SumOfSquares<T>(first), between = TensorPrimitives.Dot<T>(first, last), ofLast = TensorPrimitives.SumOfSquares<T>(last);
                if (T.Abs(between) <= precision * T.Sqrt(ofFirst) * T.Sqrt(ofLast))
                    continue;
                PlaneRotation<T> rotation = PlaneRotation<T>.Diagonalizing(ofFirst, between, ofLast);
                rotation.Apply(first, last);
                rotation.Apply(rotations.Slice(p * count, count), rotations.Slice(q * count, count));
                rotated = true;
            }
        }
        return rotated;
    }
}
