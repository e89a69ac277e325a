namespace Differentiable;

/// <summary>A part of a program that is recorded, or is not; it ends where this is disposed.</summary>
public readonly struct RecordingScope : IDisposable, IEquatable<RecordingScope>
{
    private readonly Part? _part;

    internal RecordingScope(IRecording recording, bool startsAgain) => _part = new(recording, startsAgain);

    /// <summary>Are both the same?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RecordingScope left, RecordingScope right) => left.Equals(right);

    /// <summary>Do they differ?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RecordingScope left, RecordingScope right) => !left.Equals(right);

    /// <summary>Ends it; once it has ended, nothing happens.</summary>
    public void Dispose() => _part?.End();

    /// <inheritdoc/>
    public bool Equals(RecordingScope other) => _part == other._part;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordingScope other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_part);

    /// <summary>What all copies of a scope share, so that it ends but once: another recording of the same tape may have begun by then.</summary>
    private sealed class Part(IRecording recording, bool startsAgain)
    {
        private int _hasEnded;

        public void End()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
                return;
            if (startsAgain)
                ActiveRecordings.Start(recording);
            else
                ActiveRecordings.Stop(recording);
        }
    }
}
