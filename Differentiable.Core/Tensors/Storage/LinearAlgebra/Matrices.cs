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

    /// <summary>What to call a matrix of a batch.</summary>
    public static string Name(Shape batch, int index) => batch.Rank == 0
        ? "the matrix"
        : $"matrix [{string.Join(", ", batch.Strides.Select((stride, axis) => index / stride % batch[axis]))}] of the batch {batch}";
}
