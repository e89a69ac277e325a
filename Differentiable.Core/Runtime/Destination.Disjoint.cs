using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

// Overlap: writing a derivative over an input that is still to be read, or over another derivative, would give wrong numbers silently.
public static partial class Destination
{
    /// <summary>Requires that the destination has no element in common with an input or another destination.</summary>
    /// <typeparam name="T">The type of the destination's elements.</typeparam>
    /// <typeparam name="U">The type of the other's elements.</typeparam>
    /// <param name="destination">The storage that the derivative is written to.</param>
    /// <param name="other">The input or the other destination. A null has no elements.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="otherName">The name of the other.</param>
    /// <exception cref="ArgumentException">The two overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireDisjoint<T, U>(ReadOnlySpan<T> destination, ReadOnlySpan<U> other, string name, string otherName)
    {
        if (Storage.Overlap(destination, other))
            ThrowOverlap(name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(ReadOnlySpan<T> destination, U[,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(ReadOnlySpan<T> destination, U[][]? other, string name, string otherName)
    {
        foreach (U[] row in other ?? [])
            RequireDisjoint<T, U>(destination, row, name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,] destination, ReadOnlySpan<U> other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,] destination, U[,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[,] destination, U[][]? other, string name, string otherName)
        => RequireDisjoint<T, U>(Storage.Flat(destination), other, name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][]? destination, ReadOnlySpan<U> other, string name, string otherName)
    {
        foreach (T[] row in destination ?? [])
            RequireDisjoint<T, U>(row, other, name, otherName);
    }

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][]? destination, U[,]? other, string name, string otherName)
        => RequireDisjoint<T, U>(destination, Storage.Flat(other), name, otherName);

    /// <inheritdoc cref="RequireDisjoint{T, U}(ReadOnlySpan{T}, ReadOnlySpan{U}, string, string)"/>
    public static void RequireDisjoint<T, U>(T[][]? destination, U[][]? other, string name, string otherName)
    {
        using RowSet rows = RowSet.Rent();
        rows.AddAll(other ?? []);
        foreach (T[] row in destination ?? [])
        {
            if (rows.Contains(row))
                ThrowOverlap(name, otherName);
        }
    }

    private static void ThrowOverlap(string name, string otherName)
        => throw new ArgumentException($"'{name}' overlaps '{otherName}': give it storage of its own.", name);
}
