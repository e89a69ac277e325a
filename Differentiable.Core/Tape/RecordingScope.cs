namespace Differentiable;

/// <summary>A part of a program that is recorded, or is not; it ends where this is disposed.</summary>
public readonly struct RecordingScope : IDisposable, IEquatable<RecordingScope>
{
    private readonly Part? _part;

    private RecordingScope(Part part) => _part = part;

    /// <summary>Are both the same?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RecordingScope left, RecordingScope right) => left.Equals(right);

    /// <summary>Do they differ?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RecordingScope left, RecordingScope right) => !left.Equals(right);

    /// <summary>Ends it; once it has ended, nothing happens. A recording ends also for what was started in it and still runs: tasks, threads and timers.</summary>
    public void Dispose() => _part?.End();

    /// <inheritdoc/>
    public bool Equals(RecordingScope other) => _part == other._part;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordingScope other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_part);

    /// <summary>A part that is recorded, from here on.</summary>
    internal static RecordingScope Of(IRecording recording) => new(new Part(ActiveRecordings.Start(recording), null));

    /// <summary>A part of a recording that is left out of it, from here on.</summary>
    internal static RecordingScope Without(ActiveRecording active)
    {
        Part part = new(active, ActiveRecordings.Current);
        ActiveRecordings.Pause(active);
        return new(part);
    }

    /// <summary>What all copies of a scope share, so that it ends but once: another recording of the same tape may have begun by then.</summary>
    /// <param name="active">What is recorded, or left out.</param>
    /// <param name="before">Where it is left out, what recorded before that.</param>
    private sealed class Part(ActiveRecording active, ActiveRecording[]? before)
    {
        private int _hasEnded;

        public void End()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
                return;
            if (before is null)
                ActiveRecordings.End(active);
            else
                ActiveRecordings.Resume(active, before);
        }
    }
}
