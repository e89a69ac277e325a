namespace Differentiable;

/// <summary>A part of a program in which a tape records, or does not; it ends where this is disposed.</summary>
public readonly struct TapeScope : IDisposable, IEquatable<TapeScope>
{
    private readonly GradientTape? _tape;
    private readonly bool _startsAgain;

    internal TapeScope(GradientTape tape, bool startsAgain) => (_tape, _startsAgain) = (tape, startsAgain);

    /// <summary>Are both the same?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TapeScope left, TapeScope right) => left.Equals(right);

    /// <summary>Do they differ?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TapeScope left, TapeScope right) => !left.Equals(right);

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (_startsAgain)
            _tape?.Resume();
        else
            _tape?.Leave();
    }

    /// <inheritdoc/>
    public bool Equals(TapeScope other) => _tape == other._tape && _startsAgain == other._startsAgain;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TapeScope other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_tape, _startsAgain);
}
