using Differentiable.Tensors;

namespace Differentiable;

/// <summary>The cotangents of one operation's inputs while the reverse sweep passes it.</summary>
/// <param name="step">The operation on its tape.</param>
/// <param name="sweep">The sweep.</param>
internal readonly struct InputCotangents(Step step, ReverseSweep sweep)
{
    /// <summary>Does a source depend on this input?</summary>
    public bool Needs(int position) => sweep.Needs(step.Inputs[position]);

    public void Add(int position, TensorBase cotangent) => sweep.Add(step.Inputs[position], cotangent);
}
