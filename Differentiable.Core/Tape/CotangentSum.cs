using Differentiable.Tensors;

namespace Differentiable;

/// <summary>A cotangent to which parts are added in place.</summary>
internal abstract class CotangentSum
{
    /// <summary>The sum; nothing may be added to it any more.</summary>
    public abstract TensorBase Tensor { get; }
}

/// <inheritdoc cref="CotangentSum"/>
/// <param name="shape">Its shape.</param>
internal sealed class CotangentSum<T>(Shape shape) : CotangentSum
    where T : unmanaged
{
    public T[] Elements { get; } = new T[shape.FlattenedLength];

    public override TensorBase Tensor => new Tensor<T>(shape, Elements);
}
