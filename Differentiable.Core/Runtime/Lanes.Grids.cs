using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

// Three-dimensional arrays.
public static partial class Lanes
{
    /// <inheritdoc cref="Copy{T}(T[][])"/>
    [return: NotNullIfNotNull(nameof(array))]
    public static T[,,]? Copy<T>(T[,,]? array) => (T[,,]?)array?.Clone();

    /// <inheritdoc cref="CopyTo{T}(T[,], T[,])"/>
    public static void CopyTo<T>(T[,,]? from, T[,,]? to)
    {
        if (from is not null)
            Array.Copy(from, to!, from.Length);
    }

    /// <inheritdoc cref="Like(double[,])"/>
    public static Vector256<double>[,,] Like(double[,,]? array) => new Vector256<double>[array?.GetLength(0) ?? 0, array?.GetLength(1) ?? 0, array?.GetLength(2) ?? 0];

    /// <inheritdoc cref="LikeOne(Vector256{double}[,])"/>
    public static double[,,] LikeOne(Vector256<double>[,,] array) => new double[array.GetLength(0), array.GetLength(1), array.GetLength(2)];

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(Vector256<double>[,,]? from, Vector256<double>[,,] to) => Add(Storage.Flat(from), Storage.Flat(to));

    /// <inheritdoc cref="SetUnits(Vector256{double}[,], int)"/>
    public static void SetUnits(Vector256<double>[,,] elements, int first) => SetUnits(Storage.Flat(elements), first);

    /// <inheritdoc cref="Like(float[,])"/>
    public static Vector128<float>[,,] Like(float[,,]? array) => new Vector128<float>[array?.GetLength(0) ?? 0, array?.GetLength(1) ?? 0, array?.GetLength(2) ?? 0];

    /// <inheritdoc cref="LikeOne(Vector128{float}[,])"/>
    public static float[,,] LikeOne(Vector128<float>[,,] array) => new float[array.GetLength(0), array.GetLength(1), array.GetLength(2)];

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(Vector128<float>[,,]? from, Vector128<float>[,,] to) => Add(Storage.Flat(from), Storage.Flat(to));

    /// <inheritdoc cref="SetUnits(Vector128{float}[,], int)"/>
    public static void SetUnits(Vector128<float>[,,] elements, int first) => SetUnits(Storage.Flat(elements), first);

    /// <inheritdoc cref="WriteColumns(ReadOnlySpan{Vector256{double}}, double[,], int, int)"/>
    public static void WriteColumns(Vector256<double>[,,] lanes, double[,] matrix, int row, int column) => WriteColumns(Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteColumns(ReadOnlySpan{Vector128{float}}, double[,], int, int)"/>
    public static void WriteColumns(Vector128<float>[,,] lanes, double[,] matrix, int row, int column) => WriteColumns(Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteColumns(ReadOnlySpan{Vector128{float}}, float[,], int, int)"/>
    public static void WriteColumns(Vector128<float>[,,] lanes, float[,] matrix, int row, int column) => WriteColumns(Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(ReadOnlySpan{Vector256{double}}, double[,], int, int)"/>
    public static void WriteRows(Vector256<double>[,,] lanes, double[,] matrix, int row, int column) => WriteRows(Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(ReadOnlySpan{Vector128{float}}, double[,], int, int)"/>
    public static void WriteRows(Vector128<float>[,,] lanes, double[,] matrix, int row, int column) => WriteRows(Storage.Flat(lanes), matrix, row, column);

    /// <inheritdoc cref="WriteRows(ReadOnlySpan{Vector128{float}}, float[,], int, int)"/>
    public static void WriteRows(Vector128<float>[,,] lanes, float[,] matrix, int row, int column) => WriteRows(Storage.Flat(lanes), matrix, row, column);
}
