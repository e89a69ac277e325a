using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

internal static class MatrixProducts
{
    public static Action Square<T>(int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> left = Draws.Uniform<T>([size, size], 1), right = Draws.Uniform<T>([size, size], 2);
        return () => Tensor.MatMul(left, right);
    }
}
