namespace Differentiable.Tensors;

/// <summary>In which order the operands of Einstein's sums are combined: each time the two whose product is cheapest.</summary>
internal static class EinsumOrder
{
    /// <summary>The two operands, the first one first, with the fewest multiplications; where these are equally many, with the smallest result.</summary>
    /// <param name="operands">The letters of the operands' axes.</param>
    /// <param name="result">The letters of the result's axes.</param>
    /// <param name="lengths">What the letters stand for.</param>
    public static (int First, int Second) Cheapest(string[] operands, string result, Dictionary<char, int> lengths)
    {
        double Count(IEnumerable<char> labels) => labels.Distinct().Aggregate(1.0, (count, label) => count * lengths[label]);
        return (from second in Enumerable.Range(1, operands.Length - 1)
                from first in Enumerable.Range(0, second)
                select (first, second)).MinBy(pair =>
                {
                    string both = operands[pair.first] + operands[pair.second], needed = Needed(operands, result, pair.first, pair.second);
                    return (Count(both), Count(both.Where(needed.Contains)));
                });
    }

    /// <summary>The letters that are needed when two operands are combined: those of the result and of the other operands.</summary>
    public static string Needed(string[] operands, string result, int first, int second) =>
        result + string.Concat(operands.Where((_, i) => i != first && i != second));
}
