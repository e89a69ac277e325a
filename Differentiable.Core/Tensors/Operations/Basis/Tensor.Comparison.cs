using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Comparisons, and what is chosen by them. A comparison with NaN is false, as in C#.</content>
public static partial class Tensor
{
    /// <summary>Is the left element greater?</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">The one operand.</param>
    /// <param name="right">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<bool> GreaterThan<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Elementwise.Combine(left.Now(), right.Now(), Ordered<T>.Greater);

    /// <summary>Is the left element greater, or are both equal?</summary>
    /// <inheritdoc cref="GreaterThan"/>
    public static Tensor<bool> GreaterThanOrEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Elementwise.Combine(left.Now(), right.Now(), Ordered<T>.GreaterOrEqual);

    /// <summary>Is the left element smaller?</summary>
    /// <inheritdoc cref="GreaterThan"/>
    public static Tensor<bool> LessThan<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Elementwise.Combine(left.Now(), right.Now(), Ordered<T>.Less);

    /// <summary>Is the left element smaller, or are both equal?</summary>
    /// <inheritdoc cref="GreaterThan"/>
    public static Tensor<bool> LessThanOrEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Elementwise.Combine(left.Now(), right.Now(), Ordered<T>.LessOrEqual);

    /// <summary>Would compare objects, not elements.</summary>
    /// <param name="left">The one object.</param>
    /// <param name="right">The other one.</param>
    [Obsolete("Use Tensor.Equal, which compares element by element; both tensors need the same element type.", error: true)]
    public static new bool Equals(object? left, object? right) => object.Equals(left, right);

    /// <summary>Are the elements equal?</summary>
    /// <inheritdoc cref="GreaterThan"/>
    public static Tensor<bool> Equal<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Elementwise.Combine(left.Now(), right.Now(), Arithmetic<T>.Equal);

    /// <summary>
    /// The element of one tensor or the other. The derivative goes to the one that was chosen; the other one gets zero, which does not help
    /// where its own derivative is infinite or NaN: choose the argument first, <c>Sqrt(Where(x > 0, x, 1))</c>.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="condition">Which one.</param>
    /// <param name="whenTrue">The element where the condition holds.</param>
    /// <param name="whenFalse">The element elsewhere.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Where<T>(Tensor<bool> condition, Tensor<T> whenTrue, Tensor<T> whenFalse)
        where T : unmanaged, INumberBase<T>
    {
        (condition, whenTrue, whenFalse) = (condition.Now(), whenTrue.Now(), whenFalse.Now());
        return Recorder.Binary(
            nameof(Where),
            Choice.Of(condition, whenTrue, whenFalse),
            whenTrue,
            whenFalse,
            condition,
            TensorPullbacks.WhereWhenTrue,
            TensorPullbacks.WhereWhenFalse);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Where"/> to what stands where the condition holds.</summary>
    [PullbackOf(nameof(Tensor.Where), "whenTrue", IsBroadcast = true)]
    public static Tensor<T> WhereWhenTrue<T>(Tensor<T> dy, Tensor<bool> condition)
        where T : unmanaged, INumberBase<T> => Tensor.Where(condition, dy, T.Zero);

    /// <summary>The pullback of <see cref="Tensor.Where"/> to what stands elsewhere.</summary>
    [PullbackOf(nameof(Tensor.Where), "whenFalse", IsBroadcast = true)]
    public static Tensor<T> WhereWhenFalse<T>(Tensor<T> dy, Tensor<bool> condition)
        where T : unmanaged, INumberBase<T> => Tensor.Where(condition, T.Zero, dy);
}
