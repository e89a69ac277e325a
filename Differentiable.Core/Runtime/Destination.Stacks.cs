namespace Differentiable.Runtime;

// Arrays of matrices, of which arrays of structs with matrices in them are made.
public static partial class Destination
{
    /// <summary>Requires as many matrices as the input has, each of the shape of the input's, and each another array than the rest.</summary>
    /// <remarks>A matrix may be missing only where the input's is; where that is missing, it may also be empty.</remarks>
    /// <inheritdoc cref="RequireSameShape{T, U}(T[,], U[,], string)"/>
    public static void RequireSameShape<T, U>(T[][,] destination, U[][,]? like, string name)
    {
        RequireSameShapes(destination, like, name);
        RequireDistinct(destination, name);
    }

    /// <summary>The same of an input whose elements are written: two matrices must be one array exactly where those of the input are.</summary>
    /// <inheritdoc cref="RequireSameRows{T, U}(T[][], U[][], string, string)"/>
    public static void RequireSameRows<T, U>(T[][,] destination, U[][,]? like, string name, string likeName)
    {
        RequireSameShapes(destination, like, name);
        RequireSharedAlike(destination, like ?? [], name, likeName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][,] destination, ReadOnlySpan<U> other, string name, string otherName)
    {
        foreach (T[,] matrix in destination)
            RequireDisjoint<T, U>(matrix, other, name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][,] destination, U[,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][,] destination, U[,,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][,] destination, U[][]? other, string name, string otherName)
    {
        foreach (T[,] matrix in destination)
            RequireDisjoint<T, U>(matrix, other, name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][,] destination, U[][,]? other, string name, string otherName)
    {
        using RowSet matrices = RowSet.Rent();
        matrices.AddAll(other ?? []);
        foreach (T[,] matrix in destination)
        {
            if (matrices.Contains(matrix))
                ThrowOverlap(name, otherName);
        }
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(ReadOnlySpan<T> destination, U[][,]? other, string name, string otherName)
    {
        foreach (U[,] matrix in other ?? [])
            RequireDisjoint<T, U>(destination, matrix, name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,] destination, U[][,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,,] destination, U[][,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][] destination, U[][,]? other, string name, string otherName)
    {
        foreach (T[] row in destination)
            RequireDisjoint<T, U>(row, other, name, otherName);
    }

    private static void RequireSameShapes<T, U>(T[][,] destination, U[][,]? like, string name)
    {
        ArgumentNullException.ThrowIfNull(destination, name);
        like ??= [];
        if (destination.Length != like.Length)
            throw new ArgumentException($"'{name}' must have as many matrices as the array that it belongs to ({like.Length}), but has {destination.Length}.", name);
        for (int i = 0; i < like.Length; i++)
        {
            if (destination[i] is not null || like[i] is not null)
                RequireSameShape(destination[i], like[i], $"{name}[{i}]");
        }
    }
}
