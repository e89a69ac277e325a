namespace Differentiable.Tensors;

/// <summary>
/// What an indexer selects along one axis: an index (<c>1</c>, <c>^1</c>), which drops the axis, or a range (<c>1..3</c>, <c>..</c>), which keeps it.
/// </summary>
public readonly struct TensorIndex : IEquatable<TensorIndex>
{
    private readonly Range _range;

    private TensorIndex(Range range, bool isRange) => (_range, IsRange) = (range, isRange);

    /// <summary>Does it select a part of the axis, not one index?</summary>
    public bool IsRange { get; }

    /// <summary>An index from the start.</summary>
    /// <param name="index">The index; it must not be negative.</param>
    public static implicit operator TensorIndex(int index) => index >= 0
        ? new(new Range(index, index), isRange: false)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Indices start at 0. From the end, write ^{-(long)index}.");

    /// <summary>An index from the start or the end.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator TensorIndex(Index index) => new(new Range(index, index), isRange: false);

    /// <summary>A part of an axis.</summary>
    /// <param name="range">From where to where.</param>
    public static implicit operator TensorIndex(Range range) => new(range, isRange: true);

    /// <summary>Are both the same?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TensorIndex left, TensorIndex right) => left.Equals(right);

    /// <summary>Do they differ?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TensorIndex left, TensorIndex right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TensorIndex other) => _range.Equals(other._range) && IsRange == other.IsRange;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorIndex other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_range, IsRange);

    /// <summary>As C# writes it.</summary>
    public override string ToString() => IsRange ? _range.ToString() : _range.Start.ToString();

    /// <summary>Where it starts on an axis of this length, and how much it takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It leaves the axis.</exception>
    internal (int Start, int Length) On(Shape shape, int axis)
    {
        int length = shape[axis], start = _range.Start.GetOffset(length), end = IsRange ? _range.End.GetOffset(length) : start + 1;
        return start >= 0 && start <= end && end <= length
            ? (start, end - start)
            : throw new ArgumentOutOfRangeException("indices", $"{this} leaves axis {axis} of a tensor of shape {shape}.");
    }
}
