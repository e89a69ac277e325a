using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>Checks that the storage that a derivative is written to has the right shape. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Destination
{
    /// <summary>Requires as many elements as the input has.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">The storage that the derivative is written to.</param>
    /// <param name="length">The length of the input.</param>
    /// <param name="name">The name of the destination.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireLength<T>(ReadOnlySpan<T> destination, int length, string name)
    {
        if (destination.Length != length)
            ThrowLength(destination.Length, length, name);
    }

    /// <summary>Requires as many rows and columns as the input has.</summary>
    /// <typeparam name="T">The type of the destination's elements.</typeparam>
    /// <typeparam name="U">The type of the input's elements.</typeparam>
    /// <param name="destination">The storage that the derivative is written to.</param>
    /// <param name="like">The input. Null counts as an array without elements.</param>
    /// <param name="name">The name of the destination.</param>
    /// <exception cref="ArgumentNullException">The destination is missing.</exception>
    /// <exception cref="ArgumentException">The destination has another shape.</exception>
    public static void RequireSameShape<T, U>(T[,] destination, U[,]? like, string name)
    {
        ArgumentNullException.ThrowIfNull(destination, name);
        (int rows, int columns) = (destination.GetLength(0), destination.GetLength(1));
        (int likeRows, int likeColumns) = (like?.GetLength(0) ?? 0, like?.GetLength(1) ?? 0);
        if (rows != likeRows || columns != likeColumns)
        {
            throw new ArgumentException(
                $"'{name}' must have the shape of the array that it belongs to ({likeRows} x {likeColumns}), but is {rows} x {columns}.", name);
        }
    }

    /// <summary>Requires as many rows as the input has, each of the length of the input's row, and each another array than the rest.</summary>
    /// <remarks>A row may be missing only where the input's is; where that is missing, it may also be empty.</remarks>
    /// <inheritdoc cref="RequireSameShape{T, U}(T[,], U[,], string)"/>
    public static void RequireSameShape<T, U>(T[][] destination, U[][]? like, string name)
    {
        RequireSameLengths(destination, like, name);
        RequireDistinctRows(destination, name);
    }

    /// <summary>Requires a matrix of so many rows and columns.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="matrix">The matrix that derivatives are written to.</param>
    /// <param name="rows">How many outputs there are.</param>
    /// <param name="columns">How many inputs there are.</param>
    /// <param name="name">The name of the matrix.</param>
    /// <exception cref="ArgumentNullException">The matrix is missing.</exception>
    /// <exception cref="ArgumentException">The matrix has another shape.</exception>
    public static void RequireShape<T>(T[,] matrix, int rows, int columns, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.GetLength(0) != rows || matrix.GetLength(1) != columns)
        {
            throw new ArgumentException(
                $"'{name}' must have a row for each output and a column for each input ({rows} x {columns}), but is {matrix.GetLength(0)} x {matrix.GetLength(1)}.",
                name);
        }
    }

    private static void RequireSameLengths<T, U>(T[][] destination, U[][]? like, string name)
    {
        ArgumentNullException.ThrowIfNull(destination, name);
        like ??= [];
        if (destination.Length != like.Length)
        {
            throw new ArgumentException(
                $"'{name}' must have as many rows as the array that it belongs to ({like.Length}), but has {destination.Length}.", name);
        }
        for (int i = 0; i < like.Length; i++)
            RequireSameRow(destination[i], like[i], i, name);
    }

    private static void RequireSameRow<T, U>(T[]? row, U[]? like, int index, string name)
    {
        if (row is null && like is not null)
            throw new ArgumentException($"'{name}' must have an array of {like.Length} elements as row {index}, but has null.", name);
        int length = row?.Length ?? 0;
        int likeLength = like?.Length ?? 0;
        if (length != likeLength)
        {
            throw new ArgumentException(
                $"Row {index} of '{name}' must have the length of row {index} of the array that it belongs to ({likeLength}), but has {length} elements.",
                name);
        }
    }

    private static void ThrowLength(int actual, int expected, string name)
        => throw new ArgumentException(
            $"'{name}' must have the length of the array that it belongs to ({expected}), but has {actual} elements.", name);
}
