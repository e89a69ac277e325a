using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Notes which trainable variables a function reads that runs unrecorded.</summary>
internal sealed class AccessedVariables : IRecording
{
    private readonly List<TensorBase> _variables = [];

    public IReadOnlyList<TensorBase> All => _variables;

    /// <summary>Runs a function; nothing around records it.</summary>
    public TResult Run<TResult>(Func<TResult> function)
    {
        IRecording[]? around = ActiveRecordings.Current;
        ActiveRecordings.Set([this]);
        try
        {
            return function();
        }
        finally
        {
            ActiveRecordings.Set(around);
        }
    }

    public int Find(TensorBase tensor) => -1;

    public void Access(TensorBase variable)
    {
        lock (_variables)
        {
            if (!_variables.Contains(variable))
                _variables.Add(variable);
        }
    }

    public void Append(Operation operation, TensorBase result, Inputs inputs) =>
        throw new InvalidOperationException("What follows nothing cannot be told of operations.");
}
