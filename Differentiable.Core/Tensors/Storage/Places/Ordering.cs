using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>In which order elements stand when they are sorted. Equal ones stay in their order; NaN is greater than any number.</summary>
internal static class Ordering
{
    /// <summary>To choose more than one of so many with a heap takes longer than to sort all.</summary>
    private const int MostInHeap = 8;

    /// <summary>Along an axis, the indices of the elements in their order.</summary>
    public static Tensor<int> Of<T>(Tensor<T> x, int axis, bool descending)
        where T : unmanaged, INumber<T> => Lines.Map<T, int>(x, axis, descending ? Descending : Ascending);

    /// <summary>Along an axis, the indices of the greatest elements, in their order, the greatest first.</summary>
    public static Tensor<int> OfGreatest<T>(Tensor<T> x, int axis, int count)
        where T : unmanaged, INumber<T> => count <= x.Shape[axis] / MostInHeap ? Lines.Map<T, int>(x, axis, count, Greatest) : FirstOf(Of(x, axis, descending: true), axis, count);

    private static Tensor<int> FirstOf(Tensor<int> order, int axis, int count) => order.View([.. order.Shape.Take(axis), count, .. order.Shape.Skip(axis + 1)], 0, order.Strides);

    /// <summary>The last of those that are chosen so far is on top of a heap, so that what is no greater is passed over at once.</summary>
    private static void Greatest<T>(ReadOnlySpan<T> line, Span<int> order)
        where T : unmanaged, INumber<T>
    {
        if (order.IsEmpty)
            return;
        T[] keys = line.ToArray();
        PriorityQueue<int, int> chosen = new(order.Length, Comparer<int>.Create((left, right) => InDescendingOrder(keys, right, left)));
        for (int i = 0; i < keys.Length; i++)
        {
            if (i < order.Length)
                chosen.Enqueue(i, i);
            else if (Compare(keys[i], keys[chosen.Peek()]) > 0)
                chosen.DequeueEnqueue(i, i);
        }
        for (int i = order.Length - 1; i >= 0; i--)
            order[i] = chosen.Dequeue();
    }

    private static int InDescendingOrder<T>(T[] keys, int left, int right)
        where T : INumber<T> => Compare(keys[right], keys[left]) is not 0 and var sign ? sign : left.CompareTo(right);

    private static void Ascending<T>(ReadOnlySpan<T> line, Span<int> order)
        where T : unmanaged, INumber<T>
    {
        T[] keys = Number(line, order);
        order.Sort((left, right) => Compare(keys[left], keys[right]) is not 0 and var sign ? sign : left.CompareTo(right));
    }

    private static void Descending<T>(ReadOnlySpan<T> line, Span<int> order)
        where T : unmanaged, INumber<T>
    {
        T[] keys = Number(line, order);
        order.Sort((left, right) => InDescendingOrder(keys, left, right));
    }

    /// <summary>The indices from 0, and the elements where they can be looked up.</summary>
    private static T[] Number<T>(ReadOnlySpan<T> line, Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        return line.ToArray();
    }

    private static int Compare<T>(T left, T right)
        where T : INumber<T>
    {
        if (left < right)
            return -1;
        if (left > right)
            return 1;
        return T.IsNaN(left).CompareTo(T.IsNaN(right));
    }
}
