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
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(keys.ToArray(), order);
        return order;
    }
}
