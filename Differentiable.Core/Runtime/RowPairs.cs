namespace Differentiable.Runtime;

/// <summary>For the rows of a jagged array, by identity, the rows of another that belong to them.</summary>
/// <remarks>One a thread, kept with its capacity, so that repeated checks allocate nothing. Not for nested use.</remarks>
internal readonly struct RowPairs : IDisposable
{
    [ThreadStatic]
    private static Dictionary<object, Array>? s_pairs;

    private readonly Dictionary<object, Array> _pairs;

    private RowPairs(Dictionary<object, Array> pairs) => _pairs = pairs;

    public static RowPairs Rent() => new(s_pairs ??= new Dictionary<object, Array>(ReferenceEqualityComparer.Instance));

    /// <summary>What belongs to a row; null if nothing does yet.</summary>
    public Array? Of(Array row) => _pairs.GetValueOrDefault(row);

    public void Add(Array row, Array other) => _pairs.Add(row, other);

    public void Dispose() => _pairs.Clear();
}
