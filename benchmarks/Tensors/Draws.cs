using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

internal static class Draws
{
    /// <summary>Numbers from -1 to 1.</summary>
    public static Tensor<T> Uniform<T>(Shape shape, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return Tensor.From([.. Enumerable.Range(0, shape.FlattenedLength).Select(_ => T.CreateChecked((2 * random.NextDouble()) - 1))], shape);
    }
}
