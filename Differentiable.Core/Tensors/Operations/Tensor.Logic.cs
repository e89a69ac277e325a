using System.Numerics;

namespace Differentiable.Tensors;

/// <content>What conditions have to do with each other.</content>
public static partial class Tensor
{
    private static readonly BinaryKernel<bool, bool> s_and = Kernel.Of<bool, bool>(nameof(And), static (l, r) => l && r);

    private static readonly BinaryKernel<bool, bool> s_or = Kernel.Of<bool, bool>(nameof(Or), static (l, r) => l || r);

    /// <summary>Do both conditions hold?</summary>
    /// <param name="left">The one condition.</param>
    /// <param name="right">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<bool> And(Tensor<bool> left, Tensor<bool> right) => Elementwise.Combine(left.Now(), right.Now(), s_and);

    /// <summary>Does at least one condition hold?</summary>
    /// <inheritdoc cref="And"/>
    public static Tensor<bool> Or(Tensor<bool> left, Tensor<bool> right) => Elementwise.Combine(left.Now(), right.Now(), s_or);

    /// <summary>Does the condition not hold?</summary>
    /// <param name="x">The condition.</param>
    public static Tensor<bool> Not(Tensor<bool> x) => Unary.Constant(x, Kernel.Of<bool, bool>(static x => !x));

    /// <summary>Are the elements different? NaN differs from everything, as in C#.</summary>
    /// <inheritdoc cref="GreaterThan"/>
    public static Tensor<bool> NotEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Elementwise.Combine(left.Now(), right.Now(), Differing<T>.Kernel);

    private static class Differing<T>
        where T : INumberBase<T>
    {
        public static readonly BinaryKernel<T, bool> Kernel = Tensors.Kernel.Of<T, bool>(nameof(NotEqual), static (l, r) => l != r);
    }
}
