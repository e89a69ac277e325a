using Differentiable.Tensors;

namespace Differentiable;

/// <summary>The cotangents of one operation's inputs while the reverse sweep passes it.</summary>
/// <param name="step">The operation on its tape.</param>
/// <param name="sweep">The sweep.</param>
internal readonly struct InputCotangents(Step step, ReverseSweep sweep)
{
    /// <summary>Does a source depend on this input?</summary>
    public bool Needs(int position) => sweep.Needs(step.Inputs[position]);

    /// <summary>Adds something to some of the elements; for that they are zeros first.</summary>
    public void AddInto<T>(int position, Shape shape, Action<T[]> add)
        where T : unmanaged => sweep.AddInto(step.Inputs[position], shape, add);

    public void Add(int position, TensorBase cotangent) => sweep.Add(step.Inputs[position], cotangent);
}
