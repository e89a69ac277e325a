namespace Differentiable.Tensors;

/// <summary>
/// Takes from rows of single precision what some hundred others were added to, and keeps the sum of that in double precision: the error hardly grows with how many are added to a row, be it most of
/// all. Rows that few are added to cost a count.
/// </summary>
/// <param name="sums">The rows, one behind the other, zeros at first.</param>
/// <param name="length">The length of a row.</param>
internal sealed class LongSums(float[] sums, int length)
{
    /// <summary>How often something was added to each row; 256 times are again 0.</summary>
    private readonly byte[] _counts = new byte[sums.Length / length];

    private readonly Dictionary<int, double[]> _taken = [];

    /// <summary>For sums that are of single precision; else null.</summary>
    public static LongSums? For<T>(T[] sums, int length)
        where T : unmanaged => sums is float[] { Length: > 0 } ofSingle ? new(ofSingle, length) : null;

    /// <summary>Something was added to a row.</summary>
    public void Added(int row)
    {
        if (++_counts[row] == 0)
            Take(row);
    }

    /// <summary>Gives back what was taken.</summary>
    public void Close()
    {
        foreach ((int row, double[] taken) in _taken)
        {
            Span<float> sum = Row(row);
            for (int i = 0; i < sum.Length; i++)
                sum[i] = (float)(taken[i] + sum[i]);
        }
    }

    private void Take(int row)
    {
        if (!_taken.TryGetValue(row, out double[]? taken))
            _taken.Add(row, taken = new double[length]);
        Span<float> sum = Row(row);
        for (int i = 0; i < sum.Length; i++)
            taken[i] += sum[i];
        sum.Clear();
    }

    private Span<float> Row(int row) => sums.AsSpan(row * length, length);
}
