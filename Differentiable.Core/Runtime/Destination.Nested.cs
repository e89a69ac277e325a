namespace Differentiable.Runtime;

// Arrays of arrays of arrays, and of matrices, of whatever depth: of such are arrays of structs with arrays in them made.
public static partial class Destination
{
    /// <summary>Requires arrays of the shapes of the input's, place by place, and each that holds elements to be another array than the rest.</summary>
    /// <remarks>An array may be missing only where the input's is; where that is missing, it may also be empty.</remarks>
    /// <inheritdoc cref="RequireSameShape{T, U}(T[,], U[,], string)"/>
    public static void RequireSameShape<T, U>(Array[] destination, Array[]? like, string name)
    {
        RequireSameShapes(destination, like, name);
        RequireDistinct(Innermost(destination), name);
    }

    /// <summary>The same of an input whose elements are written: two arrays that hold elements must be one exactly where those of the input are.</summary>
    /// <inheritdoc cref="RequireSameRows{T, U}(T[][], U[][], string, string)"/>
    public static void RequireSameRows<T, U>(Array[] destination, Array[]? like, string name, string likeName)
    {
        RequireSameShapes(destination, like, name);
        RequireSharedAlike(Innermost(destination), Innermost(like ?? []), name, likeName);
    }

    /// <inheritdoc cref="RequireDistinctRows{T}(T[][], string)"/>
    public static void RequireDistinctRows<T>(Array[]? array, string name) => RequireDistinct(Innermost(array ?? []), name);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(Array[] destination, ReadOnlySpan<U> other, string name, string otherName)
    {
        foreach (Array array in Innermost(destination))
            RequireDisjoint<T, U>(Storage.Flat<T>(array), other, name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(Array[] destination, U[,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(Array[] destination, U[,,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(ReadOnlySpan<T> destination, Array[]? other, string name, string otherName)
    {
        foreach (Array array in Innermost(other ?? []))
            RequireDisjoint<T, U>(destination, Storage.Flat<U>(array), name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,] destination, Array[]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,,] destination, Array[]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(Array[] destination, Array[]? other, string name, string otherName)
    {
        using RowSet arrays = RowSet.Rent();
        arrays.AddAll(Innermost(other ?? []));
        foreach (Array array in Innermost(destination))
        {
            if (arrays.Contains(array))
                ThrowOverlap(name, otherName);
        }
    }

    /// <summary>The arrays that hold the elements, missing ones among them.</summary>
    private static Array[] Innermost(Array[] arrays) => arrays is Array[][] deeper ? [.. deeper.SelectMany(inner => Innermost(inner ?? []))] : arrays;

    private static void RequireSameShapes(Array destination, Array? like, string name)
    {
        ArgumentNullException.ThrowIfNull(destination, name);
        if (Shape(destination) != Shape(like, destination.Rank))
            throw new ArgumentException($"'{name}' must have the shape of the array that it belongs to ({Shape(like, destination.Rank)}), but is {Shape(destination)}.", name);
        if (destination is not Array?[] arrays || like is not Array?[] likes)
            return;
        for (int i = 0; i < likes.Length; i++)
        {
            if (arrays[i] is not null || likes[i] is not null)
                RequireSameShapes(arrays[i]!, likes[i], $"{name}[{i}]");
        }
    }

    private static string Shape(Array array) => Shape(array, array.Rank);

    private static string Shape(Array? array, int rank) => string.Join(" x ", Enumerable.Range(0, rank).Select(dimension => array?.GetLength(dimension) ?? 0));
}
