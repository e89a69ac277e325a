using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

// From the lanes of a block to the columns, or rows, of a matrix.
public static partial class Lanes
{
    /// <summary>The number of elements of a jagged array, none where it is null.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="array">The array.</param>
    public static int CountOf<T>(T[][]? array) => array?.Sum(row => row?.Length ?? 0) ?? 0;

    /// <summary>A copy, rows included; rows of it are one array where those of the array are. Null where there is no array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    [return: NotNullIfNotNull(nameof(array))]
    public static T[][]? Copy<T>(T[][]? array)
    {
        if (array is null)
            return null;
        T[][] copy = Shadow.Mirror(array);
        CopyTo(array, copy);
        return copy;
    }

    /// <summary>A copy.</summary>
    /// <inheritdoc cref="Copy{T}(T[][])"/>
    [return: NotNullIfNotNull(nameof(array))]
    public static T[,]? Copy<T>(T[,]? array) => (T[,]?)array?.Clone();

    /// <summary>Copies all elements to an array of the same shape. Where both are null there are none.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">Where they are.</param>
    /// <param name="to">Where they go.</param>
    public static void CopyTo<T>(T[,]? from, T[,]? to)
    {
        if (from is not null)
            Array.Copy(from, to!, from.Length);
    }

    /// <inheritdoc cref="CopyTo{T}(T[,], T[,])"/>
    public static void CopyTo<T>(T[][]? from, T[][]? to)
    {
        for (int i = 0; i < from?.Length; i++)
            from[i]?.CopyTo(to![i], 0);
    }

    /// <summary>Writes derivatives of one output: lane <c>k</c> to the column <c>column + k</c>, if there is one.</summary>
    /// <param name="lanes">The derivatives.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">The row of the output.</param>
    /// <param name="column">The column of the first lane.</param>
    public static void WriteColumns(Vector256<double> lanes, double[,] matrix, int row, int column)
    {
        int count = Math.Min(Count, matrix.GetLength(1) - column);
        for (int lane = 0; lane < count; lane++)
            matrix[row, column + lane] = lanes.GetElement(lane);
    }

    /// <summary>Writes derivatives with respect to one input: lane <c>k</c> to the row <c>row + k</c>, if there is one.</summary>
    /// <param name="lanes">The derivatives.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">The row of the first lane.</param>
    /// <param name="column">The column of the input.</param>
    public static void WriteRows(Vector256<double> lanes, double[,] matrix, int row, int column)
    {
        int count = Math.Min(Count, matrix.GetLength(0) - row);
        for (int lane = 0; lane < count; lane++)
            matrix[row + lane, column] = lanes.GetElement(lane);
    }

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float> lanes, double[,] matrix, int row, int column) => WriteColumns(Widen(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float> lanes, double[,] matrix, int row, int column) => WriteRows(Widen(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float> lanes, float[,] matrix, int row, int column)
    {
        int count = Math.Min(Count, matrix.GetLength(1) - column);
        for (int lane = 0; lane < count; lane++)
            matrix[row, column + lane] = lanes.GetElement(lane);
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float> lanes, float[,] matrix, int row, int column)
    {
        int count = Math.Min(Count, matrix.GetLength(0) - row);
        for (int lane = 0; lane < count; lane++)
            matrix[row + lane, column] = lanes.GetElement(lane);
    }
}
