using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Cotangents by the slots of what they belong to, to which operations add on the way back.</summary>
internal interface ICotangents
{
    /// <summary>Does a source depend on what has this slot?</summary>
    bool Needs(int slot);

    /// <summary>Adds to a cotangent.</summary>
    void Add(int slot, TensorBase cotangent);

    /// <summary>Adds to some of the elements of a cotangent.</summary>
    void AddInto<T>(int slot, Shape shape, Action<T[]> add)
        where T : unmanaged;
}
