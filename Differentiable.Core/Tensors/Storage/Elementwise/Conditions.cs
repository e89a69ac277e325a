namespace Differentiable.Tensors;

/// <summary>The kernels of conditions.</summary>
internal static class Conditions
{
    public static readonly BinaryKernel<bool, bool> And = Kernel.Of<bool, bool>(nameof(And), static (l, r) => l && r);

    public static readonly BinaryKernel<bool, bool> Or = Kernel.Of<bool, bool>(nameof(Or), static (l, r) => l || r);

    public static readonly BinaryKernel<bool, bool> Xor = Kernel.Of<bool, bool>(nameof(Xor), static (l, r) => l != r);

    public static readonly UnaryKernel<bool, bool> Not = Kernel.Of<bool, bool>(static x => !x);
}
