using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The cofactors of a singular matrix: the derivatives of its determinant. Where the rank is one less than the size, they are a product of a vector that the matrix turns into zero, and one
/// that its transpose does; where it is less, they are zeros. Both vectors come from elimination that swaps rows and columns so that the largest element of all divides the others (complete pivoting).
/// </summary>
internal sealed class Cofactors<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _size;
    private readonly T[] _elements;
    private readonly int[] _rows, _columns;

    /// <summary>The product of the pivots, with the sign of the swaps.</summary>
    private T _product = T.One;

    private Cofactors(ReadOnlySpan<T> matrix, int size)
    {
        (_size, _elements) = (size, matrix.ToArray());
        (_rows, _columns) = ([.. Enumerable.Range(0, size)], [.. Enumerable.Range(0, size)]);
    }

    /// <summary>Computes the cofactors.</summary>
    /// <param name="matrix">The matrix, row by row; it is singular.</param>
    /// <param name="size">How many rows it has.</param>
    /// <param name="result">Gets the cofactors.</param>
    public static void Write(ReadOnlySpan<T> matrix, int size, Span<T> result)
    {
        Cofactors<T> cofactors = new(matrix, size);
        for (int i = 0; i < size - 1; i++)
            cofactors.Eliminate(i);
        T[] row = cofactors.NullRow(), column = cofactors.NullColumn();
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
                result[(cofactors._rows[i] * size) + cofactors._columns[j]] = cofactors._product == T.Zero ? T.Zero : cofactors._product * row[i] * column[j];
        }
    }

    private ref T this[int row, int column] => ref _elements[(_rows[row] * _size) + _columns[column]];

    private void Eliminate(int at)
    {
        (int row, int column) = Largest(at);
        Swap(_rows, at, row);
        Swap(_columns, at, column);
        T pivot = this[at, at];
        _product *= pivot;
        if (pivot == T.Zero)
            return;
        for (int i = at + 1; i < _size; i++)
        {
            T factor = this[i, at] /= pivot;
            for (int j = at + 1; j < _size; j++)
                this[i, j] -= factor * this[at, j];
        }
    }

    private (int Row, int Column) Largest(int from)
    {
        (int row, int column) = (from, from);
        for (int i = from; i < _size; i++)
        {
            for (int j = from; j < _size; j++)
            {
                if (T.Abs(this[i, j]) > T.Abs(this[row, column]))
                    (row, column) = (i, j);
            }
        }
        return (row, column);
    }

    private void Swap(int[] order, int i, int j)
    {
        if (i != j)
            _product = -_product;
        (order[i], order[j]) = (order[j], order[i]);
    }

    /// <summary>The multiples of the rows that add up to zero: 1 for the last one.</summary>
    private T[] NullRow()
    {
        T[] row = new T[_size];
        row[^1] = T.One;
        for (int i = _size - 2; i >= 0; i--)
        {
            for (int j = i + 1; j < _size; j++)
                row[i] -= this[j, i] * row[j];
        }
        return row;
    }

    /// <summary>The multiples of the columns that add up to zero: 1 for the last one.</summary>
    private T[] NullColumn()
    {
        T[] column = new T[_size];
        column[^1] = T.One;
        for (int i = _size - 2; i >= 0; i--)
        {
            for (int j = i + 1; j < _size; j++)
                column[i] -= this[i, j] * column[j];
            column[i] /= this[i, i];
        }
        return column;
    }
}
