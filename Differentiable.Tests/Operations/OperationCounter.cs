using Differentiable.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>Notes what is recorded of a function, by the names of the operations.</summary>
internal sealed class OperationCounter : IRecording
{
    private readonly List<TensorBase> _known = [];
    private readonly List<string> _names = [];

    int IRecording.Count => _known.Count;

    /// <summary>The operations that depend on the inputs.</summary>
    public static IReadOnlyList<string> Names(Action function, params TensorBase[] inputs)
    {
        OperationCounter counter = new();
        counter._known.AddRange(inputs);
        ActiveRecording active = ActiveRecordings.Start(counter);
        try
        {
            function();
        }
        finally
        {
            ActiveRecordings.End(active);
        }
        return counter._names;
    }

    int IRecording.Find(TensorBase tensor) => _known.FindIndex(known => ReferenceEquals(known, tensor.Watched) || ReferenceEquals(known, tensor));

    void IRecording.Access(TensorBase variable, TensorBase value) => _known.Add(variable);

    void IRecording.Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors)
    {
        _names.Add(operation.Name);
        _known.Add(result);
    }
}
