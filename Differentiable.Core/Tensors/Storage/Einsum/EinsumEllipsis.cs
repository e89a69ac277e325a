namespace Differentiable.Tensors;

/// <summary>
/// The axes for which three dots stand in an equation of Einstein's sums. They get letters of their own, which no equation can have: counted from the last one, so that the dots of operands
/// with fewer axes mean the last ones.
/// </summary>
internal static class EinsumEllipsis
{
    /// <summary>What stands for the dots in what was read of an equation.</summary>
    public const char Dots = '.';

    /// <summary>The first letter of an axis of the dots.</summary>
    private const char First = '\uE000';

    /// <summary>The letters of an operand of so many axes, with those for its dots.</summary>
    public static string Expand(string labels, int rank) => Replace(labels, Math.Max(0, rank - labels.Length + 1));

    /// <summary>The letters with those of so many axes for the dots.</summary>
    public static string Replace(string labels, int axes) =>
        labels.Replace(Dots.ToString(), string.Concat(Enumerable.Range(0, axes).Select(i => (char)(First + axes - 1 - i))), StringComparison.Ordinal);

    /// <summary>Is it the letter of an axis of the dots?</summary>
    public static bool IsAxis(char label) => label >= First;
}
