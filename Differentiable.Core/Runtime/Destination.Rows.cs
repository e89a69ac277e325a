namespace Differentiable.Runtime;

// Rows that are one array: where a method writes elements, what it writes to one is read from the other.
public static partial class Destination
{
    /// <summary>
    /// Requires as many rows as the input has, each of the length of the input's row, and two rows to be one array exactly where those of the input are: the method writes elements of the
    /// input, and the adjoint of an array that stands in several places is one array, too.
    /// </summary>
    /// <typeparam name="T">The type of the destination's elements.</typeparam>
    /// <typeparam name="U">The type of the input's elements.</typeparam>
    /// <param name="destination">The storage that the derivative is written to.</param>
    /// <param name="like">The input. Null counts as an array without elements.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="likeName">The name of the input.</param>
    /// <exception cref="ArgumentNullException">The destination is missing.</exception>
    /// <exception cref="ArgumentException">The destination has another shape, or other rows are one array.</exception>
    public static void RequireSameRows<T, U>(T[][] destination, U[][]? like, string name, string likeName)
    {
        RequireSameLengths(destination, like, name);
        RequireSharedAlike(destination, like ?? [], name, likeName);
    }

    private static void RequireSharedAlike(Array[] destination, Array[] like, string name, string likeName)
    {
        using RowPairs pairs = RowPairs.Rent();
        using RowSet rows = RowSet.Rent();
        for (int i = 0; i < destination.Length; i++)
        {
            if (like[i] is not { Length: > 0 } row)
                continue;
            if (pairs.Of(row) is { } other)
            {
                RequireOne(other, destination, i, like, name, likeName);
                continue;
            }
            if (!rows.Add(destination[i]))
                ThrowShared(destination, i, name);
            pairs.Add(row, destination[i]);
        }
    }

    /// <summary>Requires each row to be another array than the rest: the method puts rows into the array, so that elements may be written to the one and not to the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">The array. A null has no rows.</param>
    /// <param name="name">The name of the array.</param>
    /// <exception cref="ArgumentException">Two rows are the same array.</exception>
    public static void RequireDistinctRows<T>(T[][]? array, string name) => RequireDistinct(array ?? [], name);

    private static void RequireDistinct(Array[] array, string name)
    {
        using RowSet rows = RowSet.Rent();
        for (int i = 0; i < array.Length; i++)
        {
            if (!rows.Add(array[i]))
                ThrowShared(array, i, name);
        }
    }

    private static void RequireOne(Array other, Array[] destination, int index, Array[] like, string name, string likeName)
    {
        if (destination[index] == other)
            return;
        int first = Array.IndexOf(like, like[index]);
        throw new ArgumentException(
            $"Rows {first} and {index} of '{likeName}' are the same array, elements of which are written, so rows {first} and {index} of '{name}' must be one array as well.", name);
    }

    private static void ThrowShared(Array[] array, int index, string name)
        => throw new ArgumentException($"Rows {Array.IndexOf(array, array[index])} and {index} of '{name}' are the same array: give each row an array of its own.", name);
}
