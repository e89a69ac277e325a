namespace Differentiable.Runtime;

// Three-dimensional arrays.
public static partial class Destination
{
    /// <summary>Requires as many elements in each of the three dimensions as the input has.</summary>
    /// <inheritdoc cref="RequireSameShape{T, U}(T[,], U[,], string)"/>
    public static void RequireSameShape<T, U>(T[,,] destination, U[,,]? like, string name)
    {
        ArgumentNullException.ThrowIfNull(destination, name);
        for (int dimension = 0; dimension < 3; dimension++)
        {
            if (destination.GetLength(dimension) != (like?.GetLength(dimension) ?? 0))
                throw new ArgumentException($"'{name}' must have the shape of the array that it belongs to ({Shape(like)}), but is {Shape(destination)}.", name);
        }
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(ReadOnlySpan<T> destination, U[,,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,,] destination, ReadOnlySpan<U> other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,,] destination, U[,,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,,] destination, U[,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,] destination, U[,,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,,] destination, U[][]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][] destination, U[,,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    private static string Shape<T>(T[,,]? array) => string.Join(" x ", Enumerable.Range(0, 3).Select(dimension => array?.GetLength(dimension) ?? 0));
}
