namespace Differentiable.Tensors;

/// <summary>Tensors as matrices: the last two axes are rows and columns, the axes before, the batch, say which matrix.</summary>
internal static class Matrices
{
    /// <summary>The tensor, if it has rows and columns.</summary>
    /// <exception cref="ArgumentException">It has fewer than two axes.</exception>
    public static Tensor<T> Require<T>(Tensor<T> x, string operation)
        where T : unmanaged => x.Given().Rank >= 2
            ? x
            : throw new ArgumentException($"{operation}: shape {x.Shape} has fewer than two axes; the last two are the rows and columns of matrices. Reshape a vector to a row or a column.", nameof(x));

    /// <summary>The tensor, if it has as many rows as columns.</summary>
    /// <exception cref="ArgumentException">It has fewer than two axes.</exception>
    /// <exception cref="ShapeMismatchException">It has more or fewer.</exception>
    public static Tensor<T> RequireSquare<T>(Tensor<T> x, string operation)
        where T : unmanaged => Require(x, operation).Shape[^2] == x.Shape[^1]
            ? x
            : throw new ShapeMismatchException($"{operation}: shape {x.Shape} is not that of square matrices; axes -2 and -1 have to be equally long.");

    /// <summary>The batch that a square matrix and the right side of its equations have together.</summary>
    /// <exception cref="ShapeMismatchException">The right side has not as many rows as the matrix, or the batches do not fit.</exception>
    public static Shape RequireEquations<T>(Tensor<T> matrix, Tensor<T> right, string operation)
        where T : unmanaged
    {
        if (RequireSquare(matrix, operation).Shape[^1] != Require(right, operation).Shape[^2])
            throw new ShapeMismatchException($"{operation}: shapes {matrix.Shape} and {right.Shape} do not fit: axis -1 of the matrix has the length {matrix.Shape[^1]}, axis -2 of the right side {right.Shape[^2]}.");
        return CombinedBatch(matrix, right, operation);
    }

    /// <summary>Checks that a matrix and the right side of its equations have equally many rows, and batches that fit.</summary>
    /// <exception cref="ShapeMismatchException">They have not.</exception>
    public static void RequireRows<T>(Tensor<T> matrix, Tensor<T> right, string operation)
        where T : unmanaged
    {
        if (Require(matrix, operation).Shape[^2] != Require(right, operation).Shape[^2])
            throw new ShapeMismatchException($"{operation}: shapes {matrix.Shape} and {right.Shape} do not fit: axis -2 of the matrix has the length {matrix.Shape[^2]}, axis -2 of the right side {right.Shape[^2]}.");
        CombinedBatch(matrix, right, operation);
    }

    /// <summary>The batch that two matrices have together.</summary>
    /// <exception cref="ShapeMismatchException">The axes before the rows and columns do not fit.</exception>
    public static Shape CombinedBatch<T>(Tensor<T> left, Tensor<T> right, string operation)
        where T : unmanaged
    {
        Shape ofLeft = Batch(left.Shape), ofRight = Batch(right.Shape);
        try
        {
            return Broadcasting.Combine(ofLeft, ofRight, operation);
        }
        catch (ShapeMismatchException exception)
        {
            throw new ShapeMismatchException($"{operation}: shapes {left.Shape} and {right.Shape} do not fit before axis -2. {exception.Message}", exception);
        }
    }

    /// <summary>The axes before the rows and columns.</summary>
    public static Shape Batch(Shape shape) => [.. shape.Take(shape.Rank - 2)];

    /// <summary>For each matrix of a larger batch, which one of the smaller batch it is.</summary>
    public static int[] Which(Shape batch, Shape larger) =>
        new Tensor<int>(batch, [.. Enumerable.Range(0, batch.FlattenedLength)]).View(larger, 0, Broadcasting.Strides(batch, batch.Strides, larger)).ToArray();

    /// <summary>A copy of the matrices, repeated to a larger batch.</summary>
    public static T[] Spread<T>(Tensor<T> x, Shape batch)
        where T : unmanaged
    {
        Shape shape = [.. batch, x.Shape[^2], x.Shape[^1]];
        return x.View(shape, 0, Broadcasting.Strides(x.Shape, x.Strides, shape)).ToArray();
    }

    /// <summary>Which elements stand in a triangle, its diagonal included?</summary>
    public static Tensor<bool> Triangle(int size, bool isLower)
    {
        bool[] elements = new bool[size * size];
        for (int row = 0; row < size; row++)
            elements.AsSpan((row * size) + (isLower ? 0 : row), isLower ? row + 1 : size - row).Fill(true);
        return new([size, size], elements);
    }

    /// <summary>The rows as columns; shares the elements.</summary>
    public static Tensor<T> Transposed<T>(Tensor<T> x)
        where T : unmanaged
    {
        (Shape batch, int[] strides) = (Batch(x.Shape), x.Strides);
        return x.View([.. batch, x.Shape[^1], x.Shape[^2]], 0, [.. strides[..^2], strides[^1], strides[^2]]);
    }

    /// <summary>Writes the columns of a matrix one behind the other.</summary>
    public static void Transpose<T>(ReadOnlySpan<T> matrix, Span<T> destination, int columns)
    {
        int rows = columns == 0 ? 0 : matrix.Length / columns;
        for (int row = 0; row < rows; row++)
            PutColumn(matrix.Slice(row * columns, columns), destination, row, rows);
    }

    /// <summary>Writes a vector into a column of a matrix that stands row by row.</summary>
    public static void PutColumn<T>(ReadOnlySpan<T> vector, Span<T> matrix, int column, int columns)
    {
        for (int row = 0; row < vector.Length; row++)
            matrix[(row * columns) + column] = vector[row];
    }

    /// <summary>What to call a matrix of a batch.</summary>
    public static string Name(Shape batch, int index) => batch.Rank == 0
        ? "the matrix"
        : $"matrix [{string.Join(", ", batch.Strides.Select((stride, axis) => index / stride % batch[axis]))}] of the batch {batch}";
}
