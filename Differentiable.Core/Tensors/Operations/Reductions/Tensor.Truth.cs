namespace Differentiable.Tensors;

/// <content>Whether conditions hold for all or any elements.</content>
public static partial class Tensor
{
    /// <summary>Do all conditions hold?</summary>
    /// <param name="x">The conditions.</param>
    public static Tensor<bool> All(Tensor<bool> x) => All(x, []);

    /// <summary>Do all conditions hold along some axes? Of none, they do.</summary>
    /// <param name="x">The conditions.</param>
    /// <param name="axes">The axes that are reduced; negative ones count from the end; none means all.</param>
    /// <param name="keepDimensions">Do these axes stay, with the length 1?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Tensor<bool> All(Tensor<bool> x, ReadOnlySpan<int> axes, bool keepDimensions = false) =>
        Reduced.From(x.Given().Shape, axes, keepDimensions).Of(x.Now(), static all => !all.Contains(false));

    /// <summary>Does any condition hold?</summary>
    /// <param name="x">The conditions.</param>
    public static Tensor<bool> Any(Tensor<bool> x) => Any(x, []);

    /// <summary>Does any condition hold along some axes? Of none, none does.</summary>
    /// <inheritdoc cref="All(Tensor{bool}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<bool> Any(Tensor<bool> x, ReadOnlySpan<int> axes, bool keepDimensions = false) =>
        Reduced.From(x.Given().Shape, axes, keepDimensions).Of(x.Now(), static all => all.Contains(true));
}
