namespace Differentiable.Tensors;

/// <summary>Work that is shared among processors.</summary>
internal static class Workers
{
    /// <summary>How many threads may work at one task.</summary>
    public static int Count { get; set; } = Environment.ProcessorCount;

    /// <summary>Does each piece of the work, in any order.</summary>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="work">Does one of them.</param>
    public static void Share(int pieces, Action<int> work)
    {
        if (Count > 1 && pieces > 1)
        {
            Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = Count }, work);
            return;
        }
        for (int piece = 0; piece < pieces; piece++)
            work(piece);
    }
}
