using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Gaussian elimination that swaps rows so that the largest element of each column divides the others (partial pivoting).</summary>
internal static class LuFactorization
{
    /// <summary>Turns a matrix into its factors.</summary>
    /// <param name="x">The matrix, row by row; becomes the factors.</param>
    /// <param name="order">Gets which row of the matrix each row is now; as long as a row.</param>
    /// <returns>Was an odd number of rows swapped?</returns>
    public static bool Run<T>(Span<T> x, Span<int> order)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isOdd = false;
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int column = 0; column < order.Length; column++)
        {
            int pivot = PivotOf(x, column, order.Length);
            if (pivot != column)
            {
                Swap(x, column, pivot, order.Length);
                (order[column], order[pivot]) = (order[pivot], order[column]);
                isOdd = !isOdd;
            }
            Eliminate(x, column, order.Length);
        }
        return isOdd;
    }

    /// <summary>The row with the largest element on the diagonal or below it. NaN is larger than any, so that it is not overlooked.</summary>
    private static int PivotOf<T>(ReadOnlySpan<T> x, int column, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int best = column;
        for (int row = column + 1; row < size; row++)
        {
            if (!(T.Abs(x[(row * size) + column]) <= T.Abs(x[(best * size) + column])))
                best = row;
        }
        return best;
    }

    private static void Swap<T>(Span<T> x, int row, int other, int size)
    {
        for (int i = 0; i < size; i++)
            (x[(row * size) + i], x[(other * size) + i]) = (x[(other * size) + i], x[(row * size) + i]);
    }

    /// <summary>Subtracts multiples of the pivot's row from those below, so that their elements in its column become zero; the factors stand in their place.</summary>
    private static void Eliminate<T>(Span<T> x, int column, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> first = x.Slice(column * size, size);
        if (first[column] == T.Zero)
            return;
        for (int row = column + 1; row < size; row++)
        {
            Span<T> current = x.Slice(row * size, size), rest = current[(column + 1)..];
            T factor = current[column] /= first[column];
            TensorPrimitives.MultiplyAdd(first[(column + 1)..], -factor, rest, rest);
        }
    }
}
