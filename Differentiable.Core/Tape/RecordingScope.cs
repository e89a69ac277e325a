namespace Differentiable;

/// <summary>A part of a program that is recorded, or is not; it ends where this is disposed.</summary>
public readonly struct RecordingScope : IDisposable, IEquatable<RecordingScope>
{
    private readonly IRecording? _recording;
    private readonly bool _startsAgain;

    internal RecordingScope(IRecording recording, bool startsAgain) => (_recording, _startsAgain) = (recording, startsAgain);

    /// <summary>Are both the same?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RecordingScope left, RecordingScope right) => left.Equals(right);

    /// <summary>Do they differ?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RecordingScope left, RecordingScope right) => !left.Equals(right);

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (_recording is null)
            return;
        if (_startsAgain)
            ActiveRecordings.Start(_recording);
        else
            ActiveRecordings.Stop(_recording);
    }

    /// <inheritdoc/>
    public bool Equals(RecordingScope other) => _recording == other._recording && _startsAgain == other._startsAgain;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordingScope other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_recording, _startsAgain);
}
