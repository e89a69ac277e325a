using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// Matrices as products of one whose columns are at right angles and of length 1, and an upper triangle whose diagonal is not negative, by reflections (Householder, "Unitary triangularization
/// of a nonsymmetric matrix", 1958).
/// </summary>
internal static class QrFactors
{
    /// <summary>The factors, in the shapes [..., m, k] and [..., k, n] with the smaller number for k. Those of a matrix with an element that is not finite are NaN.</summary>
    public static (Tensor<T> Q, Tensor<T> R) Of<T>(Tensor<T> x, string operation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Matrices.Require(x, operation).Shape[^2], columns = x.Shape[^1], rank = Math.Min(rows, columns);
        Shape batch = Matrices.Batch(x.Shape);
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] q = new T[batch.FlattenedLength * rows * rank], r = new T[batch.FlattenedLength * rank * columns];
        for (int i = 0; i < batch.FlattenedLength; i++)
        {
            ReadOnlySpan<T> matrix = elements.Slice(i * rows * columns, rows * columns);
            Span<T> ofQ = q.AsSpan(i * rows * rank, rows * rank), ofR = r.AsSpan(i * rank * columns, rank * columns);
            if (TensorPrimitives.IsFiniteAll(matrix))
                new Reflections<T>(matrix, rows, columns).CopyTo(ofQ, ofR);
            else
            {
                ofQ.Fill(T.NaN);
                ofR.Fill(T.NaN);
            }
        }
        return (new([.. batch, rows, rank], q), new([.. batch, rank, columns], r));
    }

    /// <summary>The reflections that make a matrix a triangle, column by column.</summary>
    private readonly ref struct Reflections<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly int _rows, _columns;

        /// <summary>The columns of the matrix, one behind the other; below the triangle's diagonal, and on it, what the reflections are at right angles to.</summary>
        private readonly T[] _elements;

        /// <summary>The diagonal of the triangle.</summary>
        private readonly T[] _diagonal;

        /// <summary>By what the products with the reflections' directions are multiplied.</summary>
        private readonly T[] _factors;

        public Reflections(ReadOnlySpan<T> matrix, int rows, int columns)
        {
            (_rows, _columns, _elements) = (rows, columns, new T[rows * columns]);
            Matrices.Transpose(matrix, _elements, columns);
            (_diagonal, _factors) = (new T[Math.Min(rows, columns)], new T[Math.Min(rows, columns)]);
            for (int column = 0; column < _diagonal.Length; column++)
            {
                Choose(column);
                for (int other = column + 1; other < columns; other++)
                    Reflect(column, _elements.AsSpan(other * rows, rows));
            }
        }

        /// <summary>Writes the factors, row by row, with the signs that make the diagonal positive.</summary>
        public void CopyTo(Span<T> q, Span<T> r)
        {
            int rank = _diagonal.Length;
            T[] image = new T[_rows];
            for (int i = 0; i < rank; i++)
            {
                T sign = T.IsNegative(_diagonal[i]) ? -T.One : T.One;
                image.AsSpan().Clear();
                image[i] = sign;
                for (int reflection = i; reflection >= 0; reflection--)
                    Reflect(reflection, image);
                for (int row = 0; row < _rows; row++)
                    q[(row * rank) + i] = image[row];
                r[(i * _columns) + i] = sign * _diagonal[i];
                for (int column = i + 1; column < _columns; column++)
                    r[(i * _columns) + column] = sign * _elements[(column * _rows) + i];
            }
        }

        /// <summary>Finds the reflection that takes what is left of a column onto an axis. The column is made small first, as squares would overflow or vanish.</summary>
        private void Choose(int column)
        {
            Span<T> direction = Direction(column);
            T scale = T.Abs(TensorPrimitives.MaxMagnitude<T>(direction));
            if (scale == T.Zero)
                return;
            TensorPrimitives.Divide(direction, scale, direction);
            T length = TensorPrimitives.Norm<T>(direction), first = T.Abs(direction[0]), sign = T.CopySign(T.One, direction[0]);
            _diagonal[column] = -sign * length * scale;
            _factors[column] = T.One / (length * (length + first));
            direction[0] += sign * length;
        }

        private void Reflect(int reflection, Span<T> x)
        {
            ReadOnlySpan<T> direction = Direction(reflection);
            Span<T> part = x[reflection..];
            T product = TensorPrimitives.Dot<T>(direction, part) * _factors[reflection];
            TensorPrimitives.MultiplyAdd(direction, -product, part, part);
        }

        private Span<T> Direction(int column) => _elements.AsSpan((column * _rows) + column, _rows - column);
    }
}
