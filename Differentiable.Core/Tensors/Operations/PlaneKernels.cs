using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>The kernels of distance and direction.</summary>
internal static class PlaneKernels<T>
    where T : IFloatingPointIeee754<T>
{
    public static readonly BinaryKernel<T, T> Atan2 = Kernel.Of<T, T>(nameof(Atan2), T.Atan2);

    public static readonly BinaryKernel<T, T> Hypot = Kernel.Of<T, T>(nameof(Hypot), T.Hypot);
}
