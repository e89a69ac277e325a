using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The kernels of numbers with an order (<see cref="INumber{T}"/>).</summary>
internal static class Ordered<T>
    where T : unmanaged, INumber<T>
{
    public static readonly BinaryKernel<T, T> Max = new(nameof(Max), TensorPrimitives.Max, TensorPrimitives.Max);

    public static readonly BinaryKernel<T, T> Min = new(nameof(Min), TensorPrimitives.Min, TensorPrimitives.Min);

    public static readonly BinaryKernel<T, T> Remainder = new(nameof(Remainder), TensorPrimitives.Remainder, TensorPrimitives.Remainder, TensorPrimitives.Remainder);

    public static readonly BinaryKernel<T, bool> Greater = Comparisons<T, IsGreater>.Named("GreaterThan");

    public static readonly BinaryKernel<T, bool> GreaterOrEqual = Comparisons<T, IsGreaterOrEqual>.Named("GreaterThanOrEqual");

    public static readonly BinaryKernel<T, bool> Less = Comparisons<T, IsLess>.Named("LessThan");

    public static readonly BinaryKernel<T, bool> LessOrEqual = Comparisons<T, IsLessOrEqual>.Named("LessThanOrEqual");

    public static readonly UnaryKernel<T, T> Sign = Kernel.Of<T, T>(Scalars.Sign);
}
