using System.Numerics;

namespace Differentiable.Tensors;

/// <content>What conditions have to do with each other.</content>
public static partial class Tensor
{
    /// <summary>Do both conditions hold?</summary>
    /// <param name="left">The one condition.</param>
    /// <param name="right">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<bool> And(Tensor<bool> left, Tensor<bool> right) => Elementwise.Combine(left.Now(), right.Now(), Conditions.And);

    /// <summary>Does at least one condition hold?</summary>
    /// <inheritdoc cref="And"/>
    public static Tensor<bool> Or(Tensor<bool> left, Tensor<bool> right) => Elementwise.Combine(left.Now(), right.Now(), Conditions.Or);

    /// <summary>Does one condition hold, and the other not? Where both are the same, it does not.</summary>
    /// <inheritdoc cref="And"/>
    public static Tensor<bool> Xor(Tensor<bool> left, Tensor<bool> right) => Elementwise.Combine(left.Now(), right.Now(), Conditions.Xor);

    /// <summary>Does the condition not hold?</summary>
    /// <param name="x">The condition.</param>
    public static Tensor<bool> Not(Tensor<bool> x) => Unary.Constant(x, Conditions.Not);

    /// <summary>Are the elements different? NaN differs from everything, as in C#.</summary>
    /// <inheritdoc cref="GreaterThan"/>
    public static Tensor<bool> NotEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Elementwise.Combine(left.Now(), right.Now(), Arithmetic<T>.NotEqual);
}
