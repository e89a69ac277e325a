namespace Differentiable.Tensors;

/// <summary>Sums of many elements: those of blocks, and then the sum of these, so that the result does not depend on who sums up the blocks, and when.</summary>
internal static class BlockSums
{
    /// <summary>How many elements a block has.</summary>
    public const int Block = 1024;

    /// <summary>How many blocks there are.</summary>
    public static int Count(int length) => (length + Block - 1) / Block;

    /// <summary>The sum of all elements.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="whole">The sum of the elements of a block.</param>
    public static T Of<T>(ReadOnlySpan<T> elements, Func<ReadOnlySpan<T>, T> whole)
        where T : unmanaged
    {
        if (elements.Length <= Block)
            return whole(elements);
        T[] sums = Elementwise.Allocate<T>(Count(elements.Length));
        for (int block = 0; block < sums.Length; block++)
            sums[block] = whole(elements[(block * Block)..Math.Min((block + 1) * Block, elements.Length)]);
        return Of(sums, whole);
    }
}
