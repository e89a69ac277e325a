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
        if (pieces == 1)
            work(0);
        else
            Share([pieces], (_, piece) => work(piece));
    }

    /// <summary>Does the pieces of each phase in any order, and one phase after the other.</summary>
    /// <param name="pieces">How many pieces each phase has.</param>
    /// <param name="work">Does one of them: of which phase, and which.</param>
    public static void Share(int[] pieces, Action<int, int> work)
    {
        SharedWork shared = new(pieces, work);
        for (int helpers = Math.Min(Count, pieces.Max()) - 1; helpers > 0; helpers--)
            ThreadPool.UnsafeQueueUserWorkItem(shared, preferLocal: false);
        shared.Finish();
    }
}
