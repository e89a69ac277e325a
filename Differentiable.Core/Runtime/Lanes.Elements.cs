using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

// The same for all elements of storage, one after the other.
public static partial class Lanes
{
    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(ReadOnlySpan<Vector256<double>> lanes, double[,] matrix, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
            WriteColumns(lanes[i], matrix, row + i, column);
    }

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector256<double>[,] lanes, double[,] matrix, int row, int column) =>
        WriteColumns((ReadOnlySpan<Vector256<double>>)Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector256<double>[][] lanes, double[,] matrix, int row, int column)
    {
        foreach (Vector256<double>[] part in lanes)
        {
            WriteColumns((ReadOnlySpan<Vector256<double>>)part, matrix, row, column);
            row += part?.Length ?? 0;
        }
    }

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(ReadOnlySpan<Vector128<float>> lanes, double[,] matrix, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
            WriteColumns(lanes[i], matrix, row + i, column);
    }

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float>[,] lanes, double[,] matrix, int row, int column) =>
        WriteColumns((ReadOnlySpan<Vector128<float>>)Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float>[][] lanes, double[,] matrix, int row, int column)
    {
        foreach (Vector128<float>[] part in lanes)
        {
            WriteColumns((ReadOnlySpan<Vector128<float>>)part, matrix, row, column);
            row += part?.Length ?? 0;
        }
    }

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(ReadOnlySpan<Vector128<float>> lanes, float[,] matrix, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
            WriteColumns(lanes[i], matrix, row + i, column);
    }

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float>[,] lanes, float[,] matrix, int row, int column) =>
        WriteColumns((ReadOnlySpan<Vector128<float>>)Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteColumns(Vector256{double}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float>[][] lanes, float[,] matrix, int row, int column)
    {
        foreach (Vector128<float>[] part in lanes)
        {
            WriteColumns((ReadOnlySpan<Vector128<float>>)part, matrix, row, column);
            row += part?.Length ?? 0;
        }
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(ReadOnlySpan<Vector256<double>> lanes, double[,] matrix, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
            WriteRows(lanes[i], matrix, row, column + i);
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector256<double>[,] lanes, double[,] matrix, int row, int column) =>
        WriteRows((ReadOnlySpan<Vector256<double>>)Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector256<double>[][] lanes, double[,] matrix, int row, int column)
    {
        foreach (Vector256<double>[] part in lanes)
        {
            WriteRows((ReadOnlySpan<Vector256<double>>)part, matrix, row, column);
            column += part?.Length ?? 0;
        }
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(ReadOnlySpan<Vector128<float>> lanes, double[,] matrix, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
            WriteRows(lanes[i], matrix, row, column + i);
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float>[,] lanes, double[,] matrix, int row, int column) =>
        WriteRows((ReadOnlySpan<Vector128<float>>)Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float>[][] lanes, double[,] matrix, int row, int column)
    {
        foreach (Vector128<float>[] part in lanes)
        {
            WriteRows((ReadOnlySpan<Vector128<float>>)part, matrix, row, column);
            column += part?.Length ?? 0;
        }
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(ReadOnlySpan<Vector128<float>> lanes, float[,] matrix, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
            WriteRows(lanes[i], matrix, row, column + i);
    }

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float>[,] lanes, float[,] matrix, int row, int column) =>
        WriteRows((ReadOnlySpan<Vector128<float>>)Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(Vector256{double}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float>[][] lanes, float[,] matrix, int row, int column)
    {
        foreach (Vector128<float>[] part in lanes)
        {
            WriteRows((ReadOnlySpan<Vector128<float>>)part, matrix, row, column);
            column += part?.Length ?? 0;
        }
    }
}
