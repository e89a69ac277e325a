using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The kernels of elementary functions.</summary>
internal static class Elementary<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static readonly BinaryKernel<T, T> Pow = new(nameof(Pow), TensorPrimitives.Pow, TensorPrimitives.Pow, TensorPrimitives.Pow);

    public static readonly BinaryKernel<T, T> Atan2 = VectorPairs<T, PolarAngle>.Named(nameof(Atan2));

    public static readonly BinaryKernel<T, T> Hypot = VectorPairs<T, Distance>.Named(nameof(Hypot));

    public static readonly BinaryKernel<T, T> OverSquaredDistance = VectorPairs<T, OverSquaredDistance>.Named(nameof(OverSquaredDistance));

    public static readonly BinaryKernel<T, T> XLogY = Kernel.Of<T, T>(nameof(XLogY), (x, y) => x == T.Zero ? T.Zero : x * T.Log(y));

    public static readonly BinaryKernel<T, T> MultiplyNoNaN = VectorPairs<T, ProductOrZero>.Named(nameof(MultiplyNoNaN));

    public static readonly BinaryKernel<T, T> DivideNoNaN = VectorPairs<T, QuotientOrZero>.Named(nameof(DivideNoNaN));

    public static readonly UnaryKernel<T, T> Log10 = Kernel.Of<T, T>(T.Log10);

    public static readonly UnaryKernel<T, T> Cbrt = Kernel.Of<T, T>(T.Cbrt);

    public static readonly UnaryKernel<T, T> ErfInverse = Kernel.Of<T, T>(InverseErrorFunction.Of);
}
