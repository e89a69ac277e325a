using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The kernel of powers.</summary>
internal static class Powers<T>
    where T : IPowerFunctions<T>
{
    public static readonly BinaryKernel<T, T> Pow = new(nameof(Pow), TensorPrimitives.Pow, TensorPrimitives.Pow, TensorPrimitives.Pow);
}
