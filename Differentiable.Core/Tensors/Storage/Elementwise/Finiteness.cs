using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Which numbers are finite, element by element.</summary>
internal static class Finiteness<T>
    where T : unmanaged, INumberBase<T>
{
    public static readonly UnaryKernel<T, bool> IsNaN = TensorPrimitives.IsNaN;

    public static readonly UnaryKernel<T, bool> IsInfinity = TensorPrimitives.IsInfinity;

    public static readonly UnaryKernel<T, bool> IsFinite = TensorPrimitives.IsFinite;
}
