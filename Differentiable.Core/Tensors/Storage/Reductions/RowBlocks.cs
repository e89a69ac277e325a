namespace Differentiable.Tensors;

/// <summary>What becomes of many rows that are joined one by one, made of the results of blocks of rows, of blocks of blocks and so on, so that sums of many hardly lose digits.</summary>
/// <param name="accumulator">How rows are joined.</param>
/// <param name="length">The length of the result.</param>
/// <param name="block">How many rows are a block.</param>
internal sealed class RowBlocks<T>(Accumulator<T> accumulator, int length, int block)
    where T : unmanaged
{
    private const int BlocksInBlock = 256;

    private readonly List<(T[] Part, int Count)> _levels = [];

    /// <summary>What the next row is joined with.</summary>
    public T[] Open => Level(0);

    /// <summary>A row was joined.</summary>
    public void Next() => Count(0, block);

    /// <summary>What becomes of all rows.</summary>
    public T[] Close()
    {
        T[] result = Open;
        for (int level = 1; level < _levels.Count; level++)
        {
            accumulator.Join(Level(level), result, Level(level));
            result = Level(level);
        }
        return result;
    }

    private void Count(int level, int limit)
    {
        (T[] part, int count) = _levels[level];
        _levels[level] = (part, count + 1);
        if (count + 1 < limit)
            return;
        T[] above = Level(level + 1);
        accumulator.Join(above, part, above);
        part.AsSpan().Fill(accumulator.OfNone);
        _levels[level] = (part, 0);
        Count(level + 1, BlocksInBlock);
    }

    private T[] Level(int level)
    {
        if (level == _levels.Count)
        {
            T[] part = Arrays.Allocate<T>(length);
            part.AsSpan().Fill(accumulator.OfNone);
            _levels.Add((part, 0));
        }
        return _levels[level].Part;
    }
}
