using Differentiable.Tensors;

namespace Differentiable;

/// <summary>What follows operations as they run: a tape, or what carries tangents forward.</summary>
internal interface IRecording
{
    /// <summary>How many tensors it knows; those that it knows later have higher numbers.</summary>
    int Count { get; }

    /// <summary>As what it knows a tensor; -1 where it does not depend on anything that it follows.</summary>
    int Find(TensorBase tensor);

    /// <summary>A variable is read.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The value that it has then.</param>
    void Access(TensorBase variable, TensorBase value);

    /// <summary>An operation ran.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="result">Its result, which no one has seen yet.</param>
    /// <param name="inputs">As what it knows the inputs.</param>
    /// <param name="tensors">The inputs.</param>
    void Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors);
}
