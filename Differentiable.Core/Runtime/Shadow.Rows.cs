namespace Differentiable.Runtime;

// Jagged arrays with rows that are one array: what is written to one is read from the other, and their adjoints are one array as well.
public static partial class Shadow
{
    /// <summary>
    /// A new array of new rows of zeros with the lengths of the rows of <paramref name="primal"/>, in which rows are one array where those of <paramref name="primal"/> are;
    /// a missing row stays missing.
    /// </summary>
    /// <inheritdoc cref="Like{T}(T[,])"/>
    public static T[][] Mirror<T>(T[][]? primal) => Mirror<T, T>(primal);

    /// <summary>
    /// The adjoints of rows place by place, as whoever made the rows takes them: that of a row which stands in several places is in the first of them, and zeros are in the
    /// others.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shadow">The adjoints, in which rows may be one array.</param>
    /// <returns>The array itself where no two of its rows are one.</returns>
    public static T[][] ByPlace<T>(T[][] shadow)
    {
        using RowSet rows = RowSet.Rent();
        T[][] placed = shadow;
        for (int i = 0; i < shadow.Length; i++)
        {
            if (rows.Add(shadow[i]))
                continue;
            if (placed == shadow)
                placed = [.. shadow];
            placed[i] = new T[shadow[i].Length];
        }
        return placed;
    }

    /// <summary>The same with elements of another type.</summary>
    internal static TTo[][] Mirror<TFrom, TTo>(TFrom[][]? primal) => Mirrored(primal ?? [], static row => new TTo[row.Length]);

    /// <summary>What is made of each array, once for those that are the same; a missing one stays missing.</summary>
    private static TTo[] Mirrored<TFrom, TTo>(TFrom[] primal, Func<TFrom, TTo> like)
        where TFrom : class
        where TTo : class
    {
        TTo[] shadow = new TTo[primal.Length];
        using RowPairs pairs = RowPairs.Rent();
        for (int i = 0; i < primal.Length; i++)
        {
            if ((object?)primal[i] is not Array array)
                continue;
            if (pairs.Of(array) is null)
                pairs.Add(array, (Array)(object)like(primal[i]));
            shadow[i] = (TTo)(object)pairs.Of(array)!;
        }
        return shadow;
    }
}
