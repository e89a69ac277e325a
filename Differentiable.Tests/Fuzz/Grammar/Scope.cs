namespace Differentiable.Tests.Fuzz.Grammar;

internal enum StorageKind
{
    Array,
    Span,
    ReadOnlySpan,
    Matrix,
    Jagged,
}

/// <summary>A scalar that can be mentioned.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMutable">May it be assigned?</param>
/// <param name="Indexes">The extent whose elements it counts, when it is a counter: it is an index of all storage of that extent.</param>
internal sealed record Scalar(string Name, bool IsMutable, string Indexes = "");

/// <summary>An array or a span that can be mentioned.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Least">The least length, or number of rows, in any sample.</param>
/// <param name="Extent">The same for all storage whose length is surely the same.</param>
/// <param name="Root">The same for all storage that may share elements.</param>
/// <param name="IsMutable">May its elements be assigned?</param>
internal sealed record Storage(string Name, StorageKind Kind, int Least, string Extent, string Root, bool IsMutable)
{
    public bool IsVector => Kind is StorageKind.Array or StorageKind.Span or StorageKind.ReadOnlySpan;
}

/// <summary>A function inside the method, of one real number.</summary>
internal sealed record LocalFunction(string Name);

/// <summary>What a statement may mention, and where it may jump to.</summary>
internal sealed class Scope
{
    public List<Scalar> Reals { get; init; } = [];

    public List<Scalar> Integers { get; init; } = [];

    public List<Scalar> Booleans { get; init; } = [];

    public List<Storage> Storages { get; init; } = [];

    public List<LocalFunction> LocalFunctions { get; init; } = [];

    /// <summary>The tuples; their elements are among the reals.</summary>
    public List<string> Tuples { get; init; } = [];

    public bool CanBreak { get; init; }

    public bool CanContinue { get; init; }

    public int LoopDepth { get; init; }

    public Scope Inner() => Copy(CanBreak, CanContinue, LoopDepth);

    public Scope InnerLoop() => Copy(true, true, LoopDepth + 1);

    public Scope InnerSwitch() => Copy(true, CanContinue, LoopDepth);

    private Scope Copy(bool canBreak, bool canContinue, int loopDepth) => new()
    {
        Reals = [.. Reals],
        Integers = [.. Integers],
        Booleans = [.. Booleans],
        Storages = [.. Storages],
        LocalFunctions = [.. LocalFunctions],
        Tuples = [.. Tuples],
        CanBreak = canBreak,
        CanContinue = canContinue,
        LoopDepth = loopDepth,
    };
}
