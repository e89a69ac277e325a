using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Notes what a function computes from besides its inputs: trainable variables, and tensors that what records around it follows.</summary>
internal sealed class Captures : IRecording
{
    private readonly ActiveRecording[] _around = ActiveRecordings.Current ?? [];
    private readonly int[] _countsAtStart;
    private readonly HashSet<TensorBase> _inputs;
    private readonly List<TensorBase> _captured = [];

    /// <param name="inputs">Its inputs.</param>
    public Captures(IEnumerable<TensorBase> inputs)
    {
        _inputs = new(inputs.Select(input => input.Watched), ReferenceEqualityComparer.Instance);
        _countsAtStart = Array.ConvertAll(_around, active => active.Recording?.Count ?? 0);
    }

    /// <summary>What was captured, each once.</summary>
    public IReadOnlyList<TensorBase> All => _captured;

    int IRecording.Count => 0;

    /// <summary>Runs the function.</summary>
    /// <param name="isRecorded">Do those around record what it does?</param>
    /// <param name="function">The function.</param>
    public TResult Run<TResult>(bool isRecorded, Func<TResult> function)
    {
        ActiveRecording active = new(this);
        ActiveRecordings.Set(isRecorded ? [active, .. _around] : [active]);
        try
        {
            return function();
        }
        finally
        {
            active.End();
            ActiveRecordings.Set(_around);
        }
    }

    int IRecording.Find(TensorBase tensor)
    {
        if (IsFromBefore(tensor))
            Note(tensor);
        return -1;
    }

    void IRecording.Access(TensorBase variable, TensorBase value)
    {
        if (variable is IVariable { IsTrainable: true })
            Note(variable);
    }

    void IRecording.Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors) => throw new InvalidOperationException("What follows nothing cannot be told of operations.");

    /// <summary>Was it there when the function began, and does someone around follow it?</summary>
    private bool IsFromBefore(TensorBase tensor)
    {
        for (int i = 0; i < _around.Length; i++)
        {
            int slot = _around[i].Find(tensor);
            if (slot >= 0 && slot < _countsAtStart[i])
                return true;
        }
        return false;
    }

    private void Note(TensorBase tensor)
    {
        lock (_captured)
        {
            if (!_inputs.Contains(tensor.Watched) && !_captured.Contains(tensor.Watched))
                _captured.Add(tensor.Watched);
        }
    }
}
