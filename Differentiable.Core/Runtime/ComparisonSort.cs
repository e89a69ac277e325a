using System.Numerics;

namespace Differentiable.Runtime;

/// <summary>
/// A sort that asks for one comparison after the other, so that generated code compares where its variables are. The comparisons, and so the places of equal elements, are those of
/// <see cref="Array.Sort{T}(T[], Comparison{T})"/>: introsort (Musser, "Introspective sorting and selection algorithms", 1997).
/// </summary>
public sealed class ComparisonSort
{
    /// <summary>Parts that are not longer are sorted by insertion.</summary>
    private const int Short = 16;

    /// <summary>What is under way, innermost last. Each step gives the step that has to be done first, or null where it waits for a comparison.</summary>
    private readonly Stack<IEnumerator<object?>> _steps = new();

    private int _comparison;
    private int _pivot;

    private ComparisonSort(int count)
    {
        Order = Sorting.Indices(count);
        _steps.Push(Parts(Order, 2 * (BitOperations.Log2((uint)count) + 1)));
    }

    /// <summary>For each place of the sorted elements the index that its element has now; to be read when there is nothing more to compare.</summary>
    public int[] Order { get; }

    /// <summary>The index of the element that is to be compared.</summary>
    public int First { get; private set; }

    /// <summary>The index of the element that it is to be compared with.</summary>
    public int Second { get; private set; }

    /// <summary>A sort that has not compared anything yet.</summary>
    /// <param name="count">How many elements there are.</param>
    public static ComparisonSort Of(int count) => new(count);

    /// <summary>Goes on to the next comparison.</summary>
    /// <param name="comparison">How the last one came out; anything for the first.</param>
    /// <returns>Whether there is one.</returns>
    public bool Next(int comparison)
    {
        _comparison = comparison;
        while (_steps.TryPeek(out IEnumerator<object?>? step))
        {
            if (!step.MoveNext())
                _steps.Pop();
            else if (step.Current is IEnumerator<object?> before)
                _steps.Push(before);
            else
                return true;
        }
        return false;
    }

    private object? Compare(int first, int second)
    {
        (First, Second) = (first, second);
        return null;
    }

    private IEnumerator<object?> Parts(ArraySegment<int> keys, int depth)
    {
        int count = keys.Count;
        for (; count > Short && depth > 0; depth--)
        {
            yield return Partition(keys[..count]);
            int pivot = _pivot;
            yield return Parts(keys[(pivot + 1)..count], depth - 1);
            count = pivot;
        }
        yield return count > Short ? Heap(keys[..count]) : count > 3 ? Insertion(keys[..count]) : Arrange(keys, [.. Enumerable.Range(0, count)]);
    }

    /// <summary>Puts those at a few places in order.</summary>
    private IEnumerator<object?> Arrange(ArraySegment<int> keys, int[] places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = i + 1; j < places.Length; j++)
            {
                yield return Compare(keys[places[i]], keys[places[j]]);
                if (_comparison > 0)
                    Swap(keys, places[i], places[j]);
            }
        }
    }

    /// <summary>The median of three goes to a place that nothing smaller is behind, and nothing greater before.</summary>
    private IEnumerator<object?> Partition(ArraySegment<int> keys)
    {
        int last = keys.Count - 1, middle = last >> 1;
        yield return Arrange(keys, [0, middle, last]);
        int pivot = keys[middle];
        Swap(keys, middle, last - 1);
        int left = 0, right = last - 1;
        while (left < right)
        {
            do
                yield return Compare(keys[++left], pivot);
            while (_comparison < 0);
            do
                yield return Compare(pivot, keys[--right]);
            while (_comparison < 0);
            if (left < right)
                Swap(keys, left, right);
        }
        Swap(keys, left, last - 1);
        _pivot = left;
    }

    private IEnumerator<object?> Heap(ArraySegment<int> keys)
    {
        for (int i = keys.Count >> 1; i >= 1; i--)
            yield return Sink(keys, i);
        for (int i = keys.Count - 1; i >= 1; i--)
        {
            Swap(keys, 0, i);
            yield return Sink(keys[..i], 1);
        }
    }

    private IEnumerator<object?> Sink(ArraySegment<int> keys, int place)
    {
        int sinking = keys[place - 1];
        while (place <= keys.Count >> 1)
        {
            int child = 2 * place;
            if (child < keys.Count)
            {
                yield return Compare(keys[child - 1], keys[child]);
                child += _comparison < 0 ? 1 : 0;
            }
            yield return Compare(sinking, keys[child - 1]);
            if (_comparison >= 0)
                break;
            keys[place - 1] = keys[child - 1];
            place = child;
        }
        keys[place - 1] = sinking;
    }

    private IEnumerator<object?> Insertion(ArraySegment<int> keys)
    {
        for (int i = 1; i < keys.Count; i++)
        {
            int inserted = keys[i], place = i;
            for (; place > 0; place--)
            {
                yield return Compare(inserted, keys[place - 1]);
                if (_comparison >= 0)
                    break;
                keys[place] = keys[place - 1];
            }
            keys[place] = inserted;
        }
    }

    private static void Swap(ArraySegment<int> keys, int one, int other) => (keys[one], keys[other]) = (keys[other], keys[one]);
}
