using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>A triangular matrix; what stands in the other triangle is not read.</summary>
/// <param name="elements">The elements, row by row.</param>
/// <param name="size">How many rows and columns.</param>
/// <param name="isLower">Is it the triangle below the diagonal?</param>
/// <param name="isTransposed">Are the elements those of the transpose?</param>
/// <param name="isUnit">Are there ones on the diagonal, whatever is written there?</param>
internal readonly ref struct Triangle<T>(ReadOnlySpan<T> elements, int size, bool isLower, bool isTransposed = false, bool isUnit = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _elements = elements;

    /// <summary>Is there a zero on the diagonal?</summary>
    public bool IsSingular
    {
        get
        {
            for (int i = 0; i < size; i++)
            {
                if (At(i, i) == T.Zero)
                    return true;
            }
            return false;
        }
    }

    /// <summary>Puts into x what this matrix times it was.</summary>
    /// <param name="x">The right side, row by row; becomes the solution.</param>
    /// <param name="columns">How many right sides.</param>
    public void Solve(Span<T> x, int columns)
    {
        for (int step = 0; step < size; step++)
        {
            int row = Row(step);
            Span<T> solution = x.Slice(row * columns, columns);
            for (int before = 0; before < step; before++)
                TensorPrimitives.MultiplyAdd(x.Slice(Row(before) * columns, columns), -At(row, Row(before)), solution, solution);
            if (!isUnit)
                TensorPrimitives.Divide(solution, At(row, row), solution);
        }
    }

    /// <summary>The row that is solved then: the shortest first.</summary>
    private int Row(int step) => isLower ? step : size - 1 - step;

    private T At(int row, int column) => isTransposed ? _elements[(column * size) + row] : _elements[(row * size) + column];
}
