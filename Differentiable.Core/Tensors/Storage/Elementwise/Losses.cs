using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>The kernels of losses.</summary>
internal static class Losses<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The product, and 0 where the right element is 0.</summary>
    public static readonly BinaryKernel<T, T> SoftMaxCrossEntropy = Kernel.Of<T, T>(nameof(SoftMaxCrossEntropy), static (x, factor) => T.IsZero(factor) ? factor : x * factor);

    public static readonly BinaryKernel<T, T> SigmoidCrossEntropy = Kernel.Of<T, T>(
        nameof(SigmoidCrossEntropy), static (x, label) => T.Max(x, T.Zero) - (x * label) + NearZero.LogP1(T.Exp(-T.Abs(x))));
}
