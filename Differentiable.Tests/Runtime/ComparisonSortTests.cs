using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

public class ComparisonSortTests
{
    /// <summary>Few different keys, so that the places of equal elements show.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(int.MaxValue)]
    public void Equal_elements_end_where_the_platform_leaves_them(int kinds)
    {
        Random random = new(1);
        for (int count = 0; count < 200; count++)
        {
            int[] keys = [.. Enumerable.Range(0, count).Select(_ => random.Next(kinds))];
            AssertSameOrder(count, () => (i, j) => keys[i].CompareTo(keys[j]));
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    public void Keys_that_are_always_divided_badly_are_sorted_by_a_heap(int count) => AssertSameOrder(count, () => new Adversary(count).Compare);

    private static void AssertSameOrder(int count, Func<Comparison<int>> comparison)
    {
        int[] expected = [.. Enumerable.Range(0, count)];
        Array.Sort(expected, comparison());
        Assert.Equal(expected, Sorted(count, comparison()));
    }

    private static int[] Sorted(int count, Comparison<int> comparison)
    {
        ComparisonSort sort = ComparisonSort.Of(count);
        int last = 0;
        while (sort.Next(last))
            last = comparison(sort.First, sort.Second);
        return sort.Order;
    }

    /// <summary>Decides what the keys are while they are compared (McIlroy, "A killer adversary for quicksort", 1999).</summary>
    private sealed class Adversary(int count)
    {
        private readonly int[] _keys = [.. Enumerable.Repeat(count, count)];
        private int _solid;
        private int _candidate;

        public int Compare(int one, int other)
        {
            if (_keys[one] == count && _keys[other] == count)
                _keys[one == _candidate ? one : other] = _solid++;
            if (_keys[one] == count)
                _candidate = one;
            else if (_keys[other] == count)
                _candidate = other;
            return _keys[one].CompareTo(_keys[other]);
        }
    }
}
