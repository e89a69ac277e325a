using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// That something records, from a beginning to an end. It ends for all flows that inherited it at once, and lets go of what recorded: a timer that was started meanwhile keeps neither it nor its memory.
/// </summary>
/// <param name="recording">What records.</param>
internal sealed class ActiveRecording(IRecording recording)
{
    private volatile IRecording? _recording = recording;

    /// <summary>What records; null when that is over.</summary>
    public IRecording? Recording => _recording;

    public bool IsOver => _recording is null;

    public void End() => _recording = null;

    /// <inheritdoc cref="IRecording.Find"/>
    public int Find(TensorBase tensor) => _recording?.Find(tensor) ?? -1;

    /// <inheritdoc cref="IRecording.Access"/>
    public void Access(TensorBase variable, TensorBase value) => _recording?.Access(variable, value);

    /// <inheritdoc cref="IRecording.Append"/>
    public void Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors) => _recording?.Append(operation, result, inputs, tensors);
}
