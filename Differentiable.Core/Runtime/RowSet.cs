namespace Differentiable.Runtime;

/// <summary>
/// The rows of jagged arrays by identity: two arrays overlap only where they are the same one, so a set finds a common row in linear time.
/// </summary>
/// <remarks>One a thread, kept with its capacity, so that repeated checks allocate nothing. Not for nested use.</remarks>
internal readonly struct RowSet : IDisposable
{
    [ThreadStatic]
    private static HashSet<object>? s_rows;

    private readonly HashSet<object> _rows;

    private RowSet(HashSet<object> rows) => _rows = rows;

    public static RowSet Rent() => new(s_rows ??= new HashSet<object>(ReferenceEqualityComparer.Instance));

    /// <summary>Adds a row; false if it is there already. Missing and empty rows hold nothing, and so are never the same.</summary>
    public bool Add(Array? row) => row is null || row.Length == 0 || _rows.Add(row);

    public void AddAll(Array?[] rows)
    {
        foreach (Array? row in rows)
            Add(row);
    }

    public bool Contains(Array? row) => row is not null && _rows.Contains(row);

    public void Dispose() => _rows.Clear();
}
