namespace Differentiable.Tensors;

/// <summary>What becomes of many rows that are joined one by one, made of the results of blocks of rows, of blocks of blocks and so on, so that sums of many hardly lose digits.</summary>
/// <param name="accumulator">How rows are joined.</param>
/// <param name="length">The length of the result.</param>
/// <param name="block">How many rows are a block.</param>
internal sealed class RowBlocks<T>(Accumulator<T> accumulator, int length, int block)
    where T : unmanaged
{
    private const int BlocksInBlock = 256;

    private readonly List<(T[] Part, int Count)> _closed = [];
    private int _rows;

    /// <summary>What the next row is joined with.</summary>
    public T[] Open { get; } = New(accumulator, length);

    /// <summary>A row was joined.</summary>
    public void Next()
    {
        if (++_rows < block)
            return;
        _rows = 0;
        Move(Open, 0);
    }

    /// <summary>What becomes of all rows.</summary>
    public T[] Close()
    {
        T[] result = Open;
        foreach ((T[] part, _) in _closed)
        {
            accumulator.Join(part, result, part);
            result = part;
        }
        return result;
    }

    /// <summary>Joins what is complete with what is above it.</summary>
    private void Move(T[] complete, int level)
    {
        if (level == _closed.Count)
            _closed.Add((New(accumulator, length), 0));
        (T[] part, int count) = _closed[level];
        accumulator.Join(part, complete, part);
        complete.AsSpan().Fill(accumulator.OfNone);
        bool isComplete = count + 1 == BlocksInBlock;
        _closed[level] = (part, isComplete ? 0 : count + 1);
        if (isComplete)
            Move(part, level + 1);
    }

    private static T[] New(Accumulator<T> accumulator, int length)
    {
        T[] part = Arrays.Allocate<T>(length);
        part.AsSpan().Fill(accumulator.OfNone);
        return part;
    }
}
