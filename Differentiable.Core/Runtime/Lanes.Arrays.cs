using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

// Arrays of two dimensions and jagged ones: made in the shape of others, and added.
public static partial class Lanes
{
    /// <summary>Zeros in the shape of an array: several numbers in each place.</summary>
    /// <param name="array">The array. Rows that are null stay null.</param>
    public static Vector256<double>[,] Like(double[,]? array) => new Vector256<double>[array?.GetLength(0) ?? 0, array?.GetLength(1) ?? 0];

    /// <inheritdoc cref="Like(double[,])"/>
    public static Vector256<double>[][] Like(double[][]? array) => Array.ConvertAll(array ?? [], row => row is null ? null! : new Vector256<double>[row.Length]);

    /// <summary>Zeros in the shape of an array, several numbers in each place; rows are one array where those of the array are.</summary>
    /// <param name="array">The array. Rows that are null stay null.</param>
    public static Vector256<double>[][] Mirror(double[][]? array) => Shadow.Mirror<double, Vector256<double>>(array);

    /// <summary>Zeros in the shape of an array: one number in each place.</summary>
    /// <param name="array">The array. Rows that are null stay null.</param>
    public static double[,] LikeOne(Vector256<double>[,] array) => new double[array.GetLength(0), array.GetLength(1)];

    /// <inheritdoc cref="LikeOne(Vector256{double}[,])"/>
    public static double[][] LikeOne(Vector256<double>[][] array) => Array.ConvertAll(array, row => row is null ? null! : new double[row.Length]);

    /// <summary>Zeros in the shape of an array, one number in each place; rows are one array where those of the array are.</summary>
    /// <param name="array">The array. Rows that are null stay null.</param>
    public static double[][] MirrorOne(Vector256<double>[][] array) => Shadow.Mirror<Vector256<double>, double>(array);

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(Vector256<double>[,]? from, Vector256<double>[,] to) => Add(Storage.Flat(from), Storage.Flat(to));

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(Vector256<double>[][]? from, Vector256<double>[][] to)
    {
        for (int i = 0; i < from?.Length; i++)
            Add(from[i], to[i]);
    }

    /// <inheritdoc cref="Like(double[,])"/>
    public static Vector128<float>[,] Like(float[,]? array) => new Vector128<float>[array?.GetLength(0) ?? 0, array?.GetLength(1) ?? 0];

    /// <inheritdoc cref="Like(double[,])"/>
    public static Vector128<float>[][] Like(float[][]? array) => Array.ConvertAll(array ?? [], row => row is null ? null! : new Vector128<float>[row.Length]);

    /// <inheritdoc cref="Mirror(double[][])"/>
    public static Vector128<float>[][] Mirror(float[][]? array) => Shadow.Mirror<float, Vector128<float>>(array);

    /// <inheritdoc cref="LikeOne(Vector256{double}[,])"/>
    public static float[,] LikeOne(Vector128<float>[,] array) => new float[array.GetLength(0), array.GetLength(1)];

    /// <inheritdoc cref="LikeOne(Vector256{double}[,])"/>
    public static float[][] LikeOne(Vector128<float>[][] array) => Array.ConvertAll(array, row => row is null ? null! : new float[row.Length]);

    /// <inheritdoc cref="MirrorOne(Vector256{double}[][])"/>
    public static float[][] MirrorOne(Vector128<float>[][] array) => Shadow.Mirror<Vector128<float>, float>(array);

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(Vector128<float>[,]? from, Vector128<float>[,] to) => Add(Storage.Flat(from), Storage.Flat(to));

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(Vector128<float>[][]? from, Vector128<float>[][] to)
    {
        for (int i = 0; i < from?.Length; i++)
            Add(from[i], to[i]);
    }
}
