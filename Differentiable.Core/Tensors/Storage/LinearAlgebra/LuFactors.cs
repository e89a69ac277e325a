using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Matrices as products of a lower triangle with ones on its diagonal and an upper one, their rows in an order in which the pivots are large.</summary>
internal sealed class LuFactors<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Shape _batch;
    private readonly int _size;

    /// <summary>Both triangles of each matrix in one square.</summary>
    private readonly T[] _elements;

    /// <summary>Which row of the matrix each row of the factors is.</summary>
    private readonly int[] _order;

    /// <summary>Was an odd number of rows swapped?</summary>
    private readonly bool[] _isOdd;

    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    public LuFactors(Tensor<T> matrix, string operation)
    {
        _size = Matrices.RequireSquare(matrix, operation).Shape[^1];
        _batch = Matrices.Batch(matrix.Shape);
        _elements = matrix.ToArray();
        _order = new int[_batch.FlattenedLength * _size];
        _isOdd = new bool[_batch.FlattenedLength];
        for (int i = 0; i < _isOdd.Length; i++)
            _isOdd[i] = LuFactorization.Run(Square(i), OrderOf(i));
    }

    /// <summary>Which matrices have no inverse?</summary>
    public IEnumerable<int> Singular => Enumerable.Range(0, _isOdd.Length).Where(IsSingular);

    /// <summary>The lower triangles, with ones on their diagonals.</summary>
    public Tensor<T> Lower => Elements((row, column, element) => row == column ? T.One : row > column ? element : T.Zero);

    /// <summary>The upper triangles.</summary>
    public Tensor<T> Upper => Elements((row, column, element) => row > column ? T.Zero : element);

    /// <summary>Which row of its matrix each row of the factors is.</summary>
    public Tensor<int> Order => new([.. _batch, _size], _order);

    /// <summary>Itself, if all matrices have an inverse.</summary>
    /// <exception cref="SingularMatrixException">One has none.</exception>
    public LuFactors<T> RequireRegular(string operation)
    {
        for (int i = 0; i < _isOdd.Length; i++)
        {
            if (IsSingular(i))
                throw new SingularMatrixException($"{operation}: {Matrices.Name(_batch, i)} is singular.");
        }
        return this;
    }

    /// <summary>The solutions of the equations of the matrices or their transposes, which have to be regular.</summary>
    public Tensor<T> Solve(Tensor<T> right, Shape batch, bool isTransposed)
    {
        int columns = right.Shape[^1], length = _size * columns;
        int[] which = Matrices.Which(_batch, batch);
        T[] solutions = Matrices.Spread(right, batch), row = new T[length];
        for (int i = 0; i < which.Length; i++)
            Solve(which[i], solutions.AsSpan(i * length, length), row, columns, isTransposed);
        return new([.. batch, _size, columns], solutions);
    }

    /// <summary>The determinants; 0 for a singular matrix.</summary>
    public Tensor<T> Determinants() => Each((pivots, sign) => pivots.Aggregate(sign, (product, pivot) => product * pivot));

    /// <summary>The logarithms of the determinants' absolute values; negative infinity for a singular matrix.</summary>
    public Tensor<T> LogDeterminants() => Each((pivots, _) => pivots.Aggregate(T.Zero, (sum, pivot) => sum + T.Log(T.Abs(pivot))));

    /// <summary>The signs of the determinants: -1, 0 or 1.</summary>
    public Tensor<T> Signs() => Each((pivots, sign) => pivots.Aggregate(sign, (product, pivot) => product * Scalars.Sign(pivot)));

    /// <summary>One number for each matrix, from its pivots and the sign that the order of its rows gives.</summary>
    private Tensor<T> Each(Func<IEnumerable<T>, T, T> function) => new(_batch, [.. _isOdd.Select((isOdd, i) => function(Pivots(i), isOdd ? -T.One : T.One))]);

    private IEnumerable<T> Pivots(int index) => Enumerable.Range(0, _size).Select(i => _elements[(index * _size * _size) + (i * (_size + 1))]);

    private void Solve(int index, Span<T> x, Span<T> buffer, int columns, bool isTransposed)
    {
        ReadOnlySpan<T> square = Square(index);
        Triangle<T> lower = new(square, _size, isLower: !isTransposed, isTransposed, isUnit: true), upper = new(square, _size, isLower: isTransposed, isTransposed);
        if (!isTransposed)
            Reorder(index, x, buffer, columns, isBack: false);
        (isTransposed ? upper : lower).Solve(x, columns);
        (isTransposed ? lower : upper).Solve(x, columns);
        if (isTransposed)
            Reorder(index, x, buffer, columns, isBack: true);
    }

    /// <summary>Puts rows into the order of the factors, or back.</summary>
    private void Reorder(int index, Span<T> x, Span<T> buffer, int columns, bool isBack)
    {
        x.CopyTo(buffer);
        ReadOnlySpan<int> order = OrderOf(index);
        for (int i = 0; i < _size; i++)
        {
            (int from, int to) = isBack ? (i, order[i]) : (order[i], i);
            buffer.Slice(from * columns, columns).CopyTo(x[(to * columns)..]);
        }
    }

    private bool IsSingular(int index) => new Triangle<T>(Square(index), _size, isLower: false).IsSingular;

    private Span<T> Square(int index) => _elements.AsSpan(index * _size * _size, _size * _size);

    /// <summary>Matrices of elements by their rows and columns, and what stands there in the square of both triangles.</summary>
    private Tensor<T> Elements(Func<int, int, T, T> element) => new([.. _batch, _size, _size], [.. _elements.Select((both, i) => element(i / _size % _size, i % _size, both))]);

    private Span<int> OrderOf(int index) => _order.AsSpan(index * _size, _size);
}
