using Differentiable.Tensors;

namespace Differentiable;

/// <summary>The cotangents of one operation's inputs while a sweep passes it on its way back.</summary>
/// <param name="slots">As what the tape knows the inputs.</param>
/// <param name="all">The cotangents of everything.</param>
internal readonly struct InputCotangents(Inputs slots, ICotangents all)
{
    /// <summary>Does a source depend on this input?</summary>
    public bool Needs(int position) => all.Needs(slots[position]);

    /// <summary>Adds something to some of the elements; for that they are zeros first.</summary>
    public void AddInto<T>(int position, Shape shape, Action<T[]> add)
        where T : unmanaged => all.AddInto(slots[position], shape, add);

    public void Add(int position, TensorBase cotangent) => all.Add(slots[position], cotangent);

    /// <summary>Adds to the cotangent of an input that was broadcast from this shape.</summary>
    public void Add(int position, TensorBase cotangent, Shape shape) => Add(position, cotangent.SumTo(shape));
}
