namespace Differentiable.Tensors;

/// <content>Diagonals of matrices.</content>
public static partial class Tensor
{
    /// <summary>The diagonals of matrices, from the top left: the last two axes are the rows and columns. Shares the elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <returns>In the shape [..., min(m, n)].</returns>
    /// <exception cref="ShapeMismatchException">The tensor has fewer than two axes.</exception>
    public static Tensor<T> TakeDiagonal<T>(Tensor<T> x)
        where T : unmanaged
    {
        x = x.Now();
        if (x.Rank < 2)
            throw new ShapeMismatchException($"{nameof(TakeDiagonal)}: shape {x.Shape} has fewer than two axes.");
        Shape shape = [.. x.Shape.Take(x.Rank - 2), Math.Min(x.Shape[^2], x.Shape[^1])];
        Tensor<T> y = x.View(shape, 0, [.. x.Strides.AsSpan(0, x.Rank - 2), x.Strides[^2] + x.Strides[^1]]);
        return Recorder.Unary(nameof(TakeDiagonal), y, x, x.Shape, static (dy, shape) => PlaceDiagonal(dy, shape));
    }

    /// <summary>Square matrices with these diagonals and zeros elsewhere.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n].</param>
    /// <returns>In the shape [..., n, n].</returns>
    /// <exception cref="ShapeMismatchException">The tensor has no axis.</exception>
    public static Tensor<T> Diagonal<T>(Tensor<T> x)
        where T : unmanaged => x.Rank > 0
            ? PlaceDiagonal(x, [.. x.Shape, x.Shape[^1]])
            : throw new ShapeMismatchException($"{nameof(Diagonal)}: shape {x.Shape} has no axis.");

    private static Tensor<T> PlaceDiagonal<T>(Tensor<T> x, Shape shape)
        where T : unmanaged
    {
        x = x.Now();
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] matrices = new T[shape.FlattenedLength];
        int length = x.Shape[^1], columns = shape[^1], size = shape[^2] * columns;
        for (int i = 0; i < elements.Length; i++)
            matrices[(i / length * size) + (i % length * (columns + 1))] = elements[i];
        return Recorder.Unary(nameof(Diagonal), new Tensor<T>(shape, matrices), x, 0, static (dy, _) => TakeDiagonal(dy));
    }
}
