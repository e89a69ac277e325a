namespace Differentiable.Runtime;

/// <summary>The order in which a sort puts elements: sorting is then a copy by index, whose derivative goes back the same way.</summary>
public static class Sorting
{
    /// <summary>The indices of the keys in rising order; equal ones in the order in which <see cref="Array.Sort(Array)"/> leaves them.</summary>
    /// <typeparam name="T">The type of the keys.</typeparam>
    /// <param name="keys">The keys, which stay as they are.</param>
    /// <returns>For each place of the sorted keys the index that its key has now.</returns>
    public static int[] Order<T>(ReadOnlySpan<T> keys)
    {
        int[] order = Indices(keys.Length);
        Array.Sort(keys.ToArray(), order);
        return order;
    }

    /// <summary>The indices of the keys in the order of a comparer; equal ones in the order in which sorts of arrays leave them.</summary>
    /// <typeparam name="T">The type of the keys.</typeparam>
    /// <param name="keys">The keys, which stay as they are.</param>
    /// <param name="comparer">What compares them; null for their own order.</param>
    /// <returns>For each place of the sorted keys the index that its key has now.</returns>
    public static int[] Order<T>(ReadOnlySpan<T> keys, IComparer<T>? comparer)
    {
        int[] order = Indices(keys.Length);
        Array.Sort(keys.ToArray(), order, comparer);
        return order;
    }

    /// <summary>The indices of the keys in rising order; equal ones in the order that they have.</summary>
    /// <typeparam name="T">The type of the keys.</typeparam>
    /// <param name="keys">The keys, which stay as they are.</param>
    /// <returns>For each place of the sorted keys the index that its key has now.</returns>
    public static int[] Ascending<T>(ReadOnlySpan<T> keys) => Stable(keys, 1);

    /// <summary>The same in falling order; equal ones in the order that they have.</summary>
    /// <typeparam name="T">The type of the keys.</typeparam>
    /// <param name="keys">The keys, which stay as they are.</param>
    /// <returns>For each place of the sorted keys the index that its key has now.</returns>
    public static int[] Descending<T>(ReadOnlySpan<T> keys) => Stable(keys, -1);

    private static int[] Stable<T>(ReadOnlySpan<T> keys, int sign)
    {
        T[] copy = keys.ToArray();
        int[] order = Indices(copy.Length);
        Array.Sort(order, (i, j) => Math.Sign(Comparer<T>.Default.Compare(copy[i], copy[j])) * sign is not 0 and var unequal ? unequal : i.CompareTo(j));
        return order;
    }

    /// <summary>Where everything is to begin with.</summary>
    /// <param name="count">How much there is.</param>
    internal static int[] Indices(int count)
    {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++)
            indices[i] = i;
        return indices;
    }
}
